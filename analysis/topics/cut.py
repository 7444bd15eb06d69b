"""The cut of the consensus tree: where it comes out the same from other seeds, among those fine enough to be useful."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.agreement import adjusted_rand_index
from analysis.topics.consensus import BLOCKS, consensus_tree, cuts, together

if TYPE_CHECKING:
    from analysis.topics.arrays import Integers, Labels

SPLITS = 21
"""Ways of halving the ensemble, spread evenly over all 126."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One candidate: a partition of the paragraphs, and how well one half of the ensemble finds the other's.

    Attributes:
        labels: topic of each paragraph; -1 for groups too small to be one.
        groups: into how many the tree is cut.
        stability: mean adjusted Rand index of the two halves' partitions at this cut, over `SPLITS`.
        lowest: the smallest of them.
        halves: the halves' partitions, the two of a split one after the other.
    """

    labels: Labels
    groups: int
    stability: float
    lowest: float
    halves: tuple[Integers, ...]

    @property
    def topics(self) -> int:
        """Groups that are large enough to be topics."""
        return int(self.labels.max(initial=-1)) + 1

    @property
    def loose(self) -> int:
        """Paragraphs in groups that are too small."""
        return int((self.labels < 0).sum())

    @property
    def largest_share(self) -> float:
        """Share of all paragraphs that are in the largest topic."""
        return int(np.bincount(self.labels[self.labels >= 0], minlength=1).max()) / len(self.labels)


def candidate_cuts(blocks: Integers, smallest: int) -> list[Cut]:
    """Every cut from two groups to as many as could all be topics, with its stability.

    The ensemble is halved by its blocks, each half makes a tree of its own, and both trees are cut into as many groups.

    Args:
        blocks: co-association, shape (`BLOCKS`, paragraphs, paragraphs).
        smallest: paragraphs that a topic needs.
    """
    groups = range(2, max(blocks.shape[-1] // smallest, 2) + 1)
    whole = cuts(consensus_tree(together(blocks)), groups, smallest)
    halves = [cuts(consensus_tree(together(blocks, half)), groups, smallest) for half in _halves()]
    return [
        _cut(labels, count, tuple(at_cut))
        for labels, count, at_cut in zip(whole, groups, zip(*halves, strict=True), strict=True)
    ]


def useful_range(paragraphs: int) -> tuple[float, float]:
    """The fewest and the most topics worth having: sqrt(n / 2) to sqrt(2 n), a factor of two around sqrt(n).

    The lower end is the rule of thumb of Mardia, Kent and Bibby (1979). With n paragraphs in sqrt(n) topics there are
    as many topics as paragraphs in one: far fewer hide what they hold, far more are no easier to read than the texts.
    """
    return math.sqrt(paragraphs / 2), math.sqrt(2 * paragraphs)


def chosen_cut(candidates: list[Cut], *, paragraphs: int, tolerance: float, loose: float) -> Cut | None:
    """The finest of the cuts that are stable and hold nearly every paragraph, in the useful range.

    1. Keep the candidates whose topics number within `useful_range`; where there are none, all of two or more.
    2. Keep those that leave at most the share `loose` of the paragraphs in groups too small to be topics; where there
       are none, those of 1. Deep in the tree groups fall apart into single paragraphs, and cuts there count as many
       topics as higher ones do with fewer paragraphs in them.
    3. Keep those whose stability is at most `tolerance` below the best of them.
    4. Take the one with most topics; then with fewest loose paragraphs; then the more stable one.

    A stable cut that is coarser can be had by merging topics, but not the other way round, so the finest wins.

    Returns:
        The cut, or None when no candidate has two topics.
    """
    low, high = useful_range(paragraphs)
    possible = [cut for cut in candidates if cut.topics > 1]
    useful = [cut for cut in possible if low <= cut.topics <= high] or possible
    whole = [cut for cut in useful if cut.loose <= loose * len(cut.labels)] or useful
    if not whole:
        return None
    best = max(cut.stability for cut in whole)
    stable = [cut for cut in whole if cut.stability >= best - tolerance]
    return max(stable, key=lambda cut: (cut.topics, -cut.loose, cut.stability, -cut.groups))


def _halves() -> list[tuple[int, ...]]:
    """The blocks of both halves of each split, one after the other.

    Block 0 is always in the first half, so that no split comes twice.
    """
    firsts = [(0, *rest) for rest in itertools.combinations(range(1, BLOCKS), BLOCKS // 2 - 1)]
    chosen = firsts[:: len(firsts) // SPLITS][:SPLITS]
    return [half for first in chosen for half in (first, tuple(set(range(BLOCKS)).difference(first)))]


def _cut(labels: Integers, groups: int, halves: tuple[Integers, ...]) -> Cut:
    """A candidate from its partition and those of the halves."""
    indices = [adjusted_rand_index(one, other) for one, other in zip(halves[::2], halves[1::2], strict=True)]
    return Cut(labels.astype(np.int64), groups, math.fsum(indices) / len(indices), min(indices), halves)
