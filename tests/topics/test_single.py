"""One UMAP and HDBSCAN run, and what becomes of the paragraphs that it did not cluster."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.topics.context import unit
from analysis.topics.layout import neighbourhoods
from analysis.topics.single import nearest_sampled, single_clusterings, without_outliers

EAST, NORTH = [1.0, 0.0], [0.0, 1.0]


def fixed(rows: list[list[float]]) -> np.ndarray:
    """Vectors in fixed point."""
    return unit(np.array(rows) * 2**20)


def test_an_outlier_goes_to_the_cluster_with_the_nearest_centroid() -> None:
    vectors = fixed([EAST, EAST, NORTH, NORTH, [0.9, 0.1], [0.2, 0.9]])
    assert without_outliers(vectors, np.array([0, 0, 1, 1, -1, -1])).tolist() == [0, 0, 1, 1, 0, 1]


def test_an_outlier_between_two_clusters_goes_to_the_first() -> None:
    vectors = fixed([EAST, NORTH, [1.0, 1.0]])
    assert without_outliers(vectors, np.array([0, 1, -1])).tolist() == [0, 1, 0]


def test_without_clusters_or_outliers_nothing_changes() -> None:
    vectors = fixed([EAST, NORTH])
    for labels in ([-1, -1], [0, 1]):
        assert without_outliers(vectors, np.array(labels)).tolist() == labels


def test_the_labels_that_were_given_stay_as_they_were() -> None:
    given = np.array([0, 1, -1])
    without_outliers(fixed([EAST, NORTH, EAST]), given)
    assert given.tolist() == [0, 1, -1]


def test_a_row_that_was_not_clustered_follows_the_nearest_one_that_was() -> None:
    vectors = fixed([EAST, NORTH, [0.9, 0.2], [0.1, 0.8], [1.0, 1.0]])
    assert nearest_sampled(vectors, 2).tolist() == [0, 1, 0, 1, 0]


@pytest.mark.slow
def test_a_run_finds_groups_that_stand_apart_and_is_the_same_again() -> None:
    rng = np.random.default_rng(1)
    rows = [list(np.eye(6)[place % 3] + 0.05 * rng.random(6)) for place in range(45)]
    near = neighbourhoods(fixed(rows), 10)

    def run(seed: int) -> dict[tuple[int, int, str], list[int]]:
        found = single_clusterings(near, neighbours=10, sizes=[(6, 3)], shape=(3, 60), seed=seed)
        return {key: labels.tolist() for key, labels in found.items()}

    first = run(5)
    assert set(first) == {(6, 3, "eom"), (6, 3, "leaf")}
    assert run(5) == first
    labels = np.array(first[6, 3, "eom"])
    for place in range(3):
        own = labels[place::3]
        assert len(set(own[own >= 0])) <= 2, "no cluster mixes the groups"
        assert not set(own[own >= 0]) & set(np.delete(labels, np.s_[place::3])) - {-1}
