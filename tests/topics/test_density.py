import numpy as np
import pytest

from analysis.topics.agreement import adjusted_rand_index
from analysis.topics.density import METHODS, cluster_labels, nearest_distances, single_linkage_tree


@pytest.fixture
def blobs() -> np.ndarray:
    generator = np.random.default_rng(3)
    return np.concatenate([generator.normal(centre, 0.4, (15, 3)) for centre in (0, 5, 10)])


def test_distances_are_euclidean_and_ascending() -> None:
    points = np.array([[0.0, 0.0], [3.0, 4.0], [0.0, 1.0]])
    assert nearest_distances(points, 1).tolist() == [[0, 1], [0, 18**0.5], [0, 1]]
    assert nearest_distances(points, 9).tolist()[0] == [0, 1, 5]


def test_the_nearest_distances_are_those_of_all_pairs_to_the_last_bit() -> None:
    points = np.random.default_rng(4).normal(size=(200, 5)).round(1)
    points[:20] = points[0]
    squares = np.zeros((200, 200))
    for coordinate in points.T:
        squares += (coordinate[:, None] - coordinate[None, :]) ** 2
    every = np.sort(np.sqrt(squares), axis=1)
    assert nearest_distances(points, 3).tolist() == every[:, :4].tolist()


def test_every_combination_of_settings_has_its_row(blobs: np.ndarray) -> None:
    assert cluster_labels(blobs, cluster_sizes=(3, 5), core_sizes=(1, 2, 3)).shape == (
        2 * 3 * len(METHODS),
        45,
    )


def test_groups_that_stand_apart_are_found(blobs: np.ndarray) -> None:
    (broad, _) = cluster_labels(blobs, cluster_sizes=(5,), core_sizes=(3,))
    known = np.repeat([0, 1, 2], 15)
    assert adjusted_rand_index(broad[broad >= 0], known[broad >= 0]) == 1
    assert (broad < 0).sum() <= 6


def test_without_ties_it_is_the_librarys_hdbscan(blobs: np.ndarray) -> None:
    from hdbscan import HDBSCAN

    ours = cluster_labels(blobs, cluster_sizes=(3, 5), core_sizes=(1,))
    theirs = [
        HDBSCAN(min_cluster_size=size, min_samples=1, cluster_selection_method=method).fit_predict(blobs)
        for size in (3, 5)
        for method in METHODS
    ]
    assert [adjusted_rand_index(one, other) for one, other in zip(ours, theirs, strict=True)] == [1.0] * 4


def test_equal_edges_keep_the_order_they_were_found_in() -> None:
    line = np.arange(60.0)[:, None]
    tree = single_linkage_tree(line, nearest_distances(line, 1)[:, 1])
    # Prim walks along the line; every edge has length 1, so each merge adds the next point to all before.
    assert tree[:, 3].tolist() == list(range(2, 61))


def test_fewer_points_than_neighbours_do_no_harm() -> None:
    assert cluster_labels(np.array([[0.0], [1.0], [5.0]]), cluster_sizes=(2,), core_sizes=(9,)).shape == (
        2,
        3,
    )
