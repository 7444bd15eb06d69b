"""How one actor is spoken of by an outlet and by somebody else."""

from __future__ import annotations

import pandas as pd

from analysis.figures import stance_matrix
from analysis.figures.said_of import NARRATION, SPEAKER, cells
from analysis.figures.wording import capitalised, clean, count, signed
from analysis.report.findings.finding import Finding, claims
from analysis.report.listing import cell_anchor, row_anchor
from analysis.report.passages import Passage, Passages
from analysis.report.stance import is_validated, spoken_of, validity_sentence
from analysis.report.study import Study

FEWEST = stance_matrix.FEWEST
NEAR = 0.15
"""Below this a mean is called nearly neutral."""

SCALE = f"on a scale from {signed(-1, 0)} (against) to {signed(1, 0)} (for)"


def stance_finding(study: Study, passages: Passages) -> Finding | None:
    """The actor of whom an outlet's narration says most, and who else speaks of it most differently.

    Without such narration, the actor on whom two speakers are furthest apart. None where no actor is mentioned in three
    sentences by two speakers, or where nothing is known of how right the instrument is.
    """
    rows = spoken_of(study)
    if rows.empty or not is_validated(study):
        return None
    firm = cells(rows)
    firm = firm[firm["sentences"] >= FEWEST]
    pair = _pair(firm)
    if pair is None:
        return None
    one, other = pair
    return Finding(
        finding_id="finding-stance",
        headline=f"How {clean(one['target'])} is spoken of",
        claims=claims(
            (f"{_told(one, study)}, {SCALE}.", _cells(one)),
            (f"{_told(other, study)}.", _cells(other)),
        ),
        size="; ".join(f"{clean(row['row'])}, {_size(row)}" for row in pair) + study.scope.within("targets"),
        limit=_limit(study),
        figure_id=stance_matrix.SLUG,
        is_contrast=_tendency(one["stance"]) != _tendency(other["stance"]),
        passages=tuple(_typical(rows, passages, row) for row in pair),
    )


def _cells(row: pd.Series) -> list[str]:
    """Where the numbers of a speaker's stance toward an actor stand in the page."""
    own = row_anchor("stance", row["row"], row["target"])
    return [cell_anchor(own, name) for name in ("Mean stance", "sentences", "against", "neutral", "for")]


def _pair(firm: pd.DataFrame) -> tuple[pd.Series, pd.Series] | None:
    """The two cells that the finding compares."""
    shared = firm[firm.groupby("target")["row"].transform("nunique") > 1]
    if shared.empty:
        return None
    narrated = shared[shared["kind"] == NARRATION]
    if len(narrated):
        one = narrated.sort_values("sentences", ascending=False, kind="stable").iloc[0]
    else:
        spans = shared.groupby("target", sort=True)["stance"].agg(lambda values: values.max() - values.min())
        own = shared[shared["target"] == spans.sort_values(ascending=False, kind="stable").index[0]]
        one = own.sort_values("stance", kind="stable").iloc[0]
    others = shared[(shared["target"] == one["target"]) & (shared["row"] != one["row"])]
    gaps = (others["stance"] - one["stance"]).abs().sort_values(ascending=False, kind="stable")
    return one, others.loc[gaps.index[0]]


def _told(row: pd.Series, study: Study) -> str:
    """A cell in words."""
    who = {
        NARRATION: f"In its own words {clean(row['speaker'])} speaks",
        SPEAKER: f"{clean(row['speaker'])}, as printed, speaks",
    }.get(row["kind"], f"In its questions {clean(row['speaker'])} speaks")
    counts = ", ".join(
        f"{row[column]:,} {name}"
        for column, name in (("negative", "against"), ("neutral", "neutral"), ("positive", "for"))
    )
    return (
        f"{capitalised(who)} of {clean(row['target'])}, on balance, {_tendency(row['stance'])}: mean stance "
        f"{signed(row['stance'])} in {count(row['sentences'], 'sentence')} ({counts}){study.scope.within('targets')}"
    )


def _tendency(stance: float) -> str:
    """Which way a mean tends, in words."""
    if abs(stance) < NEAR:
        return "neither critically nor favourably"
    return "critically" if stance < 0 else "favourably"


def _size(row: pd.Series) -> str:
    """The n of a cell."""
    return f"{count(row['sentences'], 'sentence')} in {count(row['articles'], 'article')}"


def _limit(study: Study) -> str:
    """What the reader must know beside the numbers."""
    return (
        "This describes these texts. A classifier read each sentence by itself, and what is quoted or reported counts "
        f"for its speaker. {validity_sentence(study, most=1)}"
    )


def _typical(rows: pd.DataFrame, passages: Passages, cell: pd.Series) -> Passage:
    """The sentence of a cell whose stance is nearest to its mean."""
    own = rows[(rows["row"] == cell["row"]) & (rows["target"] == cell["target"])]
    gaps = (own["stance"] - cell["stance"]).abs()
    nearest = own.loc[gaps.sort_values(kind="stable").index[0]]
    lead = f"{clean(cell['row'])}; stance {signed(nearest['stance'])}, the nearest to the mean"
    return passages.part(nearest["paragraph_id"], nearest["text"], lead=lead)
