"""p-values of contrasts: each outlet against the rest, all at once, and pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.assignments import is_exact
from analysis.compare.contrast import columns_tested, standardised_difference
from analysis.compare.floors import smallest_p, smallest_p_against_rest
from analysis.compare.gate import FEWEST_ON_A_SIDE
from analysis.compare.multiplicity import across_families, holm_within_families
from analysis.compare.omnibus import between_outlets
from analysis.compare.permutation import significance

if TYPE_CHECKING:
    import numpy.typing as npt

    from analysis.compare.arrays import Floats
    from analysis.compare.design import Design
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
    testable = testable_against_rest(sums, settings)
    statistic = standardised_difference(sums.total, sums.denominators, design=sums.design)
    return _tested(sums, statistic, testable, settings=settings, rng=rng)


def all_outlets(sums: Sums, *, settings: CompareSettings, rng: np.random.Generator) -> Tested:
    """The p of the omnibus test of all outlets at once: 1 x measures."""
    drawn = drawn_floor(sums.design, settings)
    testable = np.array(
        [
            [
                max(smallest_p(*sums.design.sizes_where(column > 0)), drawn) < settings.alpha
                for column in sums.units.T
            ]
        ],
        dtype=bool,
    ).reshape(1, len(sums.keys))
    statistic = between_outlets(sums.total, sums.denominators, design=sums.design)
    return _tested(sums, statistic, testable, settings=settings, rng=rng)


def corrected(p: Floats, families: npt.NDArray[np.int64]) -> Floats:
    """p, corrected within each family already, corrected across families too (see `multiplicity`)."""
    return across_families(p, np.broadcast_to(families, p.shape))


def corrected_equivalence(p: Floats, families: npt.NDArray[np.int64]) -> Floats:
    """The p of equivalence corrected within each family by Holm's method, and across families.

    Two outlets' differences are one question told twice, so that the first row stands for both.
    """
    first = p[:1] if len(p) == 2 else p  # noqa: PLR2004 - see above
    within = holm_within_families(first, np.broadcast_to(families, first.shape))
    return np.broadcast_to(corrected(within, families), p.shape)


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
        columns_tested(sums.total, sums.denominators, design=sums.design),
        design=sums.design,
        statistic=statistic,
        families=sums.families,
        settings=settings,
        rng=rng,
    )
    return Tested(*(np.where(testable, p, np.nan) for p in (found.alone, found.within_family)))


def testable_against_rest(sums: Sums, settings: CompareSettings) -> npt.NDArray[np.bool_]:
    """Where the outlet and the rest have two articles with units at least, and enough for a p below alpha."""
    drawn = drawn_floor(sums.design, settings)
    by_measure = []
    for column in sums.units.T:
        strata = sums.design.sizes_where(column > 0)
        total = sum(map(sum, strata))
        own = [sum(sizes) for sizes in zip(*strata, strict=True)]
        by_measure.append(
            [
                min(size, total - size) >= FEWEST_ON_A_SIDE
                and max(smallest_p_against_rest(k, *strata), drawn) < settings.alpha
                for k, size in enumerate(own)
            ]
        )
    return np.array(by_measure, dtype=bool).reshape(len(sums.keys), len(sums.design.outlets)).T


def drawn_floor(design: Design, settings: CompareSettings) -> float:
    """The smallest p of a test whose assignments are drawn; 0 where all are gone through."""
    return 0.0 if is_exact(design, settings) else 1 / (settings.permutations + 1)
