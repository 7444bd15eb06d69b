"""What most coders say of each unit, and what each instrument says of the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.coding.units import table, unit_of
from analysis.errors import SheetError

if TYPE_CHECKING:
    from pathlib import Path

NEUTRAL = 0.05
"""A tone nearer to 0 has no sign (the bound that VADER's authors give)."""

PRESENT = 0.5
"""The score from which on a frame counts as present."""


def majority(codes: pd.DataFrame) -> pd.DataFrame:
    """The most frequent code of every unit and variable; of tone, the most frequent sign. Ties leave the unit out.

    Returns:
        `unit`, `variable`, `value`, and `mean` (of the coders' codes).
    """
    signs = codes.assign(voted=np.where(codes["variable"] == "tone", np.sign(codes["value"]), codes["value"]))
    grouped = signs.groupby(["unit", "variable"], sort=True)
    rows = grouped.agg(value=("voted", _most_frequent), mean=("value", "mean")).reset_index()
    kept = rows[rows["value"].notna()].reset_index(drop=True)
    return kept.astype({"value": int})


def instrument_codes(report: Path, units: pd.DataFrame) -> pd.DataFrame:
    """What each instrument of a report says of some units.

    Tone becomes its sign (0 within 0.05 of 0), stance its polarity, and a frame is present from a score of .5 on.

    Args:
        report: a report's folder.
        units: `unit`, `target`; one row each.

    Returns:
        `unit`, `variable`, `instrument`, `code` (int), `score` (float).

    Raises:
        SheetError: a unit is not of this report, or its sentence reads otherwise there.
    """
    sentences = table(report, "sentences")
    if sentences is None:
        remedy = "run `framing report` first, or name its folder with --report"
        raise SheetError("holds no report", where=report, remedy=remedy)
    joined = _joined(units, sentences, report)
    parts = [_tone(report, joined), _stance(report, joined), _frames(report, joined)]
    columns = ["unit", "variable", "instrument", "code", "score"]
    return pd.concat([pd.DataFrame(columns=columns), *(part[columns] for part in parts if len(part))])


def _joined(units: pd.DataFrame, sentences: pd.DataFrame, report: Path) -> pd.DataFrame:
    """The units with their sentence and paragraph; complains about the first that the report does not have."""
    wanted, targets = set(units["unit"]), sorted(set(units["target"]))
    rows = sentences[["sentence_id", "paragraph_id", "text"]].itertuples(index=False, name=None)
    found = [
        (unit, sentence_id, paragraph_id)
        for sentence_id, paragraph_id, text in rows
        for target in targets
        if (unit := unit_of(sentence_id, text, target)) in wanted
    ]
    missing = sorted(wanted - {unit for unit, _, _ in found})
    if missing:
        problem = f"the unit {missing[0]!r} is not there, or its sentence reads otherwise than in the sheet"
        remedy = "name the report that the sheet was drawn from, or draw a new sheet"
        raise SheetError(problem, where=report, remedy=remedy)
    return units.merge(pd.DataFrame(found, columns=["unit", "sentence_id", "paragraph_id"]), on="unit")


def _tone(report: Path, joined: pd.DataFrame) -> pd.DataFrame:
    """The signs of tone."""
    tone = table(report, "tone")
    if tone is None:
        return pd.DataFrame()
    rows = joined.merge(tone.rename(columns={"tone": "score"}), on="sentence_id")
    sign = np.where(rows["score"].abs() < NEUTRAL, 0, np.sign(rows["score"])).astype(int)
    return rows.assign(variable="tone", code=sign)


def _stance(report: Path, joined: pd.DataFrame) -> pd.DataFrame:
    """The polarities toward the units' targets; a sentence that names one twice counts its first mention."""
    targets = table(report, "targets")
    if targets is None:
        return pd.DataFrame()
    rows = joined.merge(targets, on=["sentence_id", "target"]).drop_duplicates(["unit", "instrument"])
    score = rows["p_positive"] - rows["p_negative"]
    return rows.assign(variable="stance", code=rows["polarity"].astype(int), score=score)


def _frames(report: Path, joined: pd.DataFrame) -> pd.DataFrame:
    """Which frames are present in the units' paragraphs."""
    frames = table(report, "frames")
    if frames is None:
        return pd.DataFrame()
    rows = joined.merge(frames, on="paragraph_id")
    named = "frame " + rows["frame"].str.replace("_", " ").str.casefold()
    return rows.assign(variable=named, code=(rows["score"] >= PRESENT).astype(int))


def _most_frequent(values: pd.Series[int]) -> float:
    """The value that more coders gave than any other; nan where two are level."""
    ranked = Counter(values.tolist()).most_common(2)
    return float("nan") if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else float(ranked[0][0])
