"""HDBSCAN whose result depends on its input alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.topics.arrays import Floats, Labels

METHODS: tuple[Literal["eom", "leaf"], ...] = ("eom", "leaf")
"""Broad clusters where density lasts (excess of mass), and the finest ones (leaves of the tree)."""


def cluster_labels(layout: Floats, *, cluster_sizes: Sequence[int], core_sizes: Sequence[int]) -> Labels:
    """HDBSCAN clusterings of one layout under every combination of settings.

    `hdbscan.HDBSCAN` sorts the edges of its spanning tree with numpy's default, which is unstable and differs between
    processors, and equal edges abound: a core distance is the length of all edges of its point. Here the library's own
    parts are put together with a stable sort, and distances are summed coordinate by coordinate, without a kernel that
    would choose the order. The spanning tree is built once for each core size.

    Args:
        layout: shape (points, dimensions).
        cluster_sizes: smallest clusters (`min_cluster_size`).
        core_sizes: neighbours of a core point (`min_samples`).

    Returns:
        Shape (core sizes x cluster sizes x `METHODS`, points); -1 where a point is noise.
    """
    distances = pairwise_distances(layout)
    rows: list[Labels] = []
    for core_size in core_sizes:
        tree = single_linkage_tree(layout, distances, core_size)
        rows.extend(_flat_clusterings(tree, cluster_sizes))
    return np.array(rows, dtype=np.int64)


def pairwise_distances(layout: Floats) -> Floats:
    """Euclidean distances, shape (points, points), summed in the order of the coordinates."""
    squares = np.zeros((len(layout), len(layout)))
    for coordinate in layout.T:
        difference = coordinate[:, None] - coordinate[None, :]
        squares += difference * difference
    return np.sqrt(squares)


def single_linkage_tree(layout: Floats, distances: Floats, core_size: int) -> Floats:
    """The merge tree over mutual reachability; edges of one length keep the order they were found in."""
    from hdbscan._hdbscan_linkage import label, mst_linkage_core_vector
    from hdbscan.dist_metrics import DistanceMetric

    nearest = min(core_size, len(distances) - 1)
    core = np.ascontiguousarray(np.partition(distances, nearest, axis=1)[:, nearest])
    edges = mst_linkage_core_vector(
        np.ascontiguousarray(layout), core, DistanceMetric.get_metric("euclidean"), 1.0
    )
    tree: Floats = label(edges[np.argsort(edges[:, 2], kind="stable")])
    return tree


def _flat_clusterings(tree: Floats, cluster_sizes: Sequence[int]) -> Iterator[Labels]:
    """Labels for each cluster size and method."""
    from hdbscan._hdbscan_tree import compute_stability, condense_tree, get_clusters

    for size in cluster_sizes:
        condensed = condense_tree(tree, size)
        for method in METHODS:
            labels, _, _ = get_clusters(condensed, compute_stability(condensed), method)
            yield labels
