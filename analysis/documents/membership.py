"""From what an ensemble agrees on about a sample to the topic of every document."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from analysis.documents.division import directions, nearest, sums
from analysis.documents.views import slices
from analysis.topics.context import unit
from analysis.topics.membership import sampled_confidence

if TYPE_CHECKING:
    from analysis.documents.agreement import Agreement
    from analysis.documents.views import Whole
    from analysis.topics.arrays import Floats, Integers, Labels


REFINEMENTS = 8
"""Rounds in which centroids move to the middle of all documents that are nearest to them. What a few sampled documents
say of a topic's middle is uncertain; after some rounds hardly a document changes its topic."""


def memberships(rows: Whole, found: Agreement, *, workers: int = 1) -> tuple[Labels, Floats]:
    """Topic and confidence of every document.

    Every document, sampled or not, takes the topic of the nearest centroid: none is left out. The centroids are those
    of the sampled documents, `refined` where there are others. The confidence of a sampled one is how often the
    ensemble put it together with the others of its topic; of another one, that of the sampled document of its topic
    that is nearest to it.

    Args:
        rows: all documents (see `views.joined`), the sampled ones first.
        found: what the ensemble agrees on about the sampled ones.
        workers: threads; the result is the same for any number of them.
    """
    sampled = rows[: len(found.labels)].astype(np.float64)
    centres = directions(sampled, found.labels, np.zeros((found.topics, sampled.shape[1])))
    if len(rows) > len(sampled):
        centres = refined(rows, centres, workers=workers)
    with ThreadPoolExecutor(workers) as pool:
        own = pool.map(lambda part: nearest(rows[part].astype(np.float64), centres), slices(len(rows)))
        topics = np.concatenate(list(own))
    known = topics[: len(sampled)]
    sure = sampled_confidence(found.together, known, found.divisions)
    confidence = np.zeros(len(rows))
    for topic in range(found.topics):
        members, lenders = np.flatnonzero(topics == topic), np.flatnonzero(known == topic)
        if len(lenders):
            lent = nearest(rows[members].astype(np.float64), sampled[lenders])
            confidence[members] = sure[lenders[lent]]
    confidence[: len(sampled)] = sure
    return topics, confidence


def refined(rows: Whole, centres: Floats, *, workers: int = 1) -> Floats:
    """Centroids after some rounds of spherical k-means over all documents; one that loses all of its own stays."""

    def own(part: slice) -> tuple[Floats, Labels]:
        vectors = rows[part].astype(np.float64)
        labels = nearest(vectors, centres)
        return sums(vectors, labels, len(centres)), np.bincount(labels, minlength=len(centres))

    for _ in range(REFINEMENTS):
        total, sizes = np.zeros_like(centres), np.zeros(len(centres), dtype=np.int64)
        with ThreadPoolExecutor(workers) as pool:
            for some, counted in pool.map(own, slices(len(rows))):
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
