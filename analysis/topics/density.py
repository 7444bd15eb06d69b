"""HDBSCAN whose result depends on its input alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.topics.arrays import Floats, Labels

METHODS: tuple[Literal["eom", "leaf"], ...] = ("eom", "leaf")
"""Broad clusters where density lasts (excess of mass), and the finest ones (leaves of the tree)."""

SPARE = 8
"""Points that are looked at beyond those that are wanted."""


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
    near = nearest_distances(layout, max(core_sizes))
    rows: list[Labels] = []
    for core_size in core_sizes:
        tree = single_linkage_tree(layout, near[:, min(core_size, near.shape[1] - 1)])
        rows.extend(_flat_clusterings(tree, cluster_sizes))
    return np.array(rows, dtype=np.int64)


def nearest_distances(layout: Floats, most: int) -> Floats:
    """Euclidean distances from each point to itself and the nearest others, summed in the order of the coordinates.

    A tree of the points says which ones may be nearest; `SPARE` more than are wanted, as it sums in an order of its
    own, and may take one point for nearer than another at the same distance.

    Args:
        layout: shape (points, dimensions).
        most: how many others.

    Returns:
        Ascending, shape (points, `most` + 1); fewer columns where there are fewer points.
    """
    from scipy.spatial import KDTree

    rows = KDTree(layout).query(layout, k=min(most + 1 + SPARE, len(layout)))[1].reshape(len(layout), -1)
    squares = np.zeros(rows.shape)
    for coordinate in layout.T:
        difference = coordinate[:, None] - coordinate[rows]
        squares += difference * difference
    nearest: Floats = np.sort(np.sqrt(squares), axis=1)[:, : most + 1]
    return nearest


def single_linkage_tree(layout: Floats, core: Floats) -> Floats:
    """The merge tree over mutual reachability; edges of one length keep the order they were found in.

    Args:
        layout: shape (points, dimensions).
        core: core distance of each point.
    """
    from hdbscan._hdbscan_linkage import label, mst_linkage_core_vector
    from hdbscan.dist_metrics import DistanceMetric

    edges = mst_linkage_core_vector(
        np.ascontiguousarray(layout),
        np.ascontiguousarray(core),
        DistanceMetric.get_metric("euclidean"),
        1.0,
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
