"""The quick test of each cell: only where the study can carry one, and with the same draws for all."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from analysis.compare.design import Design
from analysis.multiverse.cells import Cell, cell
from analysis.multiverse.contrast import SHARE, Contrast
from analysis.multiverse.effects import UNDEFINED, Sums
from analysis.multiverse.specification import WEIGHTED, Specification
from analysis.multiverse.support import p_values
from analysis.settings import CompareSettings

PLAIN = Specification(estimand=WEIGHTED)
SETTINGS = CompareSettings()


def articles(count: int) -> Design:
    """So many articles by each of two outlets."""
    return Design.of({f"{name[0]}{n:02}": name for name in ("Gazette", "Herald") for n in range(count)})


def cells(design: Design, *values: Sequence[float]) -> list[Cell]:
    """A cell for each list of the articles' shares, each of ten paragraphs."""
    contrast = Contrast(SHARE, "Gazette", topic="0", reference=0.1)
    tens = np.full(len(design.articles), 10.0)
    return [cell(contrast, PLAIN, Sums(np.array(each) * 10, tens), design) for each in values]


def test_a_design_that_is_descriptive_only_has_no_p() -> None:
    design = articles(3)
    (p,) = p_values(cells(design, [1, 1, 1, 0, 0, 0]), design, settings=SETTINGS, seed=1)
    assert math.isnan(p)


def test_with_five_against_five_the_sharpest_difference_has_the_smallest_p_possible() -> None:
    design = articles(5)
    (p,) = p_values(cells(design, [1] * 5 + [0] * 5), design, settings=SETTINGS, seed=1)
    assert p == round(2 / 252, 6)


def test_a_constant_measure_has_a_p_of_one() -> None:
    design = articles(5)
    assert p_values(cells(design, [0.5] * 10), design, settings=SETTINGS, seed=1) == [1.0]


def test_the_same_sums_have_the_same_p_whatever_stands_beside_them() -> None:
    design = articles(10)
    rng = np.random.default_rng(3)
    values = [(rng.integers(0, 10, 20) / 10).tolist() for _ in range(8)]
    among = p_values(cells(design, *values), design, settings=SETTINGS, seed=7)
    assert among == [p_values(cells(design, each), design, settings=SETTINGS, seed=7)[0] for each in values]
    assert len(set(among)) > 4


def test_where_too_few_articles_have_units_or_nothing_differs_there_is_no_p() -> None:
    design = articles(5)
    contrast = Contrast(SHARE, "Gazette", topic="0", reference=0.1)
    few = Sums(np.array([1.0] * 2 + [0] * 8), np.array([10.0] * 2 + [0] * 3 + [10.0] * 2 + [0] * 3))
    undefined = Cell(contrast, PLAIN, 0.5, math.nan, UNDEFINED, None)
    found = p_values([cell(contrast, PLAIN, few, design), undefined], design, settings=SETTINGS, seed=1)
    assert all(map(math.isnan, found))
