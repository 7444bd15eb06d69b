"""What holds when an article is left out: contrasts, words and topics, as sentences and listings."""

from __future__ import annotations

import pandas as pd

from analysis.figures import instruments
from analysis.figures.wording import (
    MISSING,
    capitalised,
    count,
    decimal,
    listed,
    listed_up_to,
    percent,
    quoted,
    signed,
    spelled,
)
from analysis.report.counts import articles_by_outlet
from analysis.report.inference import one_of_two
from analysis.report.leave_one_out_notes import points_apart
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.study import Study
from analysis.report.words import listed_words

WIDEST = 5
MOST_FRAGILE = 20
LISTED = 10
VOICES = {"all": "all text", "narration": "narration", "quoted": "quotations", "answer": "answers"}
KEY = ["measure", "instrument", "voice", "topic", "target", "frame", "outlet"]
SHARES, TONE = "topic share", "wording tone"
STANDINGS = {
    "holds": "holds",
    "turns": "turns round or vanishes",
    "drops out": "drops out",
    "rests on one article": "rests on one article",
    "no difference": "no difference",
}


def contrasts_sentence(study: Study) -> str:
    """How many contrasts hold, turn and rest on one article; of those that a test supports too, where there are any."""
    rows = one_of_two(study, _estimable(study))
    if rows.empty:
        return ""
    kinds = rows["standing"].value_counts()
    holds, turns, alone = (int(kinds.get(name, 0)) for name in ("holds", "turns", "rests on one article"))
    one = "because an outlet, or all the others together, have only one that can be measured"
    told = [
        f"{holds:,} {'keeps its' if holds == 1 else 'keep their'} sign whichever article is left out",
        f"{turns:,} {'turns round or vanishes' if turns == 1 else 'turn round or vanish'} without one article",
        f"{alone:,} {'rests' if alone == 1 else 'rest'} on one article, {one}",
    ]
    strata = ", over all articles and not within strata" if study.settings.compare.strata else ""
    equal = int(kinds.get("no difference", 0))
    more = f"; in {equal:,} there is no difference to begin with" if equal else ""
    return (
        f"Every difference of an outlet from the others was formed again without each article in turn{strata}. Of "
        f"{count(len(rows), 'such difference')}, in {_voices(rows)}, {'; '.join(told)}{more}.{_supported(study, rows)}"
    )


def _voices(rows: pd.DataFrame) -> str:
    """Over which voices contrasts are."""
    return listed(told for voice, told in VOICES.items() if voice in set(rows["voice"]))


def contrast_listing(study: Study) -> Listing | None:
    """The contrasts that the findings speak of: the widest topic shares, and tone; None without contrasts."""
    rows = _estimable(study)
    rows = rows[rows["voice"] == "all"] if len(rows) else rows
    if rows.empty:
        return None
    shares = rows[(rows["measure"] == SHARES) & rows["topic"].isin(_labels(study))]
    widest = _ranked(shares).drop_duplicates("topic").head(WIDEST)
    tone = rows[(rows["measure"] == TONE) & (rows["topic"] == "")]
    tone = instruments.drawn(tone) if len(tone) else tone
    chosen = pd.concat([widest, tone])
    title = "The widest differences, with each article left out"
    return _listing(study, "leave-one-out", title, chosen)


def fragile_listing(study: Study) -> Listing | None:
    """The contrasts of shares and tone that hang on one article, the widest first; None where none does."""
    rows = _estimable(study)
    if rows.empty:
        return None
    rows = rows[
        (rows["voice"] == "all") & (rows["standing"] == "turns") & rows["measure"].isin([SHARES, TONE])
    ]
    rows = rows[(rows["topic"] == "") | rows["topic"].isin(_labels(study))]
    pieces = [_ranked(rows[rows["measure"] == measure]).head(MOST_FRAGILE // 2) for measure in (SHARES, TONE)]
    return _listing(
        study, "fragile-contrasts", "Shares of topics and tone, the widest first", pd.concat(pieces)
    )


def leading_words_listing(study: Study) -> Listing | None:
    """The leading words of each outlet, and what becomes of them without an article; None without words."""
    rows = study.table("leave_one_out_words")
    if rows.empty:
        return None
    rows = rows[(rows["voice"] == "all") & (rows["rank"] <= LISTED)]
    known = set()
    if study.has("keyness"):
        listed_pairs = listed_words(study)[["outlet", "word"]].itertuples(index=False, name=None)
        known = {row_anchor("word", outlet, word) for outlet, word in listed_pairs}
    headings = [
        Heading("Outlet"), Heading("Word"), Heading("articles with it", True),
        Heading("no longer used more without", True),
        Heading("leaves the first 15 without", True), Heading("Without one article"),
    ]  # fmt: skip
    told = [
        Row(
            row_anchor("leading", row["outlet"], row["word"]),
            (
                Cell(str(row["outlet"]), outlet=str(row["outlet"]), is_repeat=place > 0),
                Cell(str(row["word"]), href=_link(row_anchor("word", row["outlet"], row["word"]), known)),
                Cell(f"{row['articles']:,}"),
                Cell(f"{row['sign_flips']:,} of {row['removals']:,}"),
                Cell(f"{row['drops']:,} of {row['removals']:,}"),
                Cell(STANDINGS[row["standing"]]),
            ),
        )
        for outlet in study.outlets
        for place, (_, row) in enumerate(rows[rows["outlet"] == outlet].iterrows())
    ]
    return listing("leading-words", "The first words of each outlet", headings, told) if told else None


def topics_sentence(study: Study) -> str:
    """How nearly the topics come out the same without an article; "" where that was not measured."""
    rows = study.table("topics_without_article")
    if rows.empty:
        return ""
    articles = rows.drop_duplicates("article_id")
    worst = articles.sort_values(["ari", "article_id"], kind="stable").iloc[0]
    enough = rows[rows["paragraphs_left"] >= study.settings.topics.smallest_topic]
    always = enough.groupby("topic")["found"].all()
    every = sum(articles_by_outlet(study).values())
    which = "each article" if len(articles) == every else "the longest articles"
    emptied = rows.loc[rows["paragraphs_left"] == 0, "topic"].nunique()
    lost = (
        f" {capitalised(spelled(emptied, 'topic'))} {_lies(emptied)} in one article alone." if emptied else ""
    )
    return (
        f"The topics were sought anew without {which} ({len(articles)}). Of {count(rows['topic'].nunique(), 'topic')} "
        f"{int(always.sum())} {'is' if always.sum() == 1 else 'are'} found again "
        f"whichever is left out, as long as enough of their paragraphs remain to be a topic "
        f"({spelled(study.settings.topics.smallest_topic)}).{lost} "
        f"The topics change most without "
        f"{_name(study, worst['article_id'])}: an agreement of {decimal(worst['ari'])} over the paragraphs that remain "
        "(adjusted Rand index; 1: the same), and "
        f"{count(worst['topics_found'], 'topic')} instead of {len(study.topic_labels)}."
    )


def topic_listing(study: Study) -> Listing | None:
    """Each topic, without which article it is least itself and without which it is not found; None if not measured."""
    rows = study.table("topics_without_article")
    if rows.empty or set(rows["topic"]) != set(study.topic_labels):
        return None
    headings = [
        Heading("Topic"), Heading("paragraphs", True), Heading("least overlap", True), Heading("without"),
        Heading("Not found again without"), Heading("Too little left without"),
    ]  # fmt: skip
    told = [_topic_row(study, topic, rows[rows["topic"] == topic]) for topic in sorted(study.topic_labels)]
    return listing("topics-left-out", "Which topics hang on one article?", headings, told)


def _topic_row(study: Study, topic: int, own: pd.DataFrame) -> Row:
    """One topic."""
    is_enough = own["paragraphs_left"] >= study.settings.topics.smallest_topic
    left = own[is_enough].sort_values(["jaccard", "article_id"], kind="stable")
    lost = left.loc[~left["found"], "article_id"]
    emptied = own.loc[~is_enough, "article_id"]
    least = (
        [Cell(percent(left["jaccard"].iloc[0])), Cell(_name(study, left["article_id"].iloc[0]))]
        if len(left)
        else []
    )
    cells = (
        Cell(study.topic_labels[topic], href=f"#topic-{topic}"),
        Cell(f"{own['paragraphs'].iloc[0]:,}"),
        *(least or [Cell(MISSING), Cell(MISSING)]),
        *(
            Cell(listed_up_to([_name(study, name) for name in names], 3, "article") or MISSING)
            for names in (lost, emptied)
        ),
    )
    return Row(row_anchor("topic-left-out", topic), cells)


def _lies(number: int) -> str:
    """The verb for so many topics."""
    return "lies" if number == 1 else "lie"


def _estimable(study: Study) -> pd.DataFrame:
    """The contrasts that can be formed."""
    rows = study.table("leave_one_out")
    return rows[rows["standing"] != "not estimable"] if len(rows) else rows


def _supported(study: Study, rows: pd.DataFrame) -> str:
    """How many of the differences that a test supports hold, with a leading space; "" where none is tested."""
    if not study.is_tested or not study.has("estimates"):
        return ""
    found = study.table("estimates")
    called = rows.merge(found.loc[found["verdict"] == "supported", KEY], on=KEY)
    if called.empty:
        return " A test supports none of them."
    holding = int((called["standing"] == "holds").sum())
    kept = "keeps its" if holding == 1 else "keep their"
    return (
        f" Of the {len(called):,} that a test supports {holding:,} {kept} sign whichever article is left out."
    )


def _ranked(rows: pd.DataFrame) -> pd.DataFrame:
    """The widest differences first, ties by topic and outlet."""
    ranked = rows.assign(size=rows["difference"].abs(), number=pd.to_numeric(rows["topic"].replace("", "-1")))
    return ranked.sort_values(["size", "number", "outlet"], ascending=[False, True, True], kind="stable")


def _listing(study: Study, listing_id: str, title: str, rows: pd.DataFrame) -> Listing | None:
    """A listing of contrasts."""
    headings = [
        Heading("What differs"), Heading("Outlet"), Heading("difference", True),
        Heading("with one article left out", True), Heading("turned round or ended by", True), Heading("Moved most by"),
        Heading("Reading"),
    ]  # fmt: skip
    told = [_row(study, listing_id, row) for _, row in rows.iterrows()]
    return listing(listing_id, title, headings, told) if told else None


def _row(study: Study, listing_id: str, row: pd.Series) -> Row:
    """One contrast."""
    written = points_apart if row["measure"] == SHARES else signed
    values = [
        written(row[name]).removesuffix(" percentage points") if pd.notna(row[name]) else MISSING
        for name in ("difference", "smallest", "largest", "without")
    ]
    what, href = _subject(study, row)
    cells = (
        Cell(what, href=href),
        Cell(str(row["outlet"]), outlet=str(row["outlet"])),
        Cell(f"{values[0]} points" if row["measure"] == SHARES else values[0]),
        Cell(f"{values[1]} to {values[2]}"),
        Cell(f"{row['flips']:,} of {row['articles'] - row['undefined']:,}"),
        Cell(_name(study, row["article_id"]), note=f"then {values[3]}")
        if row["article_id"]
        else Cell(MISSING),
        Cell(STANDINGS[row["standing"]]),
    )
    return Row(row_anchor(listing_id, row["measure"], row["topic"], row["instrument"], row["outlet"]), cells)


def _subject(study: Study, row: pd.Series) -> tuple[str, str]:
    """What a contrast is of, and where it links to."""
    topic = str(row["topic"])
    label = study.topic_labels.get(int(topic), "") if topic else ""
    by = f", {instruments.spoken(row['instrument'])}" if row["instrument"] else ""
    if row["measure"] == SHARES:
        return f"share of {quoted(label)}", f"#topic-{topic}"
    return f"tone{f' in {quoted(label)}' if label else ''}{by}", f"#topic-{topic}" if topic else ""


def _labels(study: Study) -> set[str]:
    """The topics of the study, as the tables of measures write them."""
    return {str(topic) for topic in study.topic_labels}


def _name(study: Study, article_id: object) -> str:
    """An article as readers know it."""
    return study.article_names.get(str(article_id), str(article_id))


def _link(anchor: str, known: set[str]) -> str:
    """A link to a row of the page, where it is there."""
    return f"#{anchor}" if anchor in known else ""
