"""Dealing the articles to the outlets in other ways, each keeping its number of articles in each stratum."""

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
        every = _all_by_stratum(design)
        yield from (every[start : start + rows] for start in range(0, len(every), rows))
        return
    labels, strata = design.labels.astype(np.int16), _strata(design)
    # A stream for each stratum, so that what is drawn does not depend on the size of the blocks.
    streams = rng.spawn(len(strata)) if len(strata) > 1 else [rng]
    for start in range(0, settings.permutations, rows):
        block = np.tile(labels, (min(rows, settings.permutations - start), 1))
        for places, stream in zip(strata, streams, strict=True):
            block[:, places] = stream.permuted(block[:, places], axis=1)
        yield block


def is_exact(design: Design, settings: CompareSettings) -> bool:
    """Whether all assignments are gone through, `settings.exact_up_to` at most."""
    return distinct_assignments(*design.sizes_by_stratum) <= settings.exact_up_to


def _strata(design: Design) -> list[npt.NDArray[np.intp]]:
    """The places of the articles of each stratum."""
    return [np.flatnonzero(design.strata == stratum) for stratum in np.unique(design.strata)]


def _all_by_stratum(design: Design) -> npt.NDArray[np.int8]:
    """Every way to deal the articles within their strata, one row each."""
    rows = np.zeros((1, len(design.articles)), dtype=np.int8)
    for places, sizes in zip(_strata(design), design.sizes_by_stratum, strict=True):
        inside = all_assignments(sizes)
        rows = np.repeat(rows, len(inside), axis=0)
        rows[:, places] = np.tile(inside, (len(rows) // len(inside), 1))
    return rows
