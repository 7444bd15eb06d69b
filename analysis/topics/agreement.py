"""How far two ways of dividing the same paragraphs agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from analysis.topics.arrays import Integers, Labels


def adjusted_rand_index(first: Labels, second: Labels) -> float:
    """The adjusted Rand index (Hubert and Arabie 1985): 1 the same division, about 0 what chance gives.

    ARI = (together in both - expected) / (mean of together in either - expected), counted over pairs of paragraphs;
    expected = product of the two counts / all pairs

    -1 counts as a group like any other. Two divisions that each put everything in one group, or everything apart,
    agree: 1. All counts are whole numbers; only the last division rounds.
    """
    table = np.unique(np.stack([first, second]), axis=1, return_counts=True)[1]
    both = _pairs(table)
    one = _pairs(np.unique(first, return_counts=True)[1])
    other = _pairs(np.unique(second, return_counts=True)[1])
    every = len(first) * (len(first) - 1) // 2
    numerator, denominator = 2 * (both * every - one * other), every * (one + other) - 2 * one * other
    return numerator / denominator if denominator else 1.0


def best_jaccard(members: Labels, partition: Labels) -> float:
    """The largest overlap of a set with a group of `partition`: in both / in either; 0 when it has no group.

    Args:
        members: true where a paragraph belongs to the set.
        partition: group of every paragraph; -1 (none) is no group.
    """
    inside = members & (partition >= 0)
    if not inside.any():
        return 0.0
    shared = np.bincount(partition[inside])
    sizes = np.bincount(partition[partition >= 0], minlength=len(shared))[: len(shared)]
    return float((shared / (int(members.sum()) + sizes - shared))[shared > 0].max())


def _pairs(counts: Integers) -> int:
    """Pairs within groups of these sizes."""
    return sum(int(count) * (int(count) - 1) // 2 for count in counts)
