"""Whether a quick test supports a contrast under a specification, where the study can carry one."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.contrast import columns_tested, standardised_difference
from analysis.compare.floors import smallest_p
from analysis.compare.permutation import significance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.compare.arrays import Floats
    from analysis.compare.design import Design
    from analysis.multiverse.cells import Cell
    from analysis.settings import CompareSettings

PERMUTATIONS = 400
EXACT_UP_TO = 1_000
AT_ONCE = 200


def p_values(cells: Sequence[Cell], design: Design, *, settings: CompareSettings, seed: int) -> list[float]:
    """The p of each cell by article-label permutation, two-sided and for this one contrast; nan where there is none.

    The statistic is `compare.contrast.standardised_difference` of the cell's own sums. All assignments are gone
    through when there are at most 1,000, else 400 are drawn, the same ones for every cell of every specification, so
    that p differ between specifications by their choices and not by the draw. Nothing is corrected: the cells of one
    contrast are one question asked again, and are counted, not tested together. nan for a cell without a difference,
    where an outlet or the rest has so few articles with units that no p below alpha is possible, and throughout a
    study that is descriptive only.

    Args:
        cells: of one design.
        design: the articles and their outlets.
        settings: of the study.
        seed: of the draws.
    """
    tested = [place for place, each in enumerate(cells) if _is_testable(each, design, settings.alpha)]
    found = [float("nan")] * len(cells)
    quick = dataclasses.replace(settings, permutations=PERMUTATIONS, exact_up_to=EXACT_UP_TO)
    for start in range(0, len(tested), AT_ONCE):
        block = tested[start : start + AT_ONCE]
        alone = _alone([cells[place] for place in block], design, quick, seed)
        for column, place in enumerate(block):
            outlet = design.outlets.index(cells[place].contrast.outlet)
            found[place] = round(float(alone[outlet, column]), 6)
    return found


def _alone(cells: Sequence[Cell], design: Design, settings: CompareSettings, seed: int) -> Floats:
    """The p of every outlet (rows) and cell (columns)."""
    sums = [each.sums for each in cells if each.sums is not None]
    numerators = np.stack([each.numerators for each in sums], axis=1)
    denominators = np.stack([each.denominators for each in sums], axis=1)
    return significance(
        columns_tested(numerators, denominators, design=design),
        design=design,
        statistic=standardised_difference(numerators, denominators, design=design),
        families=np.zeros(len(sums), dtype=np.int64),
        settings=settings,
        rng=np.random.default_rng(seed),
    ).alone


def _is_testable(cell: Cell, design: Design, alpha: float) -> bool:
    """Whether the outlet and the rest have articles with units enough for a p below alpha."""
    if cell.sums is None:
        return False
    own = design.labels == design.outlets.index(cell.contrast.outlet)
    held = cell.sums.denominators > 0
    mine, rest = int((held & own).sum()), int((held & ~own).sum())
    return min(mine, rest) > 0 and smallest_p((mine, rest)) < alpha
