"""The one rule that gives every paragraph its topic, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.context import similarities, unit

if TYPE_CHECKING:
    from analysis.topics.arrays import Floats, Integers, Labels


def nearest_topics(vectors: Floats, sampled: Integers, topics: Labels) -> Labels:
    """The topic whose centroid is nearest to each paragraph; -1 where the centre of the corpus is nearer still.

    The consensus says which topics there are: the centroid of a topic is the mean direction of its sampled paragraphs.
    Every paragraph, sampled or not, loose in the consensus or not, then takes the topic of the nearest centroid. So the
    labels of a small corpus differ from the consensus only where a paragraph is nearer to another topic than to the one
    that the ensemble grouped it with, and those of a large one do not depend on who was sampled. A paragraph that is
    more like the corpus at large than like any of its topics has none: no threshold had to be chosen.

    Args:
        vectors: of all paragraphs, in fixed point; shape (paragraphs, dimensions).
        sampled: rows that the consensus was made of.
        topics: consensus topic of each sampled row; -1 for loose ones, which no centroid counts.

    Returns:
        Topic of every paragraph, numbered as in `topics`; ties go to the centroid, then to the lower number.
    """
    count = int(topics.max(initial=-1)) + 1
    sums = np.array([vectors[sampled[topics == topic]].sum(axis=0) for topic in range(count)])
    to_topics = similarities(vectors, unit(sums))
    to_centre = similarities(vectors, unit(vectors[sampled].sum(axis=0, keepdims=True)))[:, 0]
    nearest: Labels = to_topics.argmax(axis=1).astype(np.int64)
    return np.where(to_topics.max(axis=1) >= to_centre, nearest, -1)


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


def confidence(vectors: Floats, sampled: Integers, topics: Labels, of_sampled: Floats) -> Floats:
    """Confidence of every paragraph; one that was not sampled takes that of the nearest sampled one of its topic.

    Args:
        vectors: of all paragraphs, in fixed point.
        sampled: rows that the consensus was made of.
        topics: topic of every paragraph.
        of_sampled: see `sampled_confidence`.
    """
    everyone = np.zeros(len(vectors))
    everyone[sampled] = of_sampled
    others = np.setdiff1d(np.arange(len(vectors)), sampled)
    for topic in np.unique(topics[others][topics[others] >= 0]):
        members, known = others[topics[others] == topic], sampled[topics[sampled] == topic]
        if len(known):
            everyone[members] = everyone[known[similarities(vectors[members], vectors[known]).argmax(axis=1)]]
    return everyone
