"""Intervals of values and differences, against the bootstrap-t written out for one measure."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.compare import intervals
from analysis.compare.arrays import Floats
from analysis.compare.intervals import Contrast, bounds, figures
from analysis.compare.resampling import drawn_counts
from analysis.compare.studentised import SMALLEST_ERROR
from analysis.compare.sums import Sums
from analysis.settings import CompareSettings
from tests.compare.studies import ratio_sums

SETTINGS = CompareSettings(resamples=400)
MARGIN = np.array([0.2])


def _sums(outlets: str, measures: int = 1, seed: int = 5) -> Sums:
    rng = np.random.default_rng(seed)
    units = rng.integers(3, 20, size=(len(outlets), measures))
    return ratio_sums(rng.binomial(units, 0.4).tolist(), units.tolist(), list(outlets))


def _bounds(sums: Sums, contrasts: list[Contrast], seed: int = 7) -> intervals.Bounds:
    return bounds(
        sums, contrasts, figures=figures(sums, contrasts), margins=np.full(len(sums.keys), 0.2),
        settings=SETTINGS, rng=np.random.default_rng(seed),
    )  # fmt: skip


def _plain(totals: Floats, units: Floats) -> tuple[float, float]:
    """A ratio and its variance, article by article."""
    ratio = totals.sum() / units.sum()
    residuals = totals - ratio * units
    return ratio, len(totals) / (len(totals) - 1) * (residuals**2).sum() / units.sum() ** 2


def test_one_measure_is_what_a_loop_over_resamples_gives() -> None:
    sums = _sums("aaaaaabbbbbbb")
    found = _bounds(sums, [Contrast((0,)), Contrast((0,), (1,))])
    streams = np.random.default_rng(7).spawn(3)
    halves = [np.flatnonzero(sums.design.labels == k) for k in (0, 1)]
    observed = [_plain(sums.total[half, 0], sums.units[half, 0]) for half in halves]
    ts: list[list[float]] = [[], []]
    counts = [drawn_counts(len(half), 400, stream) for half, stream in zip(halves, streams, strict=False)]
    for draw in range(400):
        places = [np.repeat(half, count[draw]) for half, count in zip(halves, counts, strict=True)]
        drawn = [_plain(sums.total[own, 0], sums.units[own, 0]) for own in places]
        error = max(drawn[0][1], SMALLEST_ERROR**2 * observed[0][1]) ** 0.5
        ts[0].append((drawn[0][0] - observed[0][0]) / error)
        shift = drawn[0][0] - drawn[1][0] - (observed[0][0] - observed[1][0])
        error = max(drawn[0][1] + drawn[1][1], SMALLEST_ERROR**2 * (observed[0][1] + observed[1][1])) ** 0.5
        ts[1].append(shift / error)
    values = [observed[0][0], observed[0][0] - observed[1][0]]
    errors = [observed[0][1] ** 0.5, (observed[0][1] + observed[1][1]) ** 0.5]
    for row in (0, 1):
        high_t, low_t = np.quantile(ts[row], [0.975, 0.025])
        expected = values[row] - high_t * errors[row], values[row] - low_t * errors[row]
        assert (found.low[row, 0], found.high[row, 0]) == pytest.approx(expected, abs=1e-5)


def test_a_difference_the_other_way_round_is_mirrored() -> None:
    found = _bounds(_sums("aaaaaabbbbbbb", 3), [Contrast((0,), (1,)), Contrast((1,), (0,))])
    assert found.low[0] == pytest.approx(-found.high[1])
    assert found.p_equivalence[0] == pytest.approx(found.p_equivalence[1])


def test_no_result_depends_on_how_many_measures_are_resampled_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sums, contrasts = (
        _sums("aaaaaabbbbbcccccc", 4),
        [Contrast((0,)), Contrast((0,), (1, 2)), Contrast((1,), (2,))],
    )
    whole = _bounds(sums, contrasts)
    monkeypatch.setattr(intervals, "MEGABYTES", 0)
    parts = _bounds(sums, contrasts)
    assert (parts.low == whole.low).all()
    assert (parts.high == whole.high).all()


def test_outlets_of_few_articles_are_drawn_together_in_the_rest_and_have_no_interval_themselves() -> None:
    sums = _sums("aaaaaabcc", 2)
    found = _bounds(sums, [Contrast((0,)), Contrast((0,), (1, 2)), Contrast((1,), (0, 2)), Contrast((2,))])
    assert np.isfinite(found.low[0]).all()
    assert np.isnan(found.low[1:]).all()
    more = _bounds(_sums("aaaaaabbbcc", 2), [Contrast((0,), (1, 2)), Contrast((1,), (0, 2))])
    assert np.isfinite(more.low[0]).all()
    assert np.isnan(more.low[1]).all()


def test_a_measure_that_few_articles_have_has_no_interval() -> None:
    sums = ratio_sums(
        [[1, 1], [2, 0], [1, 0], [3, 0], [2, 0]], [[4, 4], [4, 4], [5, 4], [6, 0], [6, 0]], list("aaaaa")
    )
    found = _bounds(sums, [Contrast((0,))])
    assert np.isfinite(found.low[0, 0])
    assert np.isnan(found.low[0, 1])


def test_a_side_whose_articles_do_not_vary_is_not_known_without_error() -> None:
    # y has none of the rare thing in any article: no interval of the difference, and no equivalence.
    totals = [[3], [0], [1], [2], [0], [0], [0], [0], [0], [0]]
    sums = ratio_sums(totals, [[10]] * 10, list("xxxxxyyyyy"))
    found = _bounds(sums, [Contrast((0,)), Contrast((0,), (1,))])
    assert np.isfinite(found.low[0, 0])
    assert np.isnan(found.low[1, 0])
    assert np.isnan(found.p_equivalence[1, 0])


def test_resamples_without_units_are_left_out_where_they_are_few() -> None:
    units = [[5]] * 6 + [[0]] * 4
    totals = [[1], [4], [2], [3], [0], [5]] + [[0]] * 4
    assert np.isfinite(_bounds(ratio_sums(totals, units, list("aaaaaaaaaa")), [Contrast((0,))]).low[0, 0])
