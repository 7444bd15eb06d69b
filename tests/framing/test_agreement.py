"""Agreement of scores with labels: worked by hand, and its intervals."""

from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.framing import agreement


def test_macro_f1_is_the_mean_over_the_classes_that_occur() -> None:
    truth, given = np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1])
    # class 0: 2*1 / (2 + 1); class 1: 2*2 / (2 + 3); class 2 never occurs
    assert agreement.macro_f1(truth, given, 3) == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert math.isnan(agreement.macro_f1(truth[:0], given[:0], 3))


def test_auc_counts_ties_half() -> None:
    truth = np.array([True, True, False, False])
    # pairs: .9>.5, .9>.1, .5=.5 (half), .5>.1
    assert agreement.auc(truth, np.array([0.9, 0.5, 0.5, 0.1])) == 3.5 / 4
    assert agreement.auc(truth, np.array([0.1, 0.2, 0.8, 0.9])) == 0
    assert math.isnan(agreement.auc(np.array([True, True]), np.array([0.1, 0.2])))


def test_a_correlation_is_undefined_where_nothing_varies() -> None:
    assert agreement.correlation(np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 6.0])) == pytest.approx(1)
    assert agreement.correlation(np.array([1.0, 2.0, 3.0]), np.array([3.0, 2.0, 1.0])) == pytest.approx(-1)
    assert math.isnan(agreement.correlation(np.array([1.0, 2.0]), np.array([5.0, 5.0])))


def test_the_calibration_error_is_the_gap_between_confidence_and_hits() -> None:
    probabilities = np.array([[0.8, 0.2], [0.8, 0.2], [0.4, 0.6], [0.45, 0.55]])
    truth = np.array([0, 1, 1, 1])
    # bin (.7, .8]: |1 - 1.6| = .6; bin (.5, .6]: |2 - 1.15| = .85; over 4 rows
    assert agreement.calibration_error(probabilities, truth) == pytest.approx((0.6 + 0.85) / 4)


def test_rows_of_an_article_are_drawn_together() -> None:
    values = np.array([0.0, 0.0, 1.0, 1.0])
    groups = ["a", "a", "b", "b"]
    drawn: set[float] = set()

    def mean(rows: np.ndarray) -> float:
        drawn.add(float(values[rows].mean()))
        return float(values[rows].mean())

    found = agreement.result("mean", "all", mean, groups, resamples=200)
    assert drawn == {0.0, 0.5, 1.0}
    assert (found.value, found.low, found.high, found.n, found.groups) == (0.5, 0.0, 1.0, 4, 2)


def test_a_single_article_has_no_interval() -> None:
    found = agreement.result("mean", "all", lambda rows: float(len(rows)), ["a", "a"])
    assert found.value == 2
    assert math.isnan(found.low)


def test_nothing_to_measure_gives_nan() -> None:
    found = agreement.result("mean", "all", lambda rows: float(rows.mean()), [])
    assert (found.n, found.groups) == (0, 0)
    assert math.isnan(found.value)
