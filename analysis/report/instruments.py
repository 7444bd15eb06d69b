"""How far the instruments agree with one another, and the sentences on which they do least."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.figures.instruments import full_title, title
from analysis.figures.wording import MISSING, decimal, percent, signed
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.passages import Passage, Passages
from analysis.report.study import Study

MOST_QUOTED = 600
LIST = re.compile(r"(^|; )(\w+):")
"""A word list's name before its words."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A sentence with what two instruments make of it: each score, and how far from the usual (z)."""

    anchor: str
    passage: Passage
    scores: tuple[tuple[str, str], ...]
    words: str


def agreement_listing(study: Study) -> Listing | None:
    """Every pair of instruments with its correlations; None with fewer than two instruments."""
    if not study.has("instrument_agreement"):
        return None
    rows = study.table("instrument_agreement")
    headings = [
        Heading("Instruments"), Heading("sentences", True), Heading("Pearson’s r", True),
        Heading("Spearman’s ρ", True), Heading("r in single articles", True), Heading("same sign", True),
    ]  # fmt: skip
    listed = [
        Row(
            row_anchor("agreement", row["first"], row["second"]),
            (
                Cell(f"{full_title(row['first'])} {MISSING} {full_title(row['second'])}"),
                Cell(f"{row['sentences']:,}"),
                Cell(signed(row["pearson"])),
                Cell(signed(row["spearman"])),
                Cell(_span(rows, row)),
                Cell(percent(row["same_sign"]), note=f"of {row['signed']:,}"),
            ),
        )
        for _, row in rows[rows["article_id"] == ""].iterrows()
    ]
    return listing("instrument-agreement", "The agreement of each pair in numbers", headings, listed)


def disagreements(study: Study) -> list[Disagreement]:
    """The sentences that two instruments place furthest apart, the furthest first."""
    if not study.has("disagreement", "sentences"):
        return []
    passages = Passages(study)
    rows = study.table("disagreement")
    sentences = study.table("sentences")
    sentences = sentences[sentences["sentence_id"].isin(rows["sentence_id"])]
    texts = dict(zip(sentences["sentence_id"], sentences["text"], strict=True))
    voices = dict(zip(sentences["sentence_id"], sentences["voice"], strict=True))
    rows = rows[rows["paragraph_id"].map(passages.__contains__) & rows["sentence_id"].isin(list(texts))]
    return [
        Disagreement(
            anchor=row_anchor("disagreement", row["sentence_id"]),
            passage=passages.part(
                row["paragraph_id"],
                texts[row["sentence_id"]],
                MOST_QUOTED,
                lead=_lead(voices[row["sentence_id"]]),
            ),
            scores=tuple((full_title(row[side]), _score(row, side)) for side in ("first", "second")),
            words=LIST.sub(lambda found: f"{found[1]}{title(found[2])}:", row["words"]),
        )
        for _, row in rows.sort_values("rank", kind="stable").iterrows()
    ]


def _score(row: pd.Series[Any], side: str) -> str:
    """An instrument's score, and how it lies to its scores of all sentences."""
    return f"{signed(row[f'{side}_score'])}, z = {decimal(row[f'{side}_z'], 1)}"


def _lead(voice: str) -> str:
    """Whose words a sentence is, by its voice."""
    return {
        "narration": "The outlet’s own words",
        "direct": "With words in quotation marks",
        "indirect": "With reported words",
        "question": "From a question",
        "answer": "From an answer",
    }.get(voice, voice)


def _span(rows: pd.DataFrame, pair: pd.Series[Any]) -> str:
    """The lowest and the highest correlation within one article."""
    same = (rows["first"] == pair["first"]) & (rows["second"] == pair["second"])
    inside = rows.loc[same & (rows["article_id"] != ""), "pearson"].dropna()
    ends = list(dict.fromkeys(signed(value) for value in (inside.min(), inside.max())))
    return " to ".join(ends) if len(inside) else MISSING
