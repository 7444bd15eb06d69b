"""The words that set the outlets apart."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from analysis.figures.distinguishing_words import SLUG, prepare
from analysis.figures.rows import largest
from analysis.figures.wording import capitalised, count, decimal, listed, quoted, times
from analysis.report.findings.finding import Finding, single_texts
from analysis.report.listing import row_anchor
from analysis.report.passages import Passage, Passages
from analysis.report.study import Study

MOST_OUTLETS = 4
WORDS = 3


def words_finding(study: Study, passages: Passages) -> Finding | None:
    """The first words of each outlet, and the one that stands out most; None when no words were compared."""
    if not study.has("keyness"):
        return None
    data = prepare(study.table("keyness"))
    if data.empty:
        return None
    first = largest(data, "z")
    others = [outlet for outlet in study.outlets if outlet in set(data["outlet"]) - {first["outlet"]}]
    outlets = [str(first["outlet"]), *others][:MOST_OUTLETS]
    told = [f"in {outlet} {listed(_first_words(data, outlet))}" for outlet in outlets]
    return Finding(
        finding_id="finding-words",
        headline="Vocabulary",
        text=f"{capitalised(_use(study, first))} The words that stand out first are {'; '.join(told)}.",
        size=f"{quoted(str(first['word']))}, {times(first['count'])} in {count(first['articles'], 'article')}",
        limit=" ".join(
            filter(
                None, ["A word tells of the subject before it tells of a view.", single_texts(study, outlets)]
            )
        ),
        figure_id=SLUG,
        row_id=row_anchor("word", first["outlet"], first["word"]),
        passages=_example(study, passages, str(first["outlet"]), str(first["word"])),
        is_supported=_verdict(study, first) == "supported",
    )


def _first_words(data: pd.DataFrame, outlet: str) -> list[str]:
    """An outlet's leading words in quotation marks."""
    return [quoted(str(word)) for word in data.loc[data["outlet"] == outlet, "word"].head(WORDS)]


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
    rows = study.table("keyness")
    rows = rows[(rows["voice"] == "all") & (rows["topic"] == "")]
    found: pd.DataFrame = rows[(rows["outlet"] == first["outlet"]) & (rows["word"] == first["word"])]
    return found.iloc[0]


def _verdict(study: Study, first: pd.Series) -> str:
    """What the article-label test says of the word."""
    return str(_row(study, first)["verdict"])


def _example(study: Study, passages: Passages, outlet: str, word: str) -> tuple[Passage, ...]:
    """The outlet's first sentence that has the word; its first such paragraph where sentences are not known."""
    has_word = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    own = study.analysed.loc[study.analysed["outlet"] == outlet, ["paragraph_id", "plain"]]
    found = own[own["plain"].map(lambda text: has_word.search(text) is not None)].head(1)
    for paragraph_id, plain in found.itertuples(index=False):
        sentences = study.table("sentences")
        inside = (
            list(sentences.loc[sentences["paragraph_id"] == paragraph_id, "text"]) if len(sentences) else []
        )
        text = next((sentence for sentence in inside if has_word.search(sentence)), plain)
        return (passages.part(str(paragraph_id), str(text), lead=f"The first sentence with it in {outlet}"),)
    return ()
