"""What an ensemble agrees on: co-association, its tree, and the cuts of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.topics.arrays import Floats, Integers, Labels

BLOCKS = 10
"""Parts that an ensemble is kept in, so that one half of it can be held against the other."""


def coassociation_blocks(labels: Labels) -> Integers:
    """How often two paragraphs were in one cluster, counted in each of `BLOCKS` equal parts of the ensemble.

    Args:
        labels: shape (layouts, clusterings, paragraphs); -1 (noise) is together with nothing, not even with itself.

    Returns:
        Whole counts, shape (`BLOCKS`, paragraphs, paragraphs), symmetric. Layout number i is in part i % `BLOCKS`.
    """
    return np.array([_coassociation(labels[part::BLOCKS]) for part in range(BLOCKS)], dtype=np.int32)


def consensus_tree(counts: Integers) -> Floats:
    """Average linkage (Fred and Jain 2005) over how much less often than the most two paragraphs were together.

    Average linkage makes the same tree of these whole numbers as of the share of clusterings that keep two apart.

    Args:
        counts: co-association, shape (paragraphs, paragraphs).

    Returns:
        A merge tree in scipy's form; equal distances merge in the order of the rows.
    """
    from scipy.cluster.hierarchy import linkage

    above = np.triu_indices(len(counts), k=1)
    tree: Floats = linkage((counts.max() - counts[above]).astype(np.float64), method="average")
    return tree


def cuts(tree: Floats, groups: Sequence[int], smallest: int) -> list[Labels]:
    """The partitions of a tree into so many groups; those below `smallest` paragraphs become -1 (loose)."""
    from scipy.cluster.hierarchy import cut_tree

    partitions = cut_tree(tree, n_clusters=list(groups)).T.astype(np.int64)
    return [_without_small(partition, smallest) for partition in partitions]


def _coassociation(labels: Labels) -> Integers:
    """Counts of one part of the ensemble."""
    from scipy.sparse import csr_array

    paragraphs = labels.shape[-1]
    flat = labels.reshape(-1, paragraphs)
    offsets = np.concatenate([[0], np.cumsum(flat.max(axis=1, initial=-1) + 1)])
    clustering, paragraph = np.nonzero(flat >= 0)
    cluster = flat[clustering, paragraph] + offsets[clustering]
    member = csr_array(
        (np.ones(len(cluster), dtype=np.int32), (paragraph, cluster)), shape=(paragraphs, int(offsets[-1]))
    )
    counts: Integers = (member @ member.T).toarray()
    return counts


def _without_small(partition: Labels, smallest: int) -> Labels:
    """Groups numbered from 0 in the order of their first paragraph; -1 for those that are too small."""
    sizes, first = np.bincount(partition), np.zeros(int(partition.max()) + 1, dtype=np.int64)
    first[partition[::-1]] = np.arange(len(partition))[::-1]
    large = np.flatnonzero(sizes >= smallest)
    numbers = np.full(len(sizes), -1, dtype=np.int64)
    numbers[large[np.argsort(first[large], kind="stable")]] = np.arange(len(large))
    return numbers[partition]
