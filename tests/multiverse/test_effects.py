"""Differences between an outlet and the rest, and what they say of the reference, worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.compare.design import Design
from analysis.multiverse.effects import NOT_FOUND, OTHER, SAME, UNDEFINED, ZERO, Sums, outcome, rounded
from analysis.multiverse.specification import ARTICLE_MEAN, WEIGHTED

DESIGN = Design.of({"a": "Gazette", "b": "Gazette", "c": "Herald"})
SUMS = Sums(np.array([1.0, 6.0, 1.0]), np.array([2.0, 8.0, 4.0]))


def test_long_articles_weigh_more_or_all_weigh_the_same() -> None:
    # Gazette: 7 of 10, or the mean of 1/2 and 6/8; Herald: 1 of 4
    assert SUMS.difference(DESIGN, 0, WEIGHTED) == pytest.approx(7 / 10 - 1 / 4)
    assert SUMS.difference(DESIGN, 0, ARTICLE_MEAN) == pytest.approx(5 / 8 - 1 / 4)


def test_an_article_without_units_has_no_say_in_the_mean() -> None:
    sums = Sums(np.array([1.0, 0.0, 1.0]), np.array([2.0, 0.0, 4.0]))
    assert sums.difference(DESIGN, 0, ARTICLE_MEAN) == pytest.approx(1 / 2 - 1 / 4)


@pytest.mark.parametrize("estimand", [WEIGHTED, ARTICLE_MEAN])
def test_the_other_outlet_has_the_opposite_difference(estimand: str) -> None:
    assert SUMS.difference(DESIGN, 1, estimand) == -SUMS.difference(DESIGN, 0, estimand)


@pytest.mark.parametrize("estimand", [WEIGHTED, ARTICLE_MEAN])
def test_a_share_of_nothing_is_not_defined(estimand: str) -> None:
    nothing = Sums(np.array([1.0, 6.0, 0.0]), np.array([2.0, 8.0, 0.0]))
    assert math.isnan(nothing.difference(DESIGN, 0, estimand))
    assert math.isnan(nothing.difference(DESIGN, 1, estimand))


@pytest.mark.parametrize(
    ("difference", "reference", "told"),
    [
        (0.1, 0.2, SAME), (-0.1, -0.2, SAME), (0.1, -0.2, OTHER), (-0.1, 0.2, OTHER), (0.0, 0.2, ZERO),
        (math.nan, 0.2, UNDEFINED),
    ],
)  # fmt: skip
def test_the_sign_is_held_against_that_of_the_reference(
    difference: float, reference: float, told: str
) -> None:
    assert outcome(difference, reference) == told
    assert told != NOT_FOUND


def test_what_rounds_to_nothing_is_no_difference() -> None:
    assert outcome(rounded(4e-7), 0.2) == ZERO
    assert math.copysign(1, rounded(-4e-7)) == 1
