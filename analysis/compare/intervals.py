"""Intervals and tests of equivalence of every outlet, of its difference from others, and of every pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.arrays import Floats, ratio
from analysis.compare.floors import interval_is_possible
from analysis.compare.resampling import Moments, drawn_counts, pooled
from analysis.compare.studentised import Studentised

if TYPE_CHECKING:
    import numpy.typing as npt

    from analysis.compare.sums import Sums
    from analysis.settings import CompareSettings

MEGABYTES = 192
"""How much the resampled sums of one block of measures may take; no result depends on it."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Some outlets, by number, less others; with no others, the value of the outlets themselves."""

    own: tuple[int, ...]
    other: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """Ends of each interval, and p of equivalence to 0 within the margin: contrasts x measures."""

    low: Floats
    high: Floats
    p_equivalence: Floats


def bounds(
    sums: Sums,
    contrasts: Sequence[Contrast],
    *,
    figures: Floats,
    margins: Floats,
    settings: CompareSettings,
    rng: np.random.Generator,
) -> Bounds:
    """Bootstrap-t intervals of contrasts, by resampling each outlet's articles whole (see `studentised`).

    Every outlet draws from its own articles, as many as it has; those of too few for an interval of their own (see
    `interval_is_possible`) draw from theirs together. Where several outlets stand on one side, their sums are added:
    the articles of one outlet are a stratum of the others' pool.

    Args:
        sums: article-level sums.
        contrasts: what is wanted.
        figures: the value of each contrast, contrasts x measures.
        margins: the smallest difference that matters of each measure, nan for none.
        settings: how many resamples, and the level.
        rng: one stream for each outlet comes from it, so that no outlet's articles move another's draws.

    Returns:
        nan where a side has too few articles with units, or where these do not differ: all of a rare topic's shares
        may be 0 on one side, which does not say that the share is 0 without error.
    """
    groups = _groups(sums, settings, rng)
    shape = (len(contrasts), len(sums.keys))
    found = Bounds(*(np.full(shape, np.nan) for _ in range(3)))
    enough = [_enough(sums, contrast, settings.alpha) for contrast in contrasts]
    for measures in _blocks(shape[1], len(groups) * settings.resamples):
        observed = [_moments(group, sums, measures, resampled=False) for group in groups]
        drawn = [_moments(group, sums, measures, resampled=True) for group in groups]
        for row, contrast in enumerate(contrasts):
            sides = [_members(groups, side) for side in (contrast.own, contrast.other)]
            usable = enough[row][measures]
            if None in sides or not usable.any():
                continue
            wanted = [side or [] for side in sides]
            usable = usable & _varies(observed, wanted)
            strayed = _studentised(observed, drawn, wanted, figures[row, measures])
            ends = (*strayed.interval(settings.alpha), strayed.equivalence(margins[measures]))
            for matrix, values in zip((found.low, found.high, found.p_equivalence), ends, strict=True):
                matrix[row, measures] = np.where(usable, values, np.nan)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Outlets whose articles are drawn together: their places, and how often each is in each sample."""

    outlets: frozenset[int]
    places: npt.NDArray[np.intp]
    counts: npt.NDArray[np.uint16]


def _groups(sums: Sums, settings: CompareSettings, rng: np.random.Generator) -> list[_Group]:
    """Each outlet of enough articles by itself, all others together."""
    sizes = sums.design.sizes
    alone = [k for k, size in enumerate(sizes) if interval_is_possible(size, settings.alpha)]
    few = [k for k in range(len(sizes)) if k not in alone]
    streams = rng.spawn(len(sizes) + 1)
    together = [([outlet], streams[outlet]) for outlet in alone] + ([(few, streams[-1])] if few else [])
    made = []
    for outlets, stream in together:
        places = np.flatnonzero(np.isin(sums.design.labels, outlets))
        made.append(_Group(frozenset(outlets), places, drawn_counts(len(places), settings.resamples, stream)))
    return made


def _moments(group: _Group, sums: Sums, measures: slice, *, resampled: bool) -> Moments:
    """The sums of a group's articles, as they are or in each resample."""
    numerators, denominators = (matrix[group.places, measures] for matrix in (sums.total, sums.denominators))
    weights = group.counts if resampled else np.ones((1, len(group.places)), dtype=np.uint16)
    return Moments.of(weights, numerators, denominators)


def _members(groups: Sequence[_Group], outlets: tuple[int, ...]) -> list[int] | None:
    """The groups that these outlets make up; None where a group holds others too."""
    wanted = frozenset(outlets)
    inside = [number for number, group in enumerate(groups) if group.outlets & wanted]
    return inside if all(groups[number].outlets <= wanted for number in inside) else None


def _enough(sums: Sums, contrast: Contrast, alpha: float) -> npt.NDArray[np.bool_]:
    """For which measures both sides have articles with units enough for an interval."""
    counts = sums.articles_with_units()
    sides = [counts[list(side)].sum(axis=0) for side in (contrast.own, contrast.other) if side]
    return np.array(
        [all(interval_is_possible(int(side[m]), alpha) for side in sides) for m in range(len(sums.keys))],
        dtype=bool,
    )


def _studentised(
    observed: Sequence[Moments], drawn: Sequence[Moments], sides: Sequence[Sequence[int]], figure: Floats
) -> Studentised:
    """The contrast of two sides, each some groups."""
    (value, variance), (values, variances) = (_differences(moments, sides) for moments in (observed, drawn))
    return Studentised.of(figure, variance[0], drawn=figure + (values - value), drawn_variance=variances)


def _differences(moments: Sequence[Moments], sides: Sequence[Sequence[int]]) -> tuple[Floats, Floats]:
    """Ratio of the first side less that of the second, if there is one, and its variance."""
    parts = [pooled([moments[number] for number in side]) for side in sides if side]
    if len(parts) == 1:
        return parts[0]
    return parts[0][0] - parts[1][0], parts[0][1] + parts[1][1]


def _varies(observed: Sequence[Moments], sides: Sequence[Sequence[int]]) -> npt.NDArray[np.bool_]:
    """For which measures the articles of every side differ: a side in which none do is not known without error."""
    variances = [pooled([observed[number] for number in side])[1][0] for side in sides if side]
    varies: npt.NDArray[np.bool_] = np.logical_and.reduce([variance > 0 for variance in variances])
    return varies


def _blocks(measures: int, floats: int) -> Iterator[slice]:
    """The measures in blocks whose resampled sums fit into the memory allowed."""
    step = max(1, MEGABYTES * 2**20 // (8 * 5 * max(1, floats)))
    yield from (slice(start, min(start + step, measures)) for start in range(0, measures, step))


def figures(sums: Sums, contrasts: Sequence[Contrast]) -> Floats:
    """The value of each contrast: contrasts x measures, nan where a side has no units."""
    total, denominators = sums.per_outlet(sums.total), sums.per_outlet(sums.denominators)

    def value(outlets: tuple[int, ...]) -> Floats:
        return ratio(total[list(outlets)].sum(axis=0), denominators[list(outlets)].sum(axis=0))

    values = [value(each.own) - value(each.other) if each.other else value(each.own) for each in contrasts]
    return np.array(values).reshape(len(contrasts), len(sums.keys))
