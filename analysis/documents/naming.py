"""The words that topics are told by."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from analysis.documents.coherence import nearness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scipy.sparse import csr_array

    from analysis.documents.coherence import Nearness
    from analysis.documents.words import Counts
    from analysis.topics.arrays import Floats, Labels

DECIMALS = 9


def class_tfidf(counts: csr_array, topics: Labels) -> csr_array:
    """BERTopic's score of every word that a topic has (Grootendorst 2022); shape (topics, words), elsewhere 0.

    c-TF-IDF = sqrt(the word's share of the topic's words) * log(1 + mean words of a topic / count of the word)
    """
    from scipy.sparse import csr_array

    count = int(topics.max()) + 1
    rows = np.flatnonzero(topics >= 0)
    member = csr_array((np.ones(len(rows), dtype=np.int64), (topics[rows], rows)), shape=(count, len(topics)))
    sums = csr_array(member @ counts)
    sums.sort_indices()
    sizes = np.repeat(sums.sum(axis=1), np.diff(sums.indptr))
    common = sums.sum(axis=0)[sums.indices]
    scores = np.sqrt(sums.data / sizes) * np.log1p(sums.sum() / count / common)
    return csr_array((scores.round(DECIMALS), sums.indices, sums.indptr), shape=sums.shape)


def topic_words(
    counts: Counts, texts: Sequence[Sequence[str]], topics: Labels, *, wanted: int, candidates: int
) -> list[list[str]]:
    """The words of each topic, the best first.

    The words with the highest c-TF-IDF are the candidates; of these, the ones are taken whose score times their mean
    NPMI with the other candidates (one below 0 counts as 0) is highest. A word that is frequent in a topic and
    stands near nothing else in it says little about it.

    Args:
        counts: of the words of each document.
        texts: all words of each document, in order.
        topics: of each document.
        wanted: words of a topic, at most.
        candidates: words of a topic that are looked at.
    """
    scores = class_tfidf(counts.counts, topics)
    ends = zip(scores.indptr[:-1], scores.indptr[1:], strict=True)
    leading = [
        _leading(
            scores.data[start:end], [counts.words[word] for word in scores.indices[start:end]], candidates
        )
        for start, end in ends
    ]
    near = nearness(texts, {word for own in leading for word in own})
    return [_fitting(own, near)[:wanted] for own in leading]


def _leading(scores: Floats, words: Sequence[str], most: int) -> dict[str, float]:
    """The candidates of a topic with their scores; of equal ones, the first by the alphabet."""
    best = np.lexsort((np.arange(len(scores)), -scores))[:most]
    return {words[place]: float(scores[place]) for place in best if scores[place] > 0}


def _fitting(candidates: Mapping[str, float], near: Nearness) -> list[str]:
    """The candidates by their score times how near they stand to the others."""
    words = list(candidates)
    fit = dict(zip(words, map(_mean_nearness, range(len(words)), near.pairs(words)), strict=True))
    return sorted(words, key=lambda word: (-round(candidates[word] * fit[word], DECIMALS), word))


def _mean_nearness(own: int, row: Sequence[float]) -> float:
    """The mean of a word's NPMI with the other words, where one that is below chance counts as 0."""
    others = [max(value, 0.0) for place, value in enumerate(row) if place != own]
    return math.fsum(others) / len(others) if others else 0.0
