"""Articles drawn with replacement and their sums, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.compare import arrays
from analysis.compare.resampling import Moments, drawn_counts, pooled

TOTALS = np.array([[1.0], [4.0], [0.0], [7.0]])
UNITS = np.array([[5.0], [9.0], [4.0], [12.0]])
ONCE = np.ones((1, 4))


def test_every_sample_is_as_large_as_the_articles_are_many() -> None:
    counts = drawn_counts(7, 300, np.random.default_rng(1))
    assert counts.shape == (300, 7)
    assert set(counts.sum(axis=1).tolist()) == {7}
    assert counts.mean() == pytest.approx(1.0)


def test_what_is_drawn_does_not_depend_on_how_much_memory_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = drawn_counts(5, 50, np.random.default_rng(2))
    monkeypatch.setattr(arrays, "MEGABYTES_AT_ONCE", 0)
    assert (drawn_counts(5, 50, np.random.default_rng(2)) == whole).all()
    assert pooled([Moments.of(whole, np.ones((5, 1)), np.ones((5, 1)))])[0].tolist() == [[1.0]] * 50


def test_the_ratio_and_its_variance_are_those_worked_by_hand() -> None:
    # Totals 1 and 3 of 2 and 6 units, and 3 of 4: ratio 7 / 12. Residuals -1/6, -1/2, 2/3: squares sum to 26 / 36.
    # The variance is 3 / 2 of that over 144.
    moments = Moments.of(np.ones((1, 3)), np.array([[1.0], [3.0], [3.0]]), np.array([[2.0], [6.0], [4.0]]))
    ratio, variance = pooled([moments])
    assert ratio[0, 0] == pytest.approx(7 / 12, abs=1e-7)
    assert variance[0, 0] == pytest.approx(1.5 * 26 / 36 / 144, rel=1e-6)


def test_weights_are_articles_counted_so_often() -> None:
    weighed = Moments.of(np.array([[2, 0, 1, 1]]), TOTALS, UNITS)
    ratio, variance = pooled([weighed])
    drawn = [0, 0, 2, 3]
    assert ratio[0, 0] == pytest.approx(TOTALS[drawn].sum() / UNITS[drawn].sum(), abs=1e-7)
    residuals = TOTALS[drawn] - ratio * UNITS[drawn]
    assert variance[0, 0] == pytest.approx(4 / 3 * (residuals**2).sum() / UNITS[drawn].sum() ** 2, rel=1e-5)


def test_groups_together_have_the_ratio_of_all_and_the_variance_of_strata() -> None:
    first, second = (Moments.of(np.ones((1, 2)), TOTALS[half], UNITS[half]) for half in ([0, 1], [2, 3]))
    ratio, variance = pooled([first, second])
    assert ratio[0, 0] == pytest.approx(12 / 30, abs=1e-7)
    residuals = (TOTALS - 12 / 30 * UNITS)[:, 0]
    within = sum(2 * ((residuals[half] - residuals[half].mean()) ** 2).sum() for half in ([0, 1], [2, 3]))
    assert variance[0, 0] == pytest.approx(within / 30**2, rel=1e-5)


def test_a_single_article_shows_no_spread() -> None:
    alone = Moments.of(np.ones((1, 1)), TOTALS[:1], UNITS[:1])
    assert pooled([alone])[1].tolist() == [[0.0]]
    together = pooled([Moments.of(np.ones((1, 3)), TOTALS[1:], UNITS[1:]), alone])
    assert together[1][0, 0] > 0


def test_no_units_give_nothing() -> None:
    ratio, variance = pooled([Moments.of(ONCE, np.zeros((4, 1)), np.zeros((4, 1)))])
    assert np.isnan(ratio).all()
    assert np.isnan(variance).all()


def test_sums_do_not_depend_on_the_order_of_the_articles() -> None:
    rng = np.random.default_rng(3)
    totals, units = (
        rng.integers(0, 900_000, (40, 3)).astype(float),
        rng.integers(1, 50, (40, 3)).astype(float),
    )
    weights, order = rng.integers(0, 4, (20, 40)), rng.permutation(40)
    straight = Moments.of(weights, totals, units)
    shuffled = Moments.of(weights[:, order], totals[order], units[order])
    for name in ("e", "d", "ee", "ed", "dd"):
        assert (getattr(straight, name) == getattr(shuffled, name)).all()
