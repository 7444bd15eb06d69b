"""What an ensemble agrees on: co-association, its tree, and the cuts of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.topics.arrays import Floats, Integers, Labels

BLOCKS = 10
"""Parts that an ensemble is kept in, so that one half of it can be held against the other."""


def coassociation_blocks(labels: Labels) -> Integers:
    """How often two paragraphs were in one cluster, counted in each of `BLOCKS` equal parts of the ensemble.

    Args:
        labels: shape (layouts, clusterings, paragraphs); -1 (noise) is together with nothing, not even with itself.

    Returns:
        Whole counts, shape (`BLOCKS`, paragraphs, paragraphs), symmetric. Layout number i is in part i % `BLOCKS`.
        In the smallest whole numbers that hold as many clusterings: nothing else of an ensemble is as large.
    """
    layouts, clusterings, paragraphs = labels.shape
    most = (layouts // BLOCKS + 1) * clusterings
    counts = np.empty((BLOCKS, paragraphs, paragraphs), dtype=np.min_scalar_type(most))
    for part in range(BLOCKS):
        counts[part] = _coassociation(labels[part::BLOCKS])
    return counts


def together(blocks: Integers, parts: Sequence[int] = range(BLOCKS)) -> Integers:
    """The counts of some parts of an ensemble, or of all of it, in one: shape (paragraphs, paragraphs)."""
    counts = np.zeros(blocks.shape[1:], dtype=np.int32)
    for part in parts:
        counts += blocks[part]
    return counts


def consensus_tree(counts: Integers) -> Floats:
    """Average linkage (Fred and Jain 2005) over how much less often than the most two paragraphs were together.

    Average linkage makes the same tree of these whole numbers as of the share of clusterings that keep two apart.

    Args:
        counts: co-association, shape (paragraphs, paragraphs).

    Returns:
        A merge tree in scipy's form; equal distances merge in the order of the rows.
    """
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    tree: Floats = linkage(
        squareform(counts.max() - counts, checks=False).astype(np.float64), method="average"
    )
    return tree


def cuts(tree: Floats, groups: Sequence[int], smallest: int) -> Integers:
    """The partitions of a tree into so many groups; those below `smallest` paragraphs become -1 (loose).

    scipy's `cut_tree` gives the same, but walks through the whole of a subtree for every merge.

    Args:
        tree: in scipy's form.
        groups: how many groups each partition has: 1 to the number of paragraphs.
        smallest: paragraphs that a group needs.

    Returns:
        A row for each number of groups, a column for each paragraph; in the smallest whole numbers that hold them, as
        an ensemble has tens of thousands of such rows.
    """
    most, paragraphs = max(groups), len(tree) + 1
    found = np.empty((len(groups), paragraphs), dtype=np.min_scalar_type(-paragraphs))
    rows = {count: row for row, count in enumerate(groups)}
    for done, labels in enumerate(_partitions(tree, most)):
        if most - done in rows:
            found[rows[most - done]] = _without_small(labels, smallest)
    return found


def _partitions(tree: Floats, most: int) -> Iterator[Labels]:
    """Partitions of a tree, from that into `most` groups to that into one; the array is the same one each time."""
    paragraphs = len(tree) + 1
    members = {leaf: np.array([leaf]) for leaf in range(paragraphs)}
    order = _merge_order(tree)
    for merge in order[: paragraphs - most]:
        _join(members, tree, merge)
    labels = np.zeros(paragraphs, dtype=np.int64)
    for number, group in enumerate(members.values()):
        labels[group] = number
    yield labels
    for merge in order[paragraphs - most :]:
        joined = _join(members, tree, merge)
        labels[joined] = labels[joined[0]]
        yield labels


def _join(members: dict[int, Labels], tree: Floats, merge: int) -> Labels:
    """The members of the group that a merge makes, which takes the place of the two that it joins."""
    one, other = (members.pop(int(child)) for child in tree[merge, :2])
    joined = np.concatenate([one, other])
    members[len(tree) + 1 + merge] = joined
    return joined


def _merge_order(tree: Floats) -> list[int]:
    """The merges by distance; of equal ones first the one that a walk from the root, level by level, meets last.

    scipy cuts trees in this order, which says what a partition is where merges are equal.
    """
    paragraphs = len(tree) + 1
    walked = [2 * len(tree)]
    for node in walked:
        if node >= paragraphs:
            one, other = tree[node - paragraphs, :2]
            walked += [int(other), int(one)]
    met = [node - paragraphs for node in reversed(walked) if node >= paragraphs]
    return sorted(met, key=tree[:, 2].tolist().__getitem__)


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
