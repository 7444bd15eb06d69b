import numpy as np
import pytest

from analysis.topics.consensus import coassociation_blocks
from analysis.topics.cut import SPLITS, Cut, _halves, candidate_cuts, chosen_cut, useful_range


def cut(topics: int, stability: float, *, loose: int = 0, groups: int | None = None) -> Cut:
    labels = np.concatenate([np.repeat(np.arange(topics), 3), np.full(loose, -1)])
    return Cut(labels, groups or topics + loose, stability, stability, ())


def chosen(*candidates: Cut, paragraphs: int = 50) -> Cut | None:
    return chosen_cut(list(candidates), paragraphs=paragraphs, tolerance=0.02, loose=0.05)


def test_the_useful_range_is_a_factor_of_two_around_the_root() -> None:
    assert useful_range(50) == (5, 10)
    assert [round(end, 1) for end in useful_range(104)] == [7.2, 14.4]


def test_the_finest_of_the_stable_cuts_is_chosen() -> None:
    fine = cut(9, 0.97)
    assert chosen(cut(6, 0.985), fine, cut(10, 0.90)) is fine


def test_a_clearly_more_stable_cut_beats_a_finer_one() -> None:
    stable = cut(6, 0.99)
    assert chosen(stable, cut(9, 0.96)) is stable


def test_a_stable_cut_outside_the_useful_range_does_not_count() -> None:
    useful = cut(5, 0.80)
    assert chosen(cut(2, 1.0), useful, cut(11, 1.0)) is useful


def test_of_equally_fine_cuts_the_one_with_fewest_loose_paragraphs_is_chosen() -> None:
    tidy = cut(9, 0.98)
    assert chosen(cut(9, 0.99, loose=1), tidy) is tidy


def test_a_cut_that_leaves_many_paragraphs_loose_is_taken_only_where_every_cut_does() -> None:
    crumbled, whole = cut(10, 1.0, loose=4), cut(8, 0.9)
    assert chosen(crumbled, whole) is whole
    assert chosen(crumbled, cut(8, 0.9, loose=4)) is crumbled


def test_where_no_cut_is_in_the_useful_range_any_with_two_topics_will_do() -> None:
    only = cut(3, 0.7)
    assert chosen(cut(1, 1.0), only) is only
    assert chosen(cut(1, 1.0), cut(0, 1.0)) is None
    assert chosen() is None


def test_a_candidate_tells_its_topics_and_what_is_loose() -> None:
    candidate = Cut(np.array([0, 0, 1, -1]), 3, 1.0, 1.0, ())
    assert (candidate.topics, candidate.loose, candidate.largest_share) == (2, 1, 0.5)
    nothing = Cut(np.array([-1, -1]), 2, 1.0, 1.0, ())
    assert (nothing.topics, nothing.largest_share) == (0, 0.0)


def test_no_split_comes_twice_and_its_halves_share_no_block() -> None:
    halves = _halves()
    assert len(halves) == 2 * SPLITS
    assert len(set(halves)) == 2 * SPLITS
    assert all(
        sorted(one + other) == list(range(10)) for one, other in zip(halves[::2], halves[1::2], strict=True)
    )


@pytest.fixture
def agreed() -> np.ndarray:
    """Twenty layouts that agree on three groups of four and split one of them at random."""
    generator = np.random.default_rng(0)
    labels = np.tile(np.repeat([0, 1, 2], 4), (20, 1, 1))
    labels[:, 0, 8:] += generator.integers(0, 2, (20, 4))
    return coassociation_blocks(labels)


def test_the_cut_that_all_runs_agree_on_is_perfectly_stable(agreed: np.ndarray) -> None:
    candidates = {candidate.groups: candidate for candidate in candidate_cuts(agreed, 2)}
    assert list(candidates) == [2, 3, 4, 5, 6]
    assert candidates[3].labels.tolist() == [0] * 4 + [1] * 4 + [2] * 4
    assert candidates[3].stability == candidates[3].lowest == 1
    assert candidates[4].stability < 1
    assert len(candidates[3].halves) == 2 * SPLITS
