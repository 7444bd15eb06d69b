"""The words that set the outlets apart."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.figures import words_within_topics
from analysis.figures.distinguishing_words import SLUG, prepare
from analysis.figures.leading_words import against_all
from analysis.figures.rows import largest
from analysis.figures.wording import capitalised, clean, count, decimal, listed, percent, quoted, times
from analysis.report.findings.finding import Finding, claims, single_texts
from analysis.report.listing import cell_anchor, row_anchor
from analysis.report.passages import Passage, Passages
from analysis.report.study import Study
from analysis.report.word_evidence import WordEvidence, sentence_with

MOST_OUTLETS = 4
WORDS = 3


def words_finding(study: Study, passages: Passages) -> Finding | None:
    """The first words of each outlet, and the one that stands out most; None when no words were compared."""
    if not study.has("keyness"):
        return None
    data = prepare(study.table("keyness"))
    if data.empty:
        return None
    first = _first(study, data)
    others = [outlet for outlet in study.outlets if outlet in set(data["outlet"]) - {first["outlet"]}]
    outlets = [str(first["outlet"]), *others][:MOST_OUTLETS]
    told = [f"in {outlet} {listed(map(quoted, _first_words(data, outlet)))}" for outlet in outlets]
    shared = _widest_on_one_topic(study)
    row = row_anchor("word", first["outlet"], first["word"])
    return Finding(
        finding_id="finding-words",
        headline="Vocabulary",
        claims=claims(
            (
                capitalised(_use(study, first)),
                [cell_anchor(row, name) for name in ("times", "per 1,000 words", "others, per 1,000")],
            ),
            (
                f"The words that stand out first are {'; '.join(told)}.",
                [
                    cell_anchor(row_anchor("word", outlet, word), "Word or phrase")
                    for outlet in outlets
                    for word in _first_words(data, outlet)
                ],
            ),
            (_on_one_topic(study, shared), _topic_word(shared)),
        ),
        size=_size(first),
        limit=" ".join(
            filter(
                None, ["A word tells of the subject before it tells of a view.", single_texts(study, outlets)]
            )
        ),
        figure_id=SLUG,
        passages=_example(study, passages, str(first["outlet"]), str(first["word"])),
        is_supported=_verdict(study, first) == "supported",
    )


def _first_words(data: pd.DataFrame, outlet: str) -> list[str]:
    """An outlet's leading words."""
    return [str(word) for word in data.loc[data["outlet"] == outlet, "word"].head(WORDS)]


def _first(study: Study, data: pd.DataFrame) -> pd.Series[Any]:
    """The word that is furthest out: in a tested study of those that the test supports, if there are any."""
    rows = against_all(study.table("keyness"))
    supported = rows.loc[rows["verdict"] == "supported", ["outlet", "word"]].astype("str")
    keys = set(supported.itertuples(index=False, name=None)) if study.is_tested else set()
    firm = [pair in keys for pair in zip(data["outlet"].astype("str"), data["word"], strict=True)]
    return largest(data[firm] if any(firm) else data, "z")


def _size(first: pd.Series) -> str:
    """The word's count, its articles, and how much of it one article holds."""
    told = f"{quoted(str(first['word']))}, {times(first['count'])} in {count(first['articles'], 'article')}"
    if first["articles"] == 1:
        return told
    return f"{told}, {percent(first['largest_article_share'])} of it in one of them"


def _widest_on_one_topic(study: Study) -> pd.Series[Any] | None:
    """The widest gap in a word within a topic that outlets share; None without one."""
    if not study.has("keyness", "topics"):
        return None
    data = words_within_topics.prepare(study.table("keyness"), study.table("topics"))
    return None if data.empty else largest(data, "z")


def _topic_word(widest: pd.Series[Any] | None) -> list[str]:
    """Where its numbers stand in the page."""
    if widest is None:
        return []
    row = row_anchor("topic-words", widest["topic"], "", widest["outlet"], widest["word"])
    return [cell_anchor(row, "times")]


def _on_one_topic(study: Study, widest: pd.Series[Any] | None) -> str:
    """The widest gap in a word within a topic that outlets share, in words; "" without one."""
    if widest is None:
        return ""
    outlet, word = str(widest["outlet"]), str(widest["word"])
    own = study.table("keyness")
    own = own[
        (own["topic"] == str(widest["topic"])) & (own["voice"] == "all") & (own["other"] == "")
        & (own["outlet"] == outlet)
    ]  # fmt: skip
    row = own[own["word"] == word].iloc[0]
    words = words_within_topics.words_on(own["count"], own["rate_per_1000"]).max()
    elsewhere = "never"
    if row["rest_count"]:
        rest = words_within_topics.words_on(own["rest_count"], own["rest_rate_per_1000"]).max()
        elsewhere = f"{times(row['rest_count'])} in {count(rest, 'word')}"
    return (
        f"Where they speak of one topic, {quoted(clean(widest['label']))}, {quoted(word)} sets them apart most: "
        f"{outlet} uses it {times(row['count'])} in its {count(words, 'word')} on it, the others {elsewhere}."
    )


def _use(study: Study, first: pd.Series) -> str:
    """How often one outlet uses its word, and how often the others do."""
    row = _row(study, first)
    elsewhere = "the others never use it"
    if row["rest_count"]:
        elsewhere = (
            f"the others {times(row['rest_count'])}, {decimal(row['rest_rate_per_1000'], 1)} in every 1,000"
        )
    rate = decimal(first["rate_per_1000"], 1)
    use = f"{first['outlet']} uses {quoted(str(first['word']))} {times(first['count'])}"
    return f"{use}, {rate} in every 1,000 words; {elsewhere}."


def _row(study: Study, first: pd.Series) -> pd.Series[Any]:
    """The word's row in the table of all words."""
    rows = against_all(study.table("keyness"))
    found: pd.DataFrame = rows[(rows["outlet"] == first["outlet"]) & (rows["word"] == first["word"])]
    return found.iloc[0]


def _verdict(study: Study, first: pd.Series) -> str:
    """What the article-label test says of the word."""
    return str(_row(study, first)["verdict"])


def _example(study: Study, passages: Passages, outlet: str, word: str) -> tuple[Passage, ...]:
    """The outlet's first sentence that has the word; its first such paragraph where sentences are not known."""
    paragraph = WordEvidence(study).paragraph(outlet, word)
    if not paragraph:
        return ()
    text = sentence_with(study, paragraph, word)
    return (passages.part(paragraph, text, lead=f"The first sentence with it in {outlet}{passages.among}"),)
