"""Dealing the articles to the outlets in other ways, each keeping its number of articles."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.floors import distinct_assignments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from analysis.compare.design import Design
    from analysis.settings import CompareSettings


def all_assignments(sizes: Sequence[int]) -> npt.NDArray[np.int8]:
    """Every distinct way to deal sum(sizes) articles to outlets of these sizes, one row each."""
    if len(sizes) == 1:
        return np.zeros((1, sizes[0]), dtype=np.int8)
    total = sum(sizes)
    others = all_assignments(sizes[1:]) + np.int8(1)
    rows = np.zeros((distinct_assignments(sizes), total), dtype=np.int8)
    for place, chosen in enumerate(itertools.combinations(range(total), sizes[0])):
        left = np.setdiff1d(np.arange(total), chosen)
        rows[place * len(others) : (place + 1) * len(others), left] = others
    return rows


def assignments(
    design: Design, *, settings: CompareSettings, rng: np.random.Generator, rows: int
) -> Iterator[npt.NDArray[np.integer]]:
    """Assignments in blocks of at most so many rows: all distinct ones, or random ones."""
    if is_exact(design, settings):
        every = all_assignments(design.sizes)
        yield from (every[start : start + rows] for start in range(0, len(every), rows))
        return
    labels = design.labels.astype(np.int16)
    for start in range(0, settings.permutations, rows):
        yield rng.permuted(np.tile(labels, (min(rows, settings.permutations - start), 1)), axis=1)


def is_exact(design: Design, settings: CompareSettings) -> bool:
    """Whether all assignments are gone through, `settings.exact_up_to` at most."""
    return distinct_assignments(design.sizes) <= settings.exact_up_to
