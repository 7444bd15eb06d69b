"""All outlets at once, against the analysis of variance, scipy's permutation test, and the floors."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from analysis.compare.omnibus import between_outlets
from analysis.compare.sums import Sums
from analysis.compare.tested import all_outlets
from analysis.settings import CompareSettings
from tests.compare.studies import ratio_sums

EXACT = CompareSettings(exact_up_to=100_000, alpha=0.99)


def _sums(outlets: str, seed: int = 4) -> Sums:
    rng = np.random.default_rng(seed)
    units = rng.integers(3, 12, size=(len(outlets), 1))
    return ratio_sums(rng.binomial(units, 0.4).tolist(), units.tolist(), list(outlets))


def _p(sums: Sums) -> float:
    return float(all_outlets(sums, settings=EXACT, rng=np.random.default_rng(1)).alone[0, 0])


def test_articles_of_one_length_give_the_sum_of_squares_between_outlets() -> None:
    # Values 0, 2; 4, 6; 1, 5: means 1, 5, 3, all 3. Between 2 * (4 + 4 + 0) = 16; total 9 + 1 + 1 + 9 + 4 + 4 = 28.
    # Q = 16 / (28 / 5).
    sums = ratio_sums([[0], [2], [4], [6], [1], [5]], [[1]] * 6, list("aabbcc"))
    statistic = between_outlets(sums.total, sums.denominators, design=sums.design)
    found = np.hstack([sums.per_outlet(sums.total), sums.per_outlet(sums.denominators)])[None]
    assert statistic(found).ravel().tolist() == pytest.approx([16 * 5 / 28])


@pytest.mark.parametrize("outlets", ["aaabbcc", "aabbcc", "aaabbbcc"])
def test_the_exact_p_is_scipys(outlets: str) -> None:
    sums = _sums(outlets)
    ratio = sums.total.sum() / sums.units.sum()
    residuals = (sums.total - ratio * sums.units)[:, 0]
    groups = [residuals[[other == name for other in outlets]] for name in sorted(set(outlets))]

    def spread(*parts: np.ndarray) -> float:
        return sum(float(part.sum()) ** 2 / len(part) for part in parts)

    orders = stats.permutation_test(
        groups, spread, permutation_type="independent", n_resamples=200_000, alternative="greater", vectorized=False,
    )  # fmt: skip
    assert _p(sums) == pytest.approx(orders.pvalue, abs=1e-9)


@pytest.mark.parametrize(
    ("outlets", "floor"), [("aabb", 1 / 3), ("aaabc", 0.1), ("aaabbb", 0.1), ("aaaaabbbbb", 2 / 252)]
)
def test_the_most_extreme_data_reach_the_floor_and_no_less(outlets: str, floor: float) -> None:
    heights = {"a": 0.0, "b": 8.0, "c": 3.0}
    sums = ratio_sums([[heights[name]] for name in outlets], [[10]] * len(outlets), list(outlets))
    assert _p(sums) == pytest.approx(floor)


@pytest.mark.parametrize("part", [2, 7, 10])
def test_a_constant_measure_has_p_one(part: int) -> None:
    sums = ratio_sums(
        [[2], [3], [1], [4], [2]], [[2 * part], [3 * part], [part], [4 * part], [2 * part]], list("aabbc")
    )
    assert _p(sums) == 1.0


def test_the_order_of_outlets_does_not_matter() -> None:
    assert _p(_sums("aaabbcc")) == _p(_sums("cccbbaa"))
