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

    d(a, b) = |a - b| / max(1, |a|, |b|), largest over all numbers; what is missing equals only what is missing.

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
    return Distance(
        float(gaps[row]), f"{before.name}, row {row + 1}: {_cell(before, row)}, now {_cell(after, row)}"
    )


def _cell(column: pd.Series[Any], row: int) -> str:
    """A value as a message shows it; vectors are not written out."""
    value = column.iloc[row]
    return "a vector" if isinstance(value, np.ndarray) else str(value)


def _gaps(before: pd.Series[Any], after: pd.Series[Any]) -> np.ndarray:
    """The difference in each row; infinity for different texts, or for something against nothing."""
    if _holds_vectors(before) and _holds_vectors(after):
        pairs = zip(before, after, strict=True)
        return np.array(
            [np.max(_relative(one, other)) if one.shape == other.shape else np.inf for one, other in pairs]
        )
    if before.dtype.kind in "fiu" and after.dtype.kind in "fiu":
        return _relative(before.to_numpy(dtype=float), after.to_numpy(dtype=float))
    missing = before.isna().to_numpy() & after.isna().to_numpy()
    same = before.astype(str).to_numpy() == after.astype(str).to_numpy()
    return np.where(missing | same, 0.0, np.inf)


def _holds_vectors(column: pd.Series[Any]) -> bool:
    """Whether a column has an array in every row."""
    return len(column) > 0 and all(isinstance(value, np.ndarray) for value in column)


def _relative(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """d(a, b) of each pair of numbers; infinity for a number against none."""
    same = (one == other) | (np.isnan(one) & np.isnan(other))
    scale = np.maximum(1.0, np.maximum(np.abs(one), np.abs(other)))
    with np.errstate(invalid="ignore"):
        gaps = np.abs(one - other) / scale
    return np.where(same, 0.0, np.where(np.isnan(gaps), np.inf, gaps))
