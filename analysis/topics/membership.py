"""The one rule that gives every paragraph its topic, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.context import similarities, unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.topics.arrays import Floats, Integers, Labels


@dataclass(frozen=True, slots=True, eq=False)
class Centres:
    """Where topics lie: the mean direction of each topic's sampled paragraphs, and that of all sampled ones.

    The consensus says which topics there are. Every paragraph, sampled or not, loose in the consensus or not, then
    takes the topic of the nearest centre. So the labels of a small corpus differ from the consensus only where a
    paragraph is nearer to another topic than to the one that the ensemble grouped it with, and those of a large one do
    not depend on who was sampled. A paragraph that is more like the corpus at large than like any of its topics has
    none: no threshold had to be chosen.

    Attributes:
        topics: in fixed point, shape (topics, dimensions).
        corpus: in fixed point, shape (1, dimensions).
    """

    topics: Floats
    corpus: Floats

    @classmethod
    def of(cls, vectors: Floats, topics: Labels) -> Centres:
        """The centres of a consensus.

        Args:
            vectors: of the sampled paragraphs, in fixed point.
            topics: consensus topic of each; -1 for loose ones, which no topic's centre counts.
        """
        count = int(topics.max(initial=-1)) + 1
        sums = np.array([vectors[topics == topic].sum(axis=0) for topic in range(count)])
        return cls(unit(sums), unit(vectors.sum(axis=0, keepdims=True)))

    def nearest(self, vectors: Floats) -> Labels:
        """The topic of each paragraph, numbered as in the consensus; -1 where the corpus' centre is nearer still.

        Ties go to the topic, then to the lower number. A paragraph's topic depends on its own vector alone.

        Args:
            vectors: in fixed point, shape (paragraphs, dimensions).
        """
        to_topics = similarities(vectors, self.topics)
        to_corpus = similarities(vectors, self.corpus)[:, 0]
        best: Labels = to_topics.argmax(axis=1).astype(np.int64)
        return np.where(to_topics.max(axis=1) >= to_corpus, best, -1)


def renumbered(topics: Labels) -> Labels:
    """Topics numbered by size, the largest 0; of equal ones, first the one whose first row comes first.

    Rows are in canonical order, so the first is the one with the smallest content hash. -1 stays.
    """
    numbers, first, sizes = np.unique(topics[topics >= 0], return_index=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    new = np.full(int(topics.max(initial=-1)) + 2, -1, dtype=np.int64)
    new[numbers[order]] = np.arange(len(numbers))
    return new[topics]


def sampled_confidence(counts: Integers, topics: Labels, clusterings: int) -> Floats:
    """How often the ensemble put each sampled paragraph together with the others of its topic.

    confidence = mean over the other sampled paragraphs of the topic of (clusterings that put the two in one cluster /
    all clusterings)

    Args:
        counts: co-association, shape (sampled, sampled).
        topics: topic of each sampled paragraph.
        clusterings: how many were counted.

    Returns:
        0 to 1; 0 for a paragraph without a topic, or alone in one.
    """
    together = topics[:, None] == topics[None, :]
    np.fill_diagonal(together, val=False)
    others = together.sum(axis=1)
    total = (counts * together).sum(axis=1)
    return np.where((topics >= 0) & (others > 0), total / np.maximum(others, 1) / clusterings, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """The sampled paragraphs, whose confidence the ensemble gave: vectors in fixed point, topics and confidence."""

    vectors: Floats
    topics: Labels
    confidence: Floats

    def confidence_of(self, vectors: Floats, topics: Labels) -> Floats:
        """Confidence of paragraphs that were not sampled: that of the nearest sampled one of their topic.

        Args:
            vectors: in fixed point.
            topics: topic of each, numbered as the sampled ones'.

        Returns:
            0 to 1; 0 for a paragraph without a topic, or of a topic that no sampled one has.
        """
        found = np.zeros(len(vectors))
        for topic in np.unique(topics[topics >= 0]):
            members, known = np.flatnonzero(topics == topic), np.flatnonzero(self.topics == topic)
            for rows in stretches(members) if len(known) else ():
                nearest = similarities(vectors[rows], self.vectors[known]).argmax(axis=1)
                found[rows] = self.confidence[known[nearest]]
        return found


AT_ONCE = 4_096
"""Rows that are compared with the sample at a time, so that memory does not grow with their number."""


def stretches(rows: Integers) -> Iterator[Integers]:
    """The rows in stretches of `AT_ONCE`."""
    yield from (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))
