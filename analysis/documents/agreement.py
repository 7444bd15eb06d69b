"""What many divisions of documents agree on, cut into as many topics as are wanted."""

from __future__ import annotations

import itertools
import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.documents.division import distances, division
from analysis.progress import Step, ignore
from analysis.topics.agreement import adjusted_rand_index
from analysis.topics.consensus import BLOCKS, consensus_tree, cuts

if TYPE_CHECKING:
    from analysis.topics.arrays import Floats, Integers, Labels

DIVISIONS = 40
"""Members of the ensemble; as many for each of `BLOCKS`."""

SMALLEST_SHARE = 0.1
"""A topic holds at least a tenth of the documents that it would hold if all were of one size."""

MOST_CUTS = 5
"""Groups that the tree is cut into at most, for each topic wanted: some are too small to be one."""

HALVINGS = 5


@dataclass(frozen=True, slots=True)
class Agreement:
    """What an ensemble agrees on.

    Attributes:
        labels: topic of each document; -1 for those in groups too small to be one.
        together: in how many divisions two documents were in one group; shape (documents, documents).
        divisions: of the ensemble.
        stability: mean adjusted Rand index of what two halves of the ensemble agree on, cut alike.
    """

    labels: Labels
    together: Integers
    divisions: int
    stability: float

    @property
    def topics(self) -> int:
        """How many topics were found."""
        return int(self.labels.max(initial=-1)) + 1


def divisions(
    vectors: Floats, topics: int, *, seed: int, workers: int = 1, progress: Step = ignore
) -> Labels:
    """An ensemble of divisions into as many groups as topics are wanted, up to twice as many: every one draws.

    Finer ones tell which documents stay together at all (Fred and Jain 2005).

    Args:
        vectors: in fixed point.
        topics: how many are wanted.
        seed: of the whole ensemble.
        workers: threads that share the work; the result is the same for any number of them.
        progress: told after each division.

    Returns:
        Shape (divisions, documents).
    """
    apart = distances(vectors)

    def member(child: np.random.SeedSequence) -> Labels:
        generator = np.random.default_rng(child)
        return division(vectors, apart, int(generator.integers(topics, 2 * topics + 1)), generator)

    found: list[Labels] = []
    with ThreadPoolExecutor(workers) as pool:
        for labels in pool.map(member, np.random.SeedSequence(seed).spawn(DIVISIONS)):
            found.append(labels)
            progress(len(found), DIVISIONS)
    return np.array(found)


def agreed(members: Labels, topics: int, *, workers: int = 1) -> Agreement:
    """What divisions agree on, cut into so many topics.

    Args:
        members: shape (divisions, documents).
        topics: how many are wanted; fewer are found only where the documents cannot be told apart so finely.
        workers: threads that share the trees of the halves; the result is the same for any number of them.
    """
    together, block = coassociation(members), np.arange(len(members)) % BLOCKS

    def cut_half(half: tuple[int, ...]) -> Labels:
        return _cut(coassociation(members[np.isin(block, half)]), topics)

    with ThreadPoolExecutor(workers) as pool:
        whole = pool.submit(_cut, together, topics)
        halves = list(pool.map(cut_half, _halves()))
    pairs = zip(halves[::2], halves[1::2], strict=True)
    alike = [adjusted_rand_index(one, other) for one, other in pairs]
    return Agreement(whole.result(), together, len(members), math.fsum(alike) / len(alike))


def coassociation(members: Labels) -> Integers:
    """In how many divisions two documents were in one group; shape (documents, documents), symmetric.

    Counted in the smallest whole numbers that hold as many divisions: nothing else of an ensemble is as large.
    """
    counts = np.zeros((members.shape[1],) * 2, dtype=np.min_scalar_type(len(members)))
    for labels in members.astype(np.int32):
        counts += labels[:, None] == labels
    return counts


def _cut(together: Integers, topics: int) -> Labels:
    """The tree of an ensemble, cut as high as gives so many groups that are large enough; else as many as it can."""
    documents = len(together)
    smallest = max(int(SMALLEST_SHARE * documents / topics), 1)
    tried = cuts(consensus_tree(together), range(topics, min(MOST_CUTS * topics, documents) + 1), smallest)
    counts = [int(labels.max(initial=-1)) + 1 for labels in tried]
    chosen: Labels = tried[counts.index(topics) if topics in counts else counts.index(max(counts))].astype(
        np.int64
    )
    return chosen


def _halves() -> list[tuple[int, ...]]:
    """The blocks of both halves of each halving, one after the other."""
    firsts = [(0, *rest) for rest in itertools.combinations(range(1, BLOCKS), BLOCKS // 2 - 1)]
    chosen = firsts[:: len(firsts) // HALVINGS][:HALVINGS]
    return [half for first in chosen for half in (first, tuple(set(range(BLOCKS)).difference(first)))]
