"""The words and phrases that set the outlets apart, as listings in which every word leads to a paragraph."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import pandas as pd

from analysis.figures import distinguishing_words
from analysis.figures.leading_words import against_all, leading
from analysis.figures.outlets import MOST_OUTLETS, with_room
from analysis.figures.wording import MISSING, count, decimal, percent
from analysis.figures.words_within_topics import FEWEST, within_topics
from analysis.report.counts import articles_by_outlet
from analysis.report.listing import MOST_ROWS, Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.narration import outlets_left_out
from analysis.report.passages import paragraph_anchor
from analysis.report.study import Study
from analysis.report.word_evidence import WordEvidence

NARRATED = 5
PHRASES = 5
WITHIN = 4
PAIRED = 3
SUPPORTED = "supported"
SMALLEST_P = 0.001


@dataclass(frozen=True, slots=True)
class Words:
    """What the section of words shows, and the paragraphs that its words lead to."""

    by_outlet: tuple[Listing, ...]
    outlets_left_out: int
    phrases: Listing | None
    narration: Listing | None
    within_topics: Listing | None
    pairs: Listing | None
    check: str
    cited: tuple[str, ...]

    @property
    def listings(self) -> tuple[Listing, ...]:
        """All of its tables."""
        return (
            *self.by_outlet,
            *filter(None, (self.phrases, self.narration, self.within_topics, self.pairs)),
        )


def words(study: Study) -> Words:
    """The leading words and phrases: of each outlet, in narration, within shared topics and of each pair."""
    if not study.has("keyness"):
        return Words((), 0, None, None, None, None, "", ())
    evidence = WordEvidence(study)
    rows = listed_words(study)
    outlets = against_all(study.table("keyness"))["outlet"].nunique()
    return Words(
        tuple(_by_outlet(study, rows, evidence)),
        outlets - rows["outlet"].nunique() if len(study.outlets) > MOST_OUTLETS else 0,
        _phrases(study, evidence),
        _narration(study, evidence),
        _within(study, evidence),
        _pairs(study, evidence),
        check_sentence(study),
        tuple(evidence.found),
    )


def check_sentence(study: Study) -> str:
    """How the test of words did where there is nothing to find; "" where that was not measured.

    Of a study that is not tested it is only said that it is not.
    """
    if not study.is_tested:
        return "These articles are too few for a test, so the words are ranked and no more."
    rows = study.table("words_check")
    rows = rows[(rows["collection"] == "all") & (rows["what"] == "random halves")] if len(rows) else rows
    told = {row["test"]: row for _, row in rows.iterrows()}
    ours, usual = told.get("articles dealt out anew"), told.get("G2, Bonferroni")
    if ours is None or usual is None:
        return ""
    return (
        f"How far can a test of words be trusted? The articles of one outlet were cut into two halves at random, "
        f"{ours['draws']:,} times, so that there was nothing to find. Dealing articles out anew found a word or phrase "
        f"in {ours['found']:,} of these draws ({percent(ours['share'])}). The usual test of single words (G2, which "
        f"takes every word as independent of the others, corrected for their number) did so in {usual['found']:,} of "
        f"{usual['draws']:,}."
    )


def listed_words(study: Study) -> pd.DataFrame:
    """The leading words and phrases of each outlet that has a list of its own: fifteen at most, as in the figures."""
    kept = with_room(articles_by_outlet(study), study.outlets)
    rows = against_all(study.table("keyness"))
    return leading(rows[rows["outlet"].isin(kept)], distinguishing_words.WORDS)


def _by_outlet(study: Study, rows: pd.DataFrame, evidence: WordEvidence) -> list[Listing]:
    """The leading words and phrases of each outlet, with how often it and the others use them."""
    narrated = against_all(study.table("keyness"), "narration")
    narrated = narrated.drop_duplicates(["outlet", "word"]).set_index(["outlet", "word"])
    headings = [
        Heading("Word or phrase"), Heading("times", True), Heading("per 1,000 words", True),
        Heading("others, per 1,000", True), Heading("articles with it", True), Heading("of it in one article", True),
        Heading("times in narration", True), Heading("per 1,000 words of it", True), *_verdict_heading(study),
    ]  # fmt: skip
    return [
        listing(
            row_anchor("words", outlet),
            outlet,
            headings,
            [
                Row(
                    row_anchor("word", outlet, row["word"]),
                    (*_use(row, evidence), *_narrated(narrated, row), *_verdict(study, row)),
                )
                for _, row in rows[rows["outlet"] == outlet].iterrows()
            ],
        )
        for outlet in study.outlets
        if (rows["outlet"] == outlet).any()
    ]


def _phrases(study: Study, evidence: WordEvidence) -> Listing | None:
    """The leading phrases of each outlet, which single words keep out of its list; None where it has none."""
    rows = _repeated(against_all(study.table("keyness")))
    rows = leading(rows[rows["length"] > 1], PHRASES)
    name = ("phrases", "Phrases of two and three words")
    return _listing(study, _in_order(study, rows), evidence, name=name, beside=[])


def _repeated(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of words that the outlet uses twice at least: a word used once says nothing of a habit."""
    return rows[rows["count"] >= FEWEST]


def _narration(study: Study, evidence: WordEvidence) -> Listing | None:
    """The leading words of each outlet's own sentences, where it has enough of them; None where none has."""
    rows = _repeated(against_all(study.table("keyness"), "narration"))
    rows = leading(rows[~rows["outlet"].isin(outlets_left_out(study))], NARRATED)
    name = ("narration-words", "In narration only")
    return _listing(study, _in_order(study, rows), evidence, name=name, beside=[])


def _within(study: Study, evidence: WordEvidence) -> Listing | None:
    """The leading words and phrases of each outlet within each shared topic; None without such topics.

    A tested study has many topics: there it is what is supported, the surest first, where anything is.
    """
    rows = within_topics(study.table("keyness"))
    rows = rows[(rows["voice"] == "all") & rows["topic"].isin([str(topic) for topic in study.topic_labels])]
    found = _supported(study, rows)
    rows = _in_order(study, leading(rows, WITHIN)) if found.empty else found
    return _listing(study, rows, evidence, name=("topic-words", "Within shared topics"), beside=["Topic"])


def _pairs(study: Study, evidence: WordEvidence) -> Listing | None:
    """Each outlet's leading words against each other one: in a tested study what is supported, the surest first."""
    rows = study.table("keyness")
    rows = rows[(rows["voice"] == "all") & (rows["topic"] == "") & (rows["other"] != "")]
    rows = _repeated(rows)
    rows = _supported(study, rows) if study.is_tested else _in_order(study, leading(rows, PAIRED))
    name = ("pair-words", "Of each pair of outlets")
    return _listing(study, rows, evidence, name=name, beside=["Against"])


def _supported(study: Study, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that the test supports, the largest z first; none in a study that is not tested."""
    found = rows[(rows["verdict"] == SUPPORTED) & study.is_tested]
    return leading(found, max(len(found), 1)).sort_values("z", ascending=False, kind="stable")


def _listing(
    study: Study, rows: pd.DataFrame, evidence: WordEvidence, *, name: tuple[str, str], beside: list[str]
) -> Listing | None:
    """A word a row, with its outlet and, `beside` it, the topic or the other outlet; None without rows."""
    if rows.empty:
        return None
    headings = [
        *map(Heading, beside), Heading("Outlet"), Heading("Word or phrase"), Heading("times", True),
        Heading("per 1,000 words", True), Heading("others, per 1,000", True), Heading("articles with it", True),
        Heading("of it in one article", True), *_verdict_heading(study),
    ]  # fmt: skip
    listed: list[Row] = []
    above: list[str] = []
    for _, row in rows.head(MOST_ROWS).iterrows():
        heads = [*_beside(study, row, beside), Cell(str(row["outlet"]), outlet=str(row["outlet"]))]
        texts = [cell.text for cell in heads]
        repeats = [texts[: place + 1] == above[: place + 1] for place in range(len(texts))]
        listed.append(
            Row(
                row_anchor(name[0], row["topic"], row["other"], row["outlet"], row["word"]),
                (
                    *(
                        dataclasses.replace(cell, is_repeat=repeat)
                        for cell, repeat in zip(heads, repeats, strict=True)
                    ),
                    *_use(row, evidence),
                    *_verdict(study, row),
                ),
            )
        )
        above = texts
    table = listing(name[0], name[1], headings, listed)
    return dataclasses.replace(table, left_out=len(rows) - len(table.rows))


def _in_order(study: Study, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows by topic, outlet in the study's order, other outlet, and rank."""
    place = {outlet: number for number, outlet in enumerate(study.outlets)}
    number = rows["topic"].map(lambda topic: int(topic) if topic else 0)
    keyed = rows.assign(number=number, own=rows["outlet"].map(place), against=rows["other"].map(place))
    return keyed.sort_values(["number", "own", "against", "rank"], kind="stable")


def _beside(study: Study, row: pd.Series, beside: list[str]) -> list[Cell]:
    """The topic, or the other outlet, of a word."""
    if beside == ["Topic"]:
        return [Cell(study.topic_labels[int(row["topic"])], href=f"#topic-{row['topic']}")]
    return [Cell(str(row["other"]), outlet=str(row["other"]))] if beside else []


def _use(row: pd.Series, evidence: WordEvidence) -> list[Cell]:
    """The word, leading to a paragraph that has it, and how it is used."""
    paragraph = evidence.paragraph(
        str(row["outlet"]), str(row["word"]), topic=str(row["topic"]), voice=str(row["voice"])
    )
    return [
        Cell(str(row["word"]), href=f"#{paragraph_anchor(paragraph)}" if paragraph else ""),
        Cell(f"{row['count']:,}"),
        Cell(decimal(row["rate_per_1000"], 1)),
        Cell(decimal(row["rest_rate_per_1000"], 1)),
        Cell(f"{row['articles']:,}"),
        Cell(percent(row["largest_article_share"])),
    ]


def _narrated(narrated: pd.DataFrame, row: pd.Series) -> list[Cell]:
    """How often the outlet itself uses a word; dashes where the word is too rare in narration to be compared."""
    key = (row["outlet"], row["word"])
    if key not in narrated.index:
        return [Cell(MISSING), Cell(MISSING)]
    return [Cell(f"{narrated['count'][key]:,}"), Cell(decimal(narrated["rate_per_1000"][key], 1))]


def _verdict_heading(study: Study) -> list[Heading]:
    """A column for what the test says, where the design allows a test."""
    return [Heading("Difference")] if study.is_tested else []


def _verdict(study: Study, row: pd.Series) -> list[Cell]:
    """What the test says of a word, where the design allows a test."""
    if not study.is_tested:
        return []
    if pd.isna(row["q"]):
        return [Cell("not tested", note=f"only {count(row['articles'], 'article')} with it")]
    p = f"under {SMALLEST_P}" if row["q"] < SMALLEST_P else f"= {decimal(row['q'], 3)}"
    return [Cell(str(row["verdict"]), note=f"corrected p {p}")]
