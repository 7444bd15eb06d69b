"""How far two ways of dividing the same paragraphs agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from analysis.topics.arrays import Floats, Integers, Labels


def adjusted_rand_index(first: Integers, second: Integers) -> float:
    """The adjusted Rand index (Hubert and Arabie 1985): 1 the same division, about 0 what chance gives.

    ARI = (together in both - expected) / (mean of together in either - expected), counted over pairs of paragraphs;
    expected = product of the two counts / all pairs

    -1 counts as a group like any other. Two divisions that each put everything in one group, or everything apart,
    agree: 1. All counts are whole numbers; only the last division rounds.
    """
    crossed = first.astype(np.int64) * (int(second.max(initial=0)) + 2) + second
    both, one, other = (
        _pairs(np.unique(groups, return_counts=True)[1]) for groups in (crossed, first, second)
    )
    every = len(first) * (len(first) - 1) // 2
    numerator, denominator = 2 * (both * every - one * other), every * (one + other) - 2 * one * other
    return numerator / denominator if denominator else 1.0


def best_jaccards(topics: Labels, partition: Integers, count: int) -> Floats:
    """The largest overlap of each topic with a group of `partition`: in both / in either; 0 when it has no group.

    Args:
        topics: topic of every paragraph; -1 for none.
        partition: group of every paragraph; -1 (none) is no group.
        count: how many topics there are; one may have none of these paragraphs.

    Returns:
        One value for each topic, 0 to 1.
    """
    groups = int(partition.max(initial=-1)) + 2
    table = np.bincount((topics + 1) * groups + partition + 1, minlength=(count + 1) * groups)
    table = table.reshape(count + 1, groups)
    shared = table[1:, 1:]
    either = table[1:].sum(axis=1)[:, None] + table[:, 1:].sum(axis=0) - shared
    overlaps: Floats = (shared / np.maximum(either, 1)).max(axis=1, initial=0.0)
    return overlaps


def _pairs(counts: Integers) -> int:
    """Pairs within groups of these sizes."""
    return int((counts * (counts - 1) // 2).sum())
