"""Likeness of units of one article, worked by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.compare.clustering import (
    design_effect,
    effective_units,
    intraclass_correlation,
    pooled_correlation,
)
from analysis.compare.design import Design
from analysis.compare.sums import KEY, Sums
from tests.compare.studies import ratio_sums


def _sums(values: list[tuple[str, list[int]]]) -> Sums:
    """One measure from [(outlet, the article's unit values)]."""
    design = Design.of({f"a{place:03d}": outlet for place, (outlet, _) in enumerate(values)})
    keys = pd.DataFrame([("family", "tone", "", "all", "", "", "", 1)], columns=list(KEY))
    total, squares, units = (
        np.array([[measured(units)] for _, units in values], dtype=float)
        for measured in (sum, lambda units: sum(value**2 for value in units), len)
    )
    return Sums(design, keys, total, squares, units, units)


def test_the_intraclass_correlation_is_that_worked_by_hand() -> None:
    # One outlet, articles (1, 3), (5, 7), (3, 5): means 2, 6, 4, grand mean 4.
    # Between: 2 * (4 + 4 + 0) / 2 = 8. Within: six deviations of 1, 6 / 3 = 2. n0 = 2.
    # ICC = (8 - 2) / (8 + 2) = .6; design effect 1 + (2 - 1) * .6 = 1.6; 6 / 1.6 = 3.75 effective units.
    sums = _sums([("x", [1, 3]), ("x", [5, 7]), ("x", [3, 5])])
    assert intraclass_correlation(sums).tolist() == pytest.approx([0.6])
    assert design_effect(sums).ravel().tolist() == pytest.approx([1.6])
    assert effective_units(sums).ravel().tolist() == pytest.approx([3.75])


def test_unequal_articles_are_worked_with_their_typical_size() -> None:
    # Articles (0, 0, 0, 4) and (4, 4): totals 4 and 8, grand mean 2. Between: 4 * 1 + 2 * 4 = 12 over 1.
    # Within: (3 * 1 + 9) + 0 = 12 over 4 = 3. n0 = 6 - (16 + 4) / 6 = 8 / 3. ICC = 9 / (12 + 5 / 3 * 3) = 9 / 17.
    sums = _sums([("x", [0, 0, 0, 4]), ("x", [4, 4])])
    assert intraclass_correlation(sums).tolist() == pytest.approx([9 / 17])
    assert design_effect(sums).ravel().tolist() == pytest.approx([1 + (20 / 6 - 1) * 9 / 17])


def test_articles_of_hardly_two_units_give_minus_one_and_no_less() -> None:
    # Articles (1, -1), 0, 0, 0 of each of two outlets: means all 0, so MSB = 0; ICC = -1 / (n0 - 1), n0 = 1.2.
    sums = _sums([(outlet, units) for outlet in "xy" for units in ([1, -1], [0], [0], [0])])
    assert intraclass_correlation(sums).tolist() == [-1.0]


def test_measures_do_not_mix() -> None:
    rng = np.random.default_rng(3)
    units = rng.integers(4, 9, size=(5, 1)) * np.ones((1, 2), dtype=int)
    totals = rng.binomial(units, [0.3, 0.7])
    both = intraclass_correlation(ratio_sums(totals.tolist(), units.tolist(), list("xxxyy")))
    alone = [
        intraclass_correlation(ratio_sums(totals[:, [m]].tolist(), units[:, [m]].tolist(), list("xxxyy")))[0]
        for m in (0, 1)
    ]
    assert both.tolist() == pytest.approx(alone)


def test_a_difference_between_outlets_is_not_likeness_within_articles() -> None:
    plain = _sums([("x", [1, 3]), ("x", [5, 7]), ("y", [3, 5]), ("y", [0, 2])])
    apart = _sums([("x", [1, 3]), ("x", [5, 7]), ("y", [103, 105]), ("y", [100, 102])])
    assert intraclass_correlation(apart) == pytest.approx(intraclass_correlation(plain))


def test_articles_all_alike_inside_have_a_correlation_of_one() -> None:
    sums = _sums([("x", [1, 1, 1]), ("x", [0, 0, 0])])
    assert intraclass_correlation(sums).tolist() == [1.0]
    assert effective_units(sums).ravel().tolist() == pytest.approx([2.0])


def test_a_negative_correlation_gains_nothing() -> None:
    sums = _sums([("x", [0, 4]), ("x", [0, 4]), ("x", [0, 4])])
    assert intraclass_correlation(sums)[0] < 0
    assert design_effect(sums).tolist() == [[1.0]]


@pytest.mark.parametrize(
    "values",
    [
        [("x", [1, 2, 3])],
        [("x", [1, 2]), ("y", [3, 4])],
        [("x", [1]), ("x", [2])],
        [("x", [2, 2]), ("x", [2, 2])],
        [("x", []), ("x", [])],
    ],
)
def test_what_cannot_be_told_is_nan(values: list[tuple[str, list[int]]]) -> None:
    assert np.isnan(intraclass_correlation(_sums(values))).all()
    assert np.isnan(design_effect(_sums(values))).all()


def test_an_article_without_units_does_not_count() -> None:
    with_empty = _sums([("x", [1, 3]), ("x", [5, 7]), ("x", []), ("x", [3, 5])])
    assert intraclass_correlation(with_empty).tolist() == pytest.approx([0.6])


def test_simulated_articles_give_back_the_correlation_they_were_made_with() -> None:
    rng = np.random.default_rng(6)
    rates = rng.beta(0.3 * 9, 0.7 * 9, size=(3_000, 1))  # beta-binomial: ICC = 1 / (a + b + 1) = .1
    units = rng.integers(5, 25, size=(3_000, 1))
    sums = ratio_sums(rng.binomial(units, rates).tolist(), units.tolist(), ["x", "y", "z"] * 1_000)
    assert intraclass_correlation(sums)[0] == pytest.approx(0.1, abs=0.015)


def test_several_measures_pool_into_one_correlation_by_how_much_they_vary() -> None:
    # Twelve articles of one outlet, four units each: measure 0 all or nothing by article (ICC 1), measure 1 never.
    units = [[4, 4]] * 12
    clustered = ratio_sums([[4, 0], [0, 0]] * 6, units, ["x"] * 12)
    assert intraclass_correlation(clustered)[0] == pytest.approx(1.0)
    assert pooled_correlation(clustered) == pytest.approx(1.0)
    # Measure 1 now half in every article: between 0, within 12 * 1 / 36; it pulls the pooled value below 1.
    # Measure 0: MSB = 4 * 12 * .25 / 11 = 12 / 11. Measure 1: MSW = 12 / 36 = 1 / 3. n0 = 4.
    mixed = ratio_sums([[4, 2], [0, 2]] * 6, units, ["x"] * 12)
    expected = (12 / 11 - 1 / 3) / (12 / 11 + 3 * (1 / 3))
    assert pooled_correlation(mixed) == pytest.approx(expected)


def test_too_few_articles_say_nothing_of_likeness() -> None:
    assert np.isnan(pooled_correlation(ratio_sums([[4], [0]] * 5, [[4]] * 10, ["x"] * 10)))
