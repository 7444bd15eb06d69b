"""Which specifications are tried: how many, and that no choice hides behind another."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest

from analysis.choices import TopicSettings
from analysis.multiverse import specification as plans
from analysis.multiverse.specification import ALL, CHOICES, Grid, Specification, grid

LEVELS = grid(TopicSettings(), seed=1, instruments=("vader", "afinn", "mean"))
PLANS = {
    "shares": plans.share_specifications(LEVELS),
    "shares of one voice": plans.share_specifications(LEVELS, (ALL,)),
    "tone in topics": plans.topic_tone_specifications(LEVELS),
    "tone in topics, one voice": plans.topic_tone_specifications(LEVELS, (ALL,)),
}


def varied(plan: list[Specification]) -> list[str]:
    """The choices of a plan that have several levels."""
    return [name for name in CHOICES if len({getattr(each, name) for each in plan}) > 1]


def test_the_numbers_of_specifications_are_those_worked_out_by_hand() -> None:
    # 3^4 combinations of three levels, 2^4 of two (2^5 for tone), half of them where there are more than 1,000
    assert {name: len(plan) for name, plan in PLANS.items()} == {
        "shares": 648, "shares of one voice": 648, "tone in topics": 1296, "tone in topics, one voice": 648,
    }  # fmt: skip
    assert len(plans.tone_specifications(LEVELS)) == 3 * 2 * 2 * 2
    assert len(plans.plain_specifications()) == 2 * 2
    assert len(plans.word_specifications(500.0)) == 3 * 2 * 2
    assert len(plans.word_specifications(80.0)) == 4 * 2 * 2


@pytest.mark.parametrize("name", PLANS)
def test_no_specification_is_tried_twice(name: str) -> None:
    assert len(set(PLANS[name])) == len(PLANS[name])


@pytest.mark.parametrize("name", PLANS)
def test_every_level_of_a_choice_meets_every_level_of_another_equally_often(name: str) -> None:
    plan = PLANS[name]
    for one, other in itertools.combinations(varied(plan), 2):
        met = Counter((getattr(each, one), getattr(each, other)) for each in plan)
        assert len(set(met.values())) == 1, (one, other)
        assert len(met) == len({pair[0] for pair in met}) * len({pair[1] for pair in met}), (one, other)


def test_a_choice_that_cannot_touch_a_contrast_is_not_multiplied_into_its_count() -> None:
    assert {each.instrument for each in PLANS["shares"]} == {""}
    assert {each.prior_words for each in PLANS["tone in topics"]} == {""}
    assert {each.outliers for each in PLANS["tone in topics"]} == {"dropped", "reassigned"}
    assert varied(plans.tone_specifications(LEVELS)) == ["unit", "estimand", "voice", "instrument"]
    assert varied(plans.word_specifications(500.0)) == ["estimand", "voice", "prior_words"]


def test_a_study_with_few_levels_draws_more_seeds_until_there_are_enough() -> None:
    topics = TopicSettings(neighbours=(5,), cluster_sizes=(3,), context=0.0)
    few = grid(topics, seed=1, instruments=("vader",))
    assert few.units == ("paragraph", "sentence")
    for plan in (plans.share_specifications(few, (ALL,)), plans.topic_tone_specifications(few, (ALL,))):
        assert len(plan) >= plans.FEWEST
        assert len(set(plan)) == len(plan)


def test_of_many_levels_the_lowest_the_middle_and_the_highest_are_taken() -> None:
    assert grid(TopicSettings(neighbours=(30, 5, 8, 12)), seed=1, instruments=("vader",)).neighbours == (
        "5",
        "12",
        "30",
    )


def test_the_seeds_are_the_same_for_a_study_and_others_for_another() -> None:
    def seeds(seed: int) -> tuple[str, ...]:
        return grid(TopicSettings(), seed=seed, instruments=("vader",)).seeds

    assert seeds(1) == seeds(1)
    assert not set(seeds(1)) & set(seeds(2))
    assert len(set(seeds(1))) == plans.SEEDS


def test_no_seed_is_one_that_the_consensus_used() -> None:
    from analysis.topics.runs import planned_runs

    used = {str(run.seed) for run in planned_runs(TopicSettings(), 1)}
    assert not used & set(LEVELS.seeds)


def test_a_grid_is_made_of_the_study_s_own_levels() -> None:
    assert isinstance(LEVELS, Grid)
    assert LEVELS.cluster_sizes == ("3", "4", "5")
    assert LEVELS.core_sizes == ("1", "cluster size")
