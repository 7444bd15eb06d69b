"""The words of each topic, by BERTopic's class-based tf-idf."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.term_counts import REST
from analysis.topics.terms import alike

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.topics.arrays import Floats, Integers
    from analysis.topics.term_counts import TermCounts

PAIR_BEFORE_WORD = 0.5
"""A pair stands for each of its words when it scores at least this share of the word: Persian Gulf, not gulf."""

CANDIDATES = 60
DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a topic and its c-TF-IDF score; higher tells the topic apart better."""

    text: str
    score: float


def topic_terms(counted: TermCounts) -> dict[int, list[Term]]:
    """The best terms of every topic, the best first, none repeating another.

    c-TF-IDF (Grootendorst 2022) = sqrt(the term's share of the topic's terms) * log(1 + mean terms of a topic / count
    of the term in all topics)

    BERTopic's own transformer computes it, over counts instead of texts, so that a corpus in parts gives the same.
    Paragraphs without a topic count as a topic of their own, whose terms are not returned.

    Args:
        counted: how often each topic uses each term.

    Returns:
        Topic -> terms. Equal scores (to nine decimals, as logarithms differ between processors) go by the alphabet.
        Topics without any term are missing.
    """
    from scipy import sparse

    with warnings.catch_warnings():
        # umap, which bertopic imports, says that tensorflow is missing.
        warnings.filterwarnings("ignore", message="Tensorflow not installed", category=ImportWarning)
        from bertopic.vectorizers import ClassTfidfTransformer

    rows = counted.counts
    if rows.empty:
        return {}
    topics, row = np.unique(rows["topic"], return_inverse=True)
    names, column = np.unique(rows["term"].to_numpy(dtype=object), return_inverse=True)
    shape = (len(topics), len(names))
    matrix = sparse.csr_matrix((rows["count"].to_numpy(dtype=np.float64), (row, column)), shape=shape)
    scores = ClassTfidfTransformer(reduce_frequent_words=True).fit_transform(matrix)
    scored = np.asarray(scores[row, column]).ravel()
    return {
        int(topic): _ranked(names[column[own]].tolist(), scored[own], rows["paragraphs"].to_numpy()[own])
        for place, topic in enumerate(topics)
        if topic >= 0 and (own := np.flatnonzero(row == place)).size
    }


def _ranked(names: Sequence[str], scores: Floats, spread: Integers) -> list[Term]:
    """Terms of one topic, the best first, without those that repeat a better one.

    Terms of two paragraphs or more come before those of one, which may be a slip of the tongue; a pair of words that
    met in one paragraph only is no term at all.

    Args:
        names: of the terms.
        scores: of each.
        spread: in how many paragraphs of the topic each occurs.
    """
    found = zip(names, scores.tolist(), spread.tolist(), strict=True)
    terms = [
        (paragraphs == 1, Term(str(text), round(score, DECIMALS)))
        for text, score, paragraphs in found
        if text != REST and (" " not in text or paragraphs > 1)
    ]
    terms.sort(key=lambda one: (one[0], -one[1].score, one[1].text))
    return _distinct([term for _, term in terms[:CANDIDATES]])


def _distinct(ranked: list[Term]) -> list[Term]:
    """Terms that repeat no better one; a pair takes the place of a word that it contains."""
    pairs = [term for term in ranked if " " in term.text]
    kept: list[Term] = []
    for term in ranked:
        fuller = next((pair for pair in pairs if _stands_for(pair, term)), term)
        if not any(alike(fuller.text, other.text) for other in kept):
            kept.append(fuller)
    return kept


def _stands_for(pair: Term, word: Term) -> bool:
    """Whether a pair contains the word and scores enough to be shown in its place."""
    return word.text in pair.text.split() and pair.score >= PAIR_BEFORE_WORD * word.score


def written(term: str, spellings: Mapping[str, str]) -> str:
    """A term as the articles write it."""
    return " ".join(spellings.get(word, word) for word in term.split())
