"""Correction across families, against scipy's Benjamini-Hochberg and against results worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from analysis.compare.multiplicity import AT_ONCE, across_families, holm_within_families


def test_with_one_test_per_family_q_is_benjamini_hochberg() -> None:
    p = np.random.default_rng(4).random(40) ** 2
    expected = stats.false_discovery_control(p)
    assert across_families(p, np.arange(40)) == pytest.approx(expected, abs=1e-12)


def test_with_one_family_q_is_p() -> None:
    p = np.array([0.04, 0.2, 0.01])
    assert across_families(p, np.zeros(3, dtype=int)) == pytest.approx(p)


def test_a_second_test_of_a_picked_family_is_judged_at_the_share_of_families_picked() -> None:
    # Families' own p: .01, .04, .5. By hand: .01 * 3 / 1 = .03; .04 * 3 / 2 = .06; .5.
    # The test with p = .03 in the first family: with one family picked .03 * 3 = .09, with two max(.045, .06) = .06.
    p = np.array([0.01, 0.03, 0.04, 0.5])
    assert across_families(p, np.array([0, 0, 1, 2])) == pytest.approx([0.03, 0.06, 0.06, 0.5])


def test_very_many_tests_are_judged_as_few_are() -> None:
    p, families = np.array([0.01, 0.03, 0.04, 0.5]), np.array([0, 0, 1, 2])
    which = np.random.default_rng(6).integers(0, 4, 2 * AT_ONCE + 1)
    assert set(which.tolist()) == {0, 1, 2, 3}
    many = across_families(p[which], families[which])
    assert many.tolist() == across_families(p, families)[which].tolist()


def test_what_was_not_tested_neither_has_a_q_nor_counts_as_a_family() -> None:
    p = np.array([[0.01, np.nan], [0.2, np.nan]])
    q = across_families(p, np.array([[0, 1], [0, 1]]))
    assert q[:, 0] == pytest.approx([0.01, 0.2])
    assert np.isnan(q[:, 1]).all()


def test_nothing_tested_gives_nothing() -> None:
    assert np.isnan(across_families(np.array([np.nan, np.nan]), np.array([0, 1]))).all()


def test_q_is_never_below_p_and_keeps_its_order_within_a_family() -> None:
    rng = np.random.default_rng(8)
    p, families = rng.random(60), rng.integers(0, 9, 60)
    q = across_families(p, families)
    assert (q >= p - 1e-15).all()
    assert (q <= 1).all()
    for family in range(9):
        own = np.argsort(p[families == family], kind="stable")
        assert (np.diff(q[families == family][own]) >= 0).all()


def test_holms_steps_are_those_worked_by_hand() -> None:
    # .01 * 3 = .03; .02 * 2 = .04; .03 * 1 is below its predecessor's .04. The other family has one test.
    p = np.array([0.02, 0.01, 0.5, 0.03])
    families = np.array([0, 0, 1, 0])
    assert holm_within_families(p, families) == pytest.approx([0.04, 0.03, 0.5, 0.04])


def test_holm_never_exceeds_one_and_leaves_what_was_not_tested() -> None:
    adjusted = holm_within_families(np.array([0.6, np.nan, 0.7]), np.zeros(3, dtype=int))
    assert adjusted[[0, 2]].tolist() == [1.0, 1.0]
    assert np.isnan(adjusted[1])
