"""What the multiverse says of each headline contrast."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis import tables
from analysis.multiverse.effects import NOT_FOUND, OTHER, SAME, UNDEFINED, ZERO, rounded
from analysis.multiverse.specification import CHOICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from analysis.multiverse.contrast import Contrast

LOW, HIGH = 0.1, 0.9
FEWEST = 3
"""Differences that a level of a choice needs before its median is held against another's."""


def summary(rows: pd.DataFrame, contrasts: Sequence[Contrast], *, alpha: float) -> pd.DataFrame:
    """The table `multiverse_summary`, one row per contrast in the order of their choice.

    Args:
        rows: the table `multiverse`.
        contrasts: the headline contrasts.
        alpha: the study's level.

    Returns:
        `kind`, `topic`, `target`, `frame`, `word`, `outlet` and `subject` say what is compared; `reference` is the
        difference under the study's own choices. `specifications` (m) is the sum of `same_sign` (n), `other_sign`,
        `no_difference`, `undefined` and `not_found`. `median`, `low` and `high` (deciles) are over the specifications
        with a difference; nan without any. `moved_by` is the choice whose levels' medians are furthest apart,
        `moved` by how much, and `medians` what they are; "" and nan where no choice has two levels
        with three differences or more.
        `tested` counts the specifications with a p, `supported` is the share of them with p below alpha; nan without.
    """
    return tables.table("multiverse_summary", [
        _row(contrast, rows[rows["contrast"] == contrast.name], alpha) for contrast in contrasts
    ])  # fmt: skip


def _row(contrast: Contrast, own: pd.DataFrame, alpha: float) -> dict[str, Any]:
    """The row of one contrast."""
    counts = own["outcome"].value_counts()
    known, p = own["difference"].dropna().to_numpy("float64"), own["p"].dropna()
    median, low, high = (
        (rounded(float(value)) for value in np.quantile(known, [0.5, LOW, HIGH]))
        if len(known)
        else [math.nan] * 3
    )
    return {
        "contrast": contrast.name, "kind": contrast.kind, "topic": contrast.topic, "target": contrast.target,
        "frame": contrast.frame, "word": contrast.word, "outlet": contrast.outlet, "subject": contrast.subject,
        "reference": contrast.reference, "specifications": len(own), "same_sign": int(counts.get(SAME, 0)),
        "other_sign": int(counts.get(OTHER, 0)), "no_difference": int(counts.get(ZERO, 0)),
        "undefined": int(counts.get(UNDEFINED, 0)), "not_found": int(counts.get(NOT_FOUND, 0)),
        "median": median, "low": low, "high": high, **_moved(own), "tested": len(p),
        "supported": round(float((p < alpha).mean()), 6) if len(p) else math.nan,
    }  # fmt: skip


def _moved(own: pd.DataFrame) -> dict[str, Any]:
    """The choice that moves a contrast most: its levels' medians are furthest apart; the first of several."""
    best: dict[str, Any] = {"moved_by": "", "moved": math.nan, "medians": ""}
    for choice in CHOICES:
        levels = own.groupby(choice, sort=False)["difference"]
        medians = levels.median()[levels.count() >= FEWEST]
        if len(medians) < 2 or (best["moved_by"] and medians.max() - medians.min() <= best["moved"]):  # noqa: PLR2004
            continue
        told = "; ".join(f"{level} {value:.3f}" for level, value in medians.items())
        best = {"moved_by": choice, "moved": rounded(float(medians.max() - medians.min())), "medians": told}
    return best
