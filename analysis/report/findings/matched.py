"""The sharpest contrast inside one event: two outlets report the same fact in a different tone."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.figures import instruments, matched_tone
from analysis.figures.rows import largest
from analysis.figures.wording import capitalised, count, signed
from analysis.report.event_tables import event_titles
from analysis.report.findings.finding import Finding, claims
from analysis.report.matched import SURE, at_hand, pair_anchor
from analysis.report.passages import MOST_QUOTED, Passages
from analysis.report.study import Study

LENGTHS = 2.0
"""How many times as long as the other a paragraph may be: a longer one holds other facts, and their tone."""

LEAST = 0.2


def matched_finding(study: Study, passages: Passages) -> Finding | None:
    """The matched facts that two outlets word furthest apart in tone; None where none is clearly apart."""
    if not study.has("matches", "tone", "sentences"):
        return None
    rows = tones_of_pairs(study)
    rows = at_hand(passages, rows)
    if rows.empty or rows["gap"].max() < LEAST:
        return None
    far = largest(rows, "gap")
    low, high = ("first", "second") if far["first_tone"] <= far["second_tone"] else ("second", "first")
    by = instruments.spoken(str(far["instrument"]))
    title = event_titles(study, [int(far["event"])]).get(int(far["event"]), "")
    ends = tuple(
        passages.opening(
            str(far[f"{end}_id"]),
            MOST_QUOTED,
            lead=f"{far[f'{end}_outlet']}, tone {signed(far[f'{end}_tone'])}",
        )
        for end in (low, high)
    )
    return Finding(
        finding_id="finding-matched",
        headline="The same fact, in another tone",
        claims=claims(
            (
                (
                    f"{capitalised(far[f'{low}_outlet'])} and {far[f'{high}_outlet']} seem to report the same fact"
                    f"{f' (“{title}”)' if title else ''}."
                ),
                [pair_anchor(far)],
            ),
            (
                (
                    f"By {by} the wording is {signed(far[f'{low}_tone'])} in the one and "
                    f"{signed(far[f'{high}_tone'])} in the other."
                ),
                [pair_anchor(far)],
            ),
        ),
        size=(
            f"the furthest apart of {count(len(rows), 'pair')} of paragraphs of like length"
            f"{study.scope.within('matches', 'paragraphs')}"
        ),
        limit=(
            "An extreme, picked as such: the other pairs lie closer together. The match was made by rule and may be "
            "wrong; and a paragraph may say more than the fact that both report."
        ),
        figure_id=matched_tone.SLUG,
        passages=ends,
    )


def tones_of_pairs(study: Study) -> pd.DataFrame:
    """The likely matches of one fact with the tone of both paragraphs, by the first instrument.

    Returns:
        The rows of `matches` of kind "report" with a probability of .8 or more whose paragraphs are of like length,
        with `instrument`, `first_tone`, `second_tone` (means over the sentences) and `gap`, their distance.
    """
    scored = instruments.drawn(study.table("tone"))
    told = study.table("sentences")[["sentence_id", "paragraph_id"]].merge(scored, on="sentence_id")
    tones = told.groupby("paragraph_id")["tone"].mean()
    lengths = study.analysed.set_index("paragraph_id")["plain"].str.len()
    rows = study.table("matches")
    rows = rows[(rows["kind"] == "report") & (rows["probability"] >= SURE)]
    rows = rows.assign(
        instrument=scored["instrument"].iloc[0] if len(scored) else "",
        first_tone=rows["first_id"].map(tones).astype(float),
        second_tone=rows["second_id"].map(tones).astype(float),
    )  # fmt: skip
    # Without rows pandas would take the lengths for texts.
    first, second = (rows[end].map(lengths).astype(float) for end in ("first_id", "second_id"))
    ratio = np.abs(np.log(first / second))
    rows = rows.assign(gap=(rows["first_tone"] - rows["second_tone"]).abs().round(6))
    kept: pd.DataFrame = rows[(ratio <= np.log(LENGTHS)) & rows["gap"].notna()]
    return kept.sort_values(["first_id", "second_id"], kind="stable")
