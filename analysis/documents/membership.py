"""From what an ensemble agrees on about a sample to the topic of every document."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from analysis.documents.division import directions, nearest, sums
from analysis.topics.context import unit
from analysis.topics.membership import sampled_confidence

if TYPE_CHECKING:
    from analysis.documents.agreement import Agreement
    from analysis.documents.views import Views
    from analysis.topics.arrays import Floats, Integers, Labels


REFINEMENTS = 8
"""Rounds in which centroids move to the middle of all documents that are nearest to them. What a few sampled documents
say of a topic's middle is uncertain; after some rounds hardly a document changes its topic."""


def memberships(
    views: Views, sampled: Floats, found: Agreement, *, workers: int = 1
) -> tuple[Labels, Floats]:
    """Topic and confidence of every document.

    Every document, sampled or not, takes the topic of the nearest centroid: none is left out. The centroids are those
    of the sampled documents, `refined` where there are others. The confidence of a sampled one is how often the
    ensemble put it together with the others of its topic; of another one, that of the sampled document of its topic
    that is nearest to it.

    Args:
        views: of all documents, the sampled ones first.
        sampled: of the sampled documents, both views together.
        found: what the ensemble agrees on about them.
        workers: threads; the result is the same for any number of them.
    """
    centres = directions(sampled, found.labels, np.zeros((found.topics, sampled.shape[1])))
    if len(views) > len(sampled):
        centres = refined(views, centres, workers=workers)
    topics = np.concatenate([nearest(part, centres) for part in views.parts()])
    known = topics[: len(sampled)]
    sure = sampled_confidence(found.together, known, found.divisions)
    lenders = {topic: np.flatnonzero(known == topic) for topic in range(found.topics)}
    confidence = np.zeros(len(views))
    start = 0
    for part in views.parts():
        own = topics[start : start + len(part)]
        for topic in np.unique(own).tolist():
            members, others = np.flatnonzero(own == topic), lenders[topic]
            if len(others):
                confidence[start + members] = sure[others[nearest(part[members], sampled[others])]]
        start += len(part)
    confidence[: len(sampled)] = sure
    return topics, confidence


def refined(views: Views, centres: Floats, *, workers: int = 1) -> Floats:
    """Centroids after some rounds of spherical k-means over all documents; one that loses all of its own stays."""

    def own(rows: slice) -> tuple[Floats, Labels]:
        part = views.joined(rows)
        labels = nearest(part, centres)
        return sums(part, labels, len(centres)), np.bincount(labels, minlength=len(centres))

    for _ in range(REFINEMENTS):
        total, sizes = np.zeros_like(centres), np.zeros(len(centres), dtype=np.int64)
        with ThreadPoolExecutor(workers) as pool:
            for some, counted in pool.map(own, views.slices()):
                total += some
                sizes += counted
        centres = np.where(sizes[:, None] > 0, unit(total), centres)
    return centres


def by_size(topics: Labels, copies: Integers) -> Labels:
    """Topics numbered from 0, the one of most documents first; of equal ones, the one whose first text comes first.

    Args:
        topics: of each distinct text.
        copies: how many documents have it.
    """
    numbers, first = np.unique(topics, return_index=True)
    sizes = np.bincount(topics, weights=copies)[numbers]
    new = np.zeros(int(numbers.max()) + 1, dtype=np.int64)
    new[numbers[np.lexsort((first, -sizes))]] = np.arange(len(numbers))
    return new[topics]
