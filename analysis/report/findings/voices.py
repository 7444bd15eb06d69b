"""Whose words the outlets print."""

from __future__ import annotations

import pandas as pd

from analysis.figures.rows import largest
from analysis.figures.voices import SLUG, prepare
from analysis.figures.wording import capitalised, listed, percent
from analysis.report.findings.finding import Finding, of_many, outlet_sizes, single_texts
from analysis.report.passages import Passage, Passages
from analysis.report.study import Study

REPORTED = "Reported speech without quotation marks (“he said that …”) counts as the outlet's own voice."
MOST_OUTLETS = 4


def voices_finding(study: Study, passages: Passages) -> Finding | None:
    """How much of its words each outlet says in its own voice; None with fewer than two outlets."""
    if not study.has("sentences", "paragraphs"):
        return None
    data = prepare(study.table("sentences"), study.table("paragraphs"))
    own = data[data["voice"] == "narration"].set_index("outlet")["share"]
    own = own.reindex([outlet for outlet in study.outlets if outlet in set(data["outlet"])]).fillna(0.0)
    if len(own) < 2:  # noqa: PLR2004 - a comparison takes two
        return None
    ranked = own.sort_values(ascending=False, kind="stable")
    named = _ends(ranked)
    told = [f"{outlet} {percent(share)}" for outlet, share in named.items()]
    first = f"{named.index[0]} says {percent(named.iloc[0])} of its words in its own voice"
    return Finding(
        finding_id="finding-voices",
        headline="Who speaks",
        text=f"{capitalised(listed([first, *told[1:]]))}.{of_many(len(named), len(ranked))}{_interviews(study, data)}",
        size=outlet_sizes(study, list(named.index)),
        limit=" ".join(filter(None, [REPORTED, single_texts(study, list(named.index))])),
        figure_id=SLUG,
        row_id="",
        passages=tuple(_longest(study, passages, str(ranked.index[-1]))),
    )


def _ends(ranked: pd.Series[float]) -> pd.Series[float]:
    """All of a few outlets; of many, the two highest and the two lowest."""
    half = MOST_OUTLETS // 2
    return ranked if len(ranked) <= MOST_OUTLETS else pd.concat([ranked.iloc[:half], ranked.iloc[-half:]])


def _interviews(study: Study, data: pd.DataFrame) -> str:
    """Who the interviewees are and how much they say, with a leading space; "" without an interview."""
    answers = data[data["voice"] == "answer"]
    turns = study.analysed[study.analysed["kind"] == "answer"]
    told = []
    for outlet, share in zip(answers["outlet"], answers["share"], strict=True):
        speakers = sorted(set(turns.loc[turns["outlet"] == outlet, "speaker"]) - {""})
        who = f"the answers of {speakers[0]}" if len(speakers) == 1 else "answers of interviewees"
        told.append(f"in {outlet} {who} make up {percent(share)} of the words")
    return f" {capitalised(listed(told))}." if told else ""


def _longest(study: Study, passages: Passages, outlet: str) -> list[Passage]:
    """The longest paragraph of an outlet, as the example of what it prints."""
    own = study.analysed[study.analysed["outlet"] == outlet]
    if own.empty:
        return []
    longest = largest(own.assign(characters=own["plain"].str.len()), "characters")
    return [passages.opening(str(longest["paragraph_id"]), lead=f"The longest paragraph in {outlet}")]
