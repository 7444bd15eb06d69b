"""How far two tables differ: not at all, by rounding, or by how much and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

TOLERANCE = 1e-5
"""Of a number, relative to the larger of the two, or absolute below 1: what six written digits can tell apart."""


@dataclass(frozen=True, slots=True)
class Distance:
    """How far one table is from another.

    Attributes:
        largest: the largest difference between two numbers; 0 when none differs, infinity when the tables do not fit.
        where: the place of the largest difference, or what does not fit; "" when nothing differs.
    """

    largest: float
    where: str

    @property
    def is_within(self) -> bool:
        """Whether the tables are the same up to the tolerance."""
        return self.largest <= TOLERANCE


SAME = Distance(0.0, "")


def distance(before: pd.DataFrame, after: pd.DataFrame) -> Distance:
    """How far the second table is from the first, row by row and column by column.

    d(a, b) = |a - b| / max(1, |a|, |b|), largest over all numbers; a missing number equals only a missing one.

    Args:
        before: the table that is there.
        after: the same table made anew.

    Returns:
        The largest difference and its place; infinity where columns, the number of rows or a text differ.
    """
    misfit = _misfit(before, after)
    if misfit:
        return Distance(float("inf"), misfit)
    worst = SAME
    for column in before.columns:
        found = _of_column(before[column], after[column])
        if found.largest > worst.largest:
            worst = found
    return worst


def _misfit(before: pd.DataFrame, after: pd.DataFrame) -> str:
    """Why the two cannot be compared row by row; "" when they can."""
    lost = [column for column in before.columns if column not in after.columns]
    added = [column for column in after.columns if column not in before.columns]
    if lost or added:
        told = [f"without {', '.join(lost)}"] if lost else []
        return "columns: " + ", ".join([*told, *([f"new {', '.join(added)}"] if added else [])])
    return f"{len(before):,} rows, now {len(after):,}" if len(before) != len(after) else ""


def _of_column(before: pd.Series[Any], after: pd.Series[Any]) -> Distance:
    """The largest difference within one column."""
    if not len(before):
        return SAME
    gaps = _gaps(before, after)
    row = int(np.argmax(gaps))
    if not gaps[row]:
        return SAME
    values = f"{before.iloc[row]!s}, now {after.iloc[row]!s}"
    return Distance(float(gaps[row]), f"{before.name}, row {row + 1}: {values}")


def _gaps(before: pd.Series[Any], after: pd.Series[Any]) -> np.ndarray:
    """The difference in each row; infinity for different texts, or for a number against none."""
    if before.dtype.kind in "fiu" and after.dtype.kind in "fiu":
        one, other = before.to_numpy(dtype=float), after.to_numpy(dtype=float)
        scale = np.maximum(1.0, np.maximum(np.abs(one), np.abs(other)))
        same = (one == other) | (np.isnan(one) & np.isnan(other))
        with np.errstate(invalid="ignore"):
            gaps = np.abs(one - other) / scale
        return np.where(same, 0.0, np.where(np.isnan(gaps), np.inf, gaps))
    return np.where(before.astype(str).to_numpy() == after.astype(str).to_numpy(), 0.0, np.inf)
