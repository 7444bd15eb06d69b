"""The permutation test, against scipy's, against results worked by hand, and in what must not matter."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy import stats

from analysis.compare.arrays import Floats
from analysis.compare.contrast import standardised_difference
from analysis.compare.permutation import Significance, significance
from analysis.compare.sums import Sums
from analysis.settings import CompareSettings
from tests.compare.studies import ratio_sums

EXACT = CompareSettings(exact_up_to=100_000)


def _significance(sums: Sums, settings: CompareSettings = EXACT, seed: int = 1) -> Significance:
    return significance(
        np.hstack([sums.total, sums.denominators]),
        design=sums.design,
        statistic=standardised_difference(sums.total, sums.denominators, design=sums.design),
        families=sums.families,
        settings=settings,
        rng=np.random.default_rng(seed),
    )


def _random_sums(outlets: str, measures: int, seed: int = 3) -> Sums:
    rng = np.random.default_rng(seed)
    units = rng.integers(3, 15, size=(len(outlets), 1)) * np.ones((1, measures), dtype=int)
    return ratio_sums(rng.binomial(units, 0.4).tolist(), units.tolist(), list(outlets))


@pytest.mark.parametrize("outlets", ["aaabbb", "aaaabbb", "aaaaabbbbb"])
def test_the_exact_p_of_two_outlets_is_scipys(outlets: str) -> None:
    sums = _random_sums(outlets, 1)
    first = outlets.count("a")

    def difference(mine: Floats, rest: Floats) -> float:
        # scipy permutes article numbers; the statistic looks their sums up.
        own, others = mine.astype(int), rest.astype(int)
        values = [float(sums.total[group].sum() / sums.units[group].sum()) for group in (own, others)]
        return abs(values[0] - values[1])

    numbers = np.arange(len(outlets), dtype=float)
    reference = stats.permutation_test(
        (numbers[:first], numbers[first:]), difference, permutation_type="independent", n_resamples=10_000,
        alternative="greater", vectorized=False,
    )  # fmt: skip
    found = _significance(sums)
    assert found.alone[:, 0] == pytest.approx([reference.pvalue] * 2, abs=1e-9)


def test_complete_separation_reaches_the_floor_and_no_less() -> None:
    sums = ratio_sums([[5], [5], [5], [0], [0], [0]], [[5]] * 6, list("aaabbb"))
    assert _significance(sums).alone[:, 0] == pytest.approx([0.1, 0.1])
    sums = ratio_sums([[5], [5], [5], [0], [0]], [[5]] * 5, list("aaabc"))
    assert _significance(sums).alone[0, 0] == pytest.approx(0.1)


@pytest.mark.parametrize("part", [2, 7, 10])
def test_a_constant_measure_has_p_one(part: int) -> None:
    # Sevenths and tenths of different sizes round differently; no rounding may look like a difference.
    sums = ratio_sums([[2], [3], [1], [4]], [[2 * part], [3 * part], [part], [4 * part]], list("aabb"))
    found = _significance(sums)
    assert found.alone.tolist() == found.within_family.tolist() == [[1.0], [1.0]]


@pytest.mark.parametrize("outlets", ["aaabbb", "aabbcc", "aaabbc"])
def test_a_family_is_judged_by_its_largest_statistic(outlets: str) -> None:
    sums = _random_sums(outlets, 4)
    statistic = standardised_difference(sums.total, sums.denominators, design=sums.design)
    columns = np.hstack([sums.total, sums.denominators])
    found = _significance(sums)
    # By hand: every order of the labels, the largest |T| of each, and how many reach each observed |T|.
    orders = sorted(set(itertools.permutations(outlets)))
    t = [
        np.abs(
            statistic(
                np.stack([columns[[k == name for k in order]].sum(axis=0) for name in sorted(set(outlets))])[
                    None
                ]
            )
        )[0]
        for order in orders
    ]
    observed = t[orders.index(tuple(outlets))]
    expected = [[np.mean([other.max() >= value - 1e-12 for other in t]) for value in row] for row in observed]
    assert found.within_family == pytest.approx(np.array(expected))
    assert (found.within_family >= found.alone - 1e-15).all()


def test_families_are_corrected_apart() -> None:
    sums = _random_sums("aaaabbbb", 2)
    keys = sums.keys.assign(family=["one", "two"])
    apart = _significance(Sums(sums.design, keys, sums.total, sums.squares, sums.units, sums.paragraphs))
    assert apart.within_family == pytest.approx(apart.alone)


def test_random_permutations_come_close_to_all_and_are_never_zero() -> None:
    sums = _random_sums("aaaaabbbbb", 2)
    drawn = _significance(sums, CompareSettings(permutations=4_999, exact_up_to=100))
    assert drawn.alone == pytest.approx(_significance(sums).alone, abs=0.03)
    separated = ratio_sums([[1]] * 20 + [[0]] * 20, [[1]] * 40, ["a"] * 20 + ["b"] * 20)
    few = _significance(separated, CompareSettings(permutations=99, exact_up_to=100))
    assert few.alone.tolist() == [[0.01], [0.01]]


def test_an_assignment_that_leaves_an_outlet_without_units_speaks_for_no_difference() -> None:
    # Of the six divisions, the one that gives outlet a both empty articles has no difference.
    sums = ratio_sums([[3], [0], [0], [0]], [[3], [3], [0], [0]], list("abab"))
    found = _significance(sums)
    assert found.alone[0, 0] == found.within_family[0, 0] == pytest.approx(4 / 6)


def test_measures_on_different_scales_weigh_alike_in_their_family() -> None:
    sums = _random_sums("aaaabbbb", 2)
    scaled = sums.keys.assign(scale=[1, 10_000])
    rescaled = Sums(sums.design, scaled, sums.total, sums.squares, sums.units, sums.paragraphs)
    assert _significance(rescaled).within_family == pytest.approx(_significance(sums).within_family)
