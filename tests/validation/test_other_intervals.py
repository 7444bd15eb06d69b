"""Intervals that the engine does not use: BCa against scipy's, and where it must be silent."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from analysis.compare.arrays import Floats, ratio
from analysis.compare.resampling import drawn_counts
from analysis.validation.other_intervals import bca_interval, left_out_ratios, other_intervals

TOTALS = np.array([[1.0], [4.0], [0.0], [7.0], [2.0], [5.0], [3.0], [9.0]])
UNITS = np.array([[5.0], [9.0], [4.0], [11.0], [8.0], [6.0], [12.0], [10.0]])


def _interval(
    totals: Floats, units: Floats, *, alpha: float = 0.05, resamples: int = 2_000
) -> tuple[float, float]:
    counts = drawn_counts(len(totals), resamples, np.random.default_rng(11))
    resampled = ratio(counts @ totals, counts @ units)
    left_out = left_out_ratios(totals, units)
    estimate = float(totals.sum() / units.sum())
    return bca_interval(estimate, resampled[:, 0], left_out[:, 0], alpha=alpha)


@pytest.mark.parametrize("alpha", [0.05, 0.2])
def test_the_interval_of_one_ratio_is_scipys_from_the_same_draws(alpha: float) -> None:
    reference = stats.bootstrap(
        (TOTALS[:, 0], UNITS[:, 0]),
        lambda totals, units, axis=-1: totals.sum(axis=axis) / units.sum(axis=axis),
        paired=True, vectorized=True, n_resamples=2_000, confidence_level=1 - alpha, method="BCa",
        rng=np.random.default_rng(11),
    )  # fmt: skip
    expected = (reference.confidence_interval.low, reference.confidence_interval.high)
    assert _interval(TOTALS, UNITS, alpha=alpha) == pytest.approx(expected, abs=1e-9)


def test_a_ratio_with_one_article_left_out_is_that_of_the_others() -> None:
    left_out = left_out_ratios(np.array([[1.0], [2.0], [3.0]]), np.array([[2.0], [4.0], [9.0]]))
    assert left_out[:, 0] == pytest.approx([5 / 13, 4 / 11, 3 / 6])


@pytest.mark.parametrize(
    ("totals", "units"),
    [
        ([0, 0, 0, 0], [3, 5, 2, 8]),
        ([3, 5, 2, 8], [3, 5, 2, 8]),
        # The mean of six sevenths is not a seventh, in its last digit.
        ([1, 2, 3, 4, 5, 6], [7, 14, 21, 28, 35, 42]),
    ],
)
def test_articles_that_do_not_differ_have_no_interval(totals: list[float], units: list[float]) -> None:
    low, high = _interval(np.array(totals, dtype=float)[:, None], np.array(units, dtype=float)[:, None])
    assert np.isnan(low)
    assert np.isnan(high)


def test_an_estimate_beyond_all_resamples_has_no_interval() -> None:
    resampled, left_out = np.array([0.1, 0.2, 0.3]), np.array([0.1, 0.2, 0.4])
    assert np.isnan(bca_interval(0.5, resampled, left_out, alpha=0.05)).all()
    assert np.isnan(bca_interval(np.nan, resampled, left_out, alpha=0.05)).all()


def test_resamples_without_a_denominator_are_left_out() -> None:
    units = np.array([[0.0], [0.0], [4.0], [5.0], [6.0]])
    totals = np.array([[0.0], [0.0], [1.0], [4.0], [2.0]])
    low, high = _interval(totals, units)
    assert 1 / 4 <= low < 7 / 15 < high <= 4 / 5


def test_students_interval_is_the_mean_and_its_standard_error_where_articles_are_of_one_length() -> None:
    values = np.array([0.1, 0.4, 0.3, 0.7, 0.2])
    ends = other_intervals(
        values[:, None], np.ones((5, 1)), alpha=0.05, resamples=99, rng=np.random.default_rng(1)
    )
    expected = stats.t.interval(0.95, 4, loc=values.mean(), scale=stats.sem(values))
    assert [end[0] for end in ends["Student's t"]] == pytest.approx(list(expected), abs=1e-6)
