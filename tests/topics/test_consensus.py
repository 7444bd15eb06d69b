import numpy as np
import pytest
from scipy.cluster.hierarchy import cut_tree, linkage

from analysis.topics.consensus import BLOCKS, coassociation_blocks, consensus_tree, cuts

ONE = np.array([[0, 0, 1, -1]])
OTHER = np.array([[0, 1, 1, -1]])


def test_counts_are_of_clusterings_that_keep_two_together() -> None:
    counts = coassociation_blocks(np.array([ONE] * 10 + [OTHER] * 20)).sum(axis=0)
    assert counts.tolist() == [[30, 10, 0, 0], [10, 30, 20, 0], [0, 20, 30, 0], [0, 0, 0, 0]]


def test_each_block_counts_its_own_layouts() -> None:
    blocks = coassociation_blocks(np.array([ONE] + [OTHER] * (2 * BLOCKS - 1)))
    assert blocks.shape == (BLOCKS, 4, 4)
    assert blocks[:, 0, 1].tolist() == [1] + [0] * (BLOCKS - 1)
    assert blocks[:, 1, 2].tolist() == [1] + [2] * (BLOCKS - 1)


def test_noise_everywhere_is_together_with_nothing() -> None:
    assert coassociation_blocks(np.full((BLOCKS, 2, 5), -1)).sum() == 0


def test_the_tree_joins_first_what_was_together_most_and_cuts_number_groups_by_their_first_paragraph() -> (
    None
):
    counts = np.array(
        [[9, 1, 8, 1, 0], [1, 9, 1, 7, 0], [8, 1, 9, 1, 0], [1, 7, 1, 9, 0], [0, 0, 0, 0, 9]], dtype=np.int32
    )
    two, three, four = cuts(consensus_tree(counts), (2, 3, 4), 1)
    assert two.tolist() == [0, 0, 0, 0, 1]
    assert three.tolist() == [0, 1, 0, 1, 2]
    assert four.tolist() == [0, 1, 0, 2, 3]


def test_groups_that_are_too_small_are_loose() -> None:
    counts = np.array([[9, 8, 0], [8, 9, 0], [0, 0, 9]], dtype=np.int32)
    (labels,) = cuts(consensus_tree(counts), (2,), 2)
    assert labels.tolist() == [0, 0, -1]


def test_counting_everything_twice_changes_no_tree() -> None:
    labels = np.random.default_rng(0).integers(-1, 4, (20, 3, 12))
    counts = coassociation_blocks(labels).sum(axis=0)
    once, twice = consensus_tree(counts), consensus_tree(2 * counts)
    assert once[:, [0, 1, 3]].tolist() == twice[:, [0, 1, 3]].tolist()


@pytest.mark.parametrize("seed", range(20))
def test_cuts_are_scipy_s_also_where_merges_are_equal(seed: int) -> None:
    generator = np.random.default_rng(seed)
    distances = generator.integers(0, 2 + seed, 30 * 29 // 2).astype(float)
    tree, groups = linkage(distances, method="average"), range(1, 30)
    theirs = cut_tree(tree, n_clusters=list(groups)).T
    for ours, wanted in zip(cuts(tree, groups, 1), theirs, strict=True):
        first = {group: number for number, group in enumerate(dict.fromkeys(wanted.tolist()))}
        assert ours.tolist() == [first[group] for group in wanted.tolist()]
