"""One seeded UMAP and HDBSCAN run: what a study would rest on that asked no second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.context import similarities, unit
from analysis.topics.density import METHODS, cluster_labels
from analysis.topics.layout import layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.topics.arrays import Floats, Integers, Labels
    from analysis.topics.layout import Neighbourhoods

ROWS_AT_ONCE = 4096


def single_clusterings(
    near: Neighbourhoods,
    *,
    neighbours: int,
    sizes: Iterable[tuple[int, int]],
    shape: tuple[int, int],
    seed: int,
) -> dict[tuple[int, int, str], Labels]:
    """The clusterings of one layout by cluster size, core size and method ("eom", "leaf"); -1 where a row is noise.

    As in the ensemble (`runs`), the seed draws the order of the rows too, on which UMAP depends.

    Args:
        near: of rows in canonical order, their vectors in fixed point (`layout.neighbourhoods`).
        neighbours: UMAP's `n_neighbors`.
        sizes: HDBSCAN's `min_cluster_size` and `min_samples`, each pair tried.
        shape: dimensions and epochs of the layout.
        seed: of this run.

    Returns:
        Labels of the rows, one array for each pair of sizes and method.
    """
    order = np.random.default_rng(seed).permutation(len(near.rows))
    points = layout(
        near.in_order(order), neighbours=neighbours, dimensions=shape[0], epochs=shape[1], seed=seed
    )
    back = np.argsort(order)
    found: dict[tuple[int, int, str], Labels] = {}
    for cluster_size, core_size in sizes:
        labels = cluster_labels(points, cluster_sizes=[cluster_size], core_sizes=[core_size])
        found |= {
            (cluster_size, core_size, method): own[back] for method, own in zip(METHODS, labels, strict=True)
        }
    return found


def nearest_sampled(vectors: Floats, sampled: int) -> Integers:
    """For every row the nearest of the first `sampled` rows: itself for those, else by cosine, ties to the first.

    Args:
        vectors: in fixed point and canonical order.
        sampled: how many rows were clustered.
    """
    nearest = np.arange(len(vectors))
    chosen = vectors[:sampled]
    for start in range(sampled, len(vectors), ROWS_AT_ONCE):
        block = slice(start, start + ROWS_AT_ONCE)
        nearest[block] = similarities(vectors[block], chosen).argmax(axis=1)
    return nearest


def without_outliers(vectors: Floats, labels: Labels) -> Labels:
    """The labels with every outlier (-1) given to the cluster with the nearest centroid, ties to the lower number.

    A centroid is the mean direction of a cluster's rows. Without any cluster nothing changes.

    Args:
        vectors: in fixed point; shape (rows, dimensions).
        labels: of each row.
    """
    count, outside = int(labels.max(initial=-1)) + 1, labels < 0
    if not count or not outside.any():
        return labels
    sums = np.array([vectors[labels == cluster].sum(axis=0) for cluster in range(count)])
    given = labels.copy()
    given[outside] = similarities(vectors[outside], unit(sums)).argmax(axis=1)
    return given
