"""Mutual nearest neighbours between the paragraphs of two outlets, in fixed point and in blocks."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.arrays import rows_at_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.compare.arrays import Floats, Integers

SCALE = float(2**20)
"""Vectors of length 1 are kept as whole numbers up to this one: their products sum to less than 2 ** 53, so that a
float64 holds every dot product exactly, whatever the processor, and ties are ties."""

APART = -2.0
"""Below every cosine: the similarity of two paragraphs that are not compared."""


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """The paragraphs of one outlet: their rows in the table, vectors in fixed point, and days (nan where unknown)."""

    rows: Integers
    vectors: Floats
    days: Floats


def unit(vectors: Floats) -> Floats:
    """Each vector scaled to length `SCALE` and rounded to whole numbers; a vector of zeros stays."""
    lengths = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    whole: Floats = np.rint(vectors / np.where(lengths > 0, lengths, 1.0) * SCALE)
    return whole


def mutual_neighbours(vectors: Floats, paragraphs: pd.DataFrame, *, days: float) -> pd.DataFrame:
    """Pairs of paragraphs of two outlets that are each the other's nearest in the other outlet.

    cosine(a, b) = a . b / (|a| |b|), of the vectors in fixed point

    Only paragraphs whose articles appeared at most `days` apart are compared; one of an undated article is compared
    with all. Of equally near ones the earlier is taken, then the first by id. Each paragraph is in one pair at most
    with each other outlet. Memory: one block of 64 MB beside the vectors.

    Args:
        vectors: shape (paragraphs, dimensions), row by row those of the table.
        paragraphs: columns `paragraph_id`, `outlet` and `day` (a number; nan where unknown).
        days: how far apart; infinity for no limit.

    Returns:
        Columns `first` and `second` (rows of the table, the outlet first in the alphabet first) and `similarity`
        (-1 to 1, to six decimals), ordered by outlets, then by first.
    """
    sides = _sides(vectors, paragraphs)
    found = [_mutual(*pair, days=days) for pair in itertools.combinations(sides, 2)]
    columns = {"first": "int64", "second": "int64", "similarity": "float64"}
    empty = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in columns.items()})
    return pd.concat([empty, *found], ignore_index=True).astype(columns)


def _sides(vectors: Floats, paragraphs: pd.DataFrame) -> list[_Side]:
    """The outlets by name, each with its paragraphs by day and id, whatever the order of the table."""
    numbered = paragraphs.reset_index(drop=True)
    ordered = numbered.sort_values(["outlet", "day", "paragraph_id"], kind="stable")
    whole = unit(np.asarray(vectors, dtype=np.float64))
    days = numbered["day"].to_numpy(np.float64)
    rows = [own.index.to_numpy(np.int64) for _, own in ordered.groupby("outlet", sort=True)]
    return [_Side(own, whole[own], days[own]) for own in rows]


def _mutual(one: _Side, other: _Side, *, days: float) -> pd.DataFrame:
    """The mutual neighbours of two outlets."""
    chosen = np.zeros(len(one.rows), dtype=np.int64)
    highest = np.full(len(one.rows), APART)
    back, peak = np.zeros(len(other.rows), dtype=np.int64), np.full(len(other.rows), APART)
    for start, near, block in _blocks(one, other, days):
        if not near.size:
            continue
        end = start + len(block)
        best = block.argmax(axis=1)
        chosen[start:end], highest[start:end] = near[best], block.max(axis=1)
        nearer = block.max(axis=0) > peak[near]
        back[near[nearer]] = start + block.argmax(axis=0)[nearer]
        peak[near[nearer]] = block.max(axis=0)[nearer]
    rows = np.arange(len(one.rows))
    mutual = (highest > APART) & (back[chosen] == rows)
    return pd.DataFrame(
        {
            "first": one.rows[mutual],
            "second": other.rows[chosen[mutual]],
            "similarity": highest[mutual].round(6),
        }
    ).sort_values("first", kind="stable", ignore_index=True)


def _blocks(one: _Side, other: _Side, days: float) -> Iterator[tuple[int, Integers, Floats]]:
    """Blocks of similarities: where the block starts, the columns that it is about, and the block."""
    size = rows_at_once(4 * max(1, len(other.rows)))
    for start in range(0, len(one.rows), size):
        own = one.days[start : start + size]
        near = _near(own, other.days, days)
        block = (one.vectors[start : start + size] @ other.vectors[near].T) / SCALE**2
        gaps = np.abs(own[:, None] - other.days[near][None, :])
        yield start, near, np.where(gaps > days, APART, block)


def _near(own: Floats, others: Floats, days: float) -> Integers:
    """Which of the others are within the days of any of the own, or of unknown date."""
    if np.isnan(own).any() or np.isinf(days):
        return np.arange(len(others))
    is_near = (others >= own.min() - days) & (others <= own.max() + days)
    return np.flatnonzero(is_near | np.isnan(others))
