"""p-values of contrasts: each outlet against the rest, all at once, and pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.contrast import standardised_difference
from analysis.compare.floors import smallest_p
from analysis.compare.multiplicity import across_families, holm_within_families
from analysis.compare.omnibus import between_outlets
from analysis.compare.permutation import significance

if TYPE_CHECKING:
    import numpy.typing as npt

    from analysis.compare.arrays import Floats
    from analysis.compare.permutation import Significance, Statistic
    from analysis.compare.sums import Sums
    from analysis.settings import CompareSettings


@dataclass(frozen=True, slots=True, eq=False)
class Tested:
    """The p of each contrast (rows) and measure (columns); nan where no p below alpha can come out.

    `alone`: uncorrected; `p`: corrected within the family by max-T.
    """

    alone: Floats
    p: Floats


def outlets_against_the_rest(sums: Sums, *, settings: CompareSettings, rng: np.random.Generator) -> Tested:
    """The p of each outlet's difference from the rest: outlets x measures."""
    testable = testable_against_rest(sums, settings.alpha)
    statistic = standardised_difference(sums.total, sums.denominators, design=sums.design)
    return _tested(sums, statistic, testable, settings=settings, rng=rng)


def all_outlets(sums: Sums, *, settings: CompareSettings, rng: np.random.Generator) -> Tested:
    """The p of the omnibus test of all outlets at once: 1 x measures."""
    testable = np.array(
        [[smallest_p(*sums.design.sizes_where(column > 0)) < settings.alpha for column in sums.units.T]],
        dtype=bool,
    ).reshape(1, len(sums.keys))
    statistic = between_outlets(sums.total, sums.denominators, design=sums.design)
    return _tested(sums, statistic, testable, settings=settings, rng=rng)


def corrected(p: Floats, families: npt.NDArray[np.int64]) -> Floats:
    """p, corrected within each family already, corrected across families too (see `multiplicity`)."""
    return across_families(p, np.broadcast_to(families, p.shape))


def corrected_equivalence(p: Floats, families: npt.NDArray[np.int64]) -> Floats:
    """The p of equivalence corrected within each family by Holm's method, and across families."""
    within = holm_within_families(p, np.broadcast_to(families, p.shape))
    return corrected(within, families)


def _tested(
    sums: Sums,
    statistic: Statistic,
    testable: npt.NDArray[np.bool_],
    *,
    settings: CompareSettings,
    rng: np.random.Generator,
) -> Tested:
    """The permutation test of a statistic; nothing is drawn if nothing can be tested."""
    blank = np.full(testable.shape, np.nan)
    if not testable.any():
        return Tested(blank, blank)
    found: Significance = significance(
        np.hstack([sums.total, sums.denominators]),
        design=sums.design,
        statistic=statistic,
        families=sums.families,
        settings=settings,
        rng=rng,
    )
    return Tested(*(np.where(testable, p, np.nan) for p in (found.alone, found.within_family)))


def testable_against_rest(sums: Sums, alpha: float) -> npt.NDArray[np.bool_]:
    """Where the outlet and the rest have units, and articles with units enough for a p below alpha."""
    by_measure = []
    for column in sums.units.T:
        strata = sums.design.sizes_where(column > 0)
        totals = [sum(sizes) for sizes in strata]
        by_measure.append(
            [
                _reachable(
                    [(sizes[k], total - sizes[k]) for sizes, total in zip(strata, totals, strict=True)], alpha
                )
                for k in range(len(sums.design.outlets))
            ]
        )
    return np.array(by_measure, dtype=bool).reshape(len(sums.keys), len(sums.design.outlets)).T


def _reachable(strata: list[tuple[int, int]], alpha: float) -> bool:
    """Whether two sides of so many articles in each stratum can differ with a p below alpha."""
    sides = [sum(side) for side in zip(*strata, strict=True)]
    return min(sides) > 0 and smallest_p(*strata) < alpha
