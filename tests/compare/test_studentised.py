"""The bootstrap-t, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.compare.studentised import SMALLEST_ERROR, Studentised


def _strayed(figure: float, error: float, t: list[float]) -> Studentised:
    return Studentised(np.array([figure]), np.array([error]), np.array(t)[:, None])


def test_the_ends_are_the_figure_less_the_opposite_quantiles_of_t() -> None:
    # t = -2, -1, 0, 1, 5: the quartiles are -1 and 1, the 90th percentile 1 + .6 * 4 = 3.4.
    strayed = _strayed(10.0, 2.0, [-2, -1, 0, 1, 5])
    low, high = strayed.interval(0.5)
    assert (low[0], high[0]) == pytest.approx((8.0, 12.0))
    low, high = strayed.interval(0.2)
    assert (low[0], high[0]) == pytest.approx((10 - 2 * 3.4, 10 + 2 * 1.6))


def test_t_is_the_shift_over_the_error_of_the_resample() -> None:
    strayed = Studentised.of(
        np.array([0.5]), np.array([0.04]), drawn=np.array([[0.8], [0.5], [0.2]]),
        drawn_variance=np.array([[0.09], [0.01], [0.0]]),
    )  # fmt: skip
    assert strayed.error == pytest.approx([0.2])
    # The last resample does not vary: its error is taken as a share of that of the data.
    assert strayed.t[:, 0] == pytest.approx([1.0, 0.0, -0.3 / (SMALLEST_ERROR * 0.2)])


def test_figures_without_spread_have_no_interval_and_no_equivalence() -> None:
    strayed = Studentised.of(
        np.array([0.5]), np.array([0.0]), drawn=np.full((9, 1), 0.5), drawn_variance=np.zeros((9, 1))
    )
    assert np.isnan(strayed.interval(0.05)).all()
    assert np.isnan(strayed.equivalence(np.array([0.1]))).all()


def test_equivalence_is_the_worse_of_two_one_sided_tests() -> None:
    # figure .02, error .05, margin .1: (.02 - .1) / .05 = -1.6, (.02 + .1) / .05 = 2.4.
    # Of nine t two are at most -1.6 and one at least 2.4: p = (2 + 1) / 10.
    strayed = _strayed(0.02, 0.05, [-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3])
    assert strayed.equivalence(np.array([0.1])) == pytest.approx([0.3])
    assert strayed.equivalence(np.array([1.0])) == pytest.approx([0.1])
    assert np.isnan(strayed.equivalence(np.array([np.nan]))).all()


def test_a_wider_margin_is_never_harder_to_keep_to() -> None:
    t = np.random.default_rng(1).standard_normal(999).tolist()
    found = [_strayed(0.02, 0.05, t).equivalence(np.array([margin]))[0] for margin in (0.05, 0.1, 0.2, 0.4)]
    assert found == sorted(found, reverse=True)


def test_an_interval_within_the_margin_is_what_equivalence_at_the_level_means() -> None:
    t = np.random.default_rng(2).standard_normal(1999).tolist()
    strayed = _strayed(0.02, 0.05, t)
    low, high = strayed.interval(0.1)
    inside = max(-low[0], high[0])
    assert strayed.equivalence(np.array([inside * 1.02]))[0] < 0.05
    assert strayed.equivalence(np.array([inside * 0.98]))[0] > 0.05
