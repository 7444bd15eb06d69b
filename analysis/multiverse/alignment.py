"""Which cluster of a specification is the topic that the study speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from analysis.multiverse.materials import Floats, Integers

FOUND_FROM = 1 / 3
"""Two topics of one size that share half of their paragraphs overlap by a third (1 in both of 3 in either). A cluster
that shares less is another topic, and its contrast would be one of something else."""

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Match:
    """The cluster that a topic is found again as (-1: nowhere), and their Jaccard overlap (0 to 1)."""

    cluster: int
    jaccard: float


def best_match(topic: int, topics: Integers, labels: Integers, parts: Floats) -> Match:
    """The cluster with the largest overlap with a topic; of equal ones the first.

    overlap = in both / in either, counted in paragraphs

    A sentence counts as its part of a paragraph, so that a long paragraph does not count for more than a short one.
    Below `FOUND_FROM` the topic is not found.

    Args:
        topic: of the study.
        topics: the study's topic of each piece, that of its paragraph; -1 for none.
        labels: the cluster of each piece; -1 for none.
        parts: what share of a paragraph each piece is.
    """
    inside = labels >= 0
    if not inside.any() or not (topics == topic).any():
        return Match(NOWHERE, 0.0)
    sizes = np.bincount(labels[inside], weights=parts[inside])
    mine = topics == topic
    both = np.bincount(labels[inside & mine], weights=parts[inside & mine], minlength=len(sizes))
    # Sums of thirds and the like differ in their last digit with the order; nine decimals hold every real overlap.
    overlaps = np.round(both / (parts[mine].sum() + sizes - both), 9)
    best = int(overlaps.argmax())
    overlap = round(float(overlaps[best]), 6)
    return Match(best if overlaps[best] >= round(FOUND_FROM, 9) else NOWHERE, overlap)
