"""Which mutants are drawn, and how the killed ones are counted."""

from __future__ import annotations

from tests.mutation.run import counted, fate_of
from tests.mutation.sample import drawn

NAMES = [f"analysis.compare.shares.x_share__mutmut_{number}" for number in range(200)]


def test_a_sample_is_the_same_for_a_seed_in_any_order_of_the_names_and_another_for_another() -> None:
    sample = drawn(NAMES, size=50, seed=1)
    assert len(set(sample)) == 50
    assert drawn(NAMES[::-1], size=50, seed=1) == sample
    assert len(set(drawn(NAMES, size=50, seed=2)) - set(sample)) > 20


def test_a_smaller_sample_is_part_of_a_larger_one_and_new_mutants_move_only_what_they_replace() -> None:
    sample = drawn(NAMES, size=50, seed=1)
    assert set(drawn(NAMES, size=20, seed=1)) < set(sample)
    assert set(drawn(NAMES[1:], size=50, seed=1)) >= set(sample) - {NAMES[0]}


def test_more_than_there_are_is_all() -> None:
    assert drawn(NAMES, size=1_000, seed=1) == sorted(NAMES)


def test_a_mutant_without_a_test_or_a_verdict_is_not_killed_and_one_that_never_ends_is() -> None:
    codes = [*[1] * 7, -24, 0, 33, -9, 255]
    row = counted([fate_of(code) for code in codes])
    assert row == {
        "sampled": "12", "killed": "7", "timed_out": "1", "survived": "1", "not_reached": "1", "other": "2",
        "share_killed": "0.667", "low": "0.391", "high": "0.862",
    }  # fmt: skip
