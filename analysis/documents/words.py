"""The words of documents: all of them in order, those that can name a topic, and how often each document has them."""

from __future__ import annotations

import itertools
import math
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.stopwords import STOP_WORDS
from analysis.topics.terms import DOTTED, SHORTEST, WORD, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scipy.sparse import csr_array

    from analysis.topics.arrays import Floats, Integers


def words_of(text: str) -> list[str]:
    """All words of a text in order: in small letters, but for acronyms; U.S. is read as US."""
    plain = DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    return [sys.intern(small(word)) for word in WORD.findall(plain)]


def tells(word: str) -> bool:
    """Whether a word can name a topic: two letters or more, and no stop word (US is none, us is)."""
    return len(word) >= SHORTEST and (word.isupper() or word not in STOP_WORDS)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each document has each word that can name a topic.

    Attributes:
        words: by the alphabet; those of one document only are left out.
        counts: whole numbers, shape (documents, words).
    """

    words: tuple[str, ...]
    counts: csr_array

    def tfidf(self) -> csr_array:
        """Rows of length 1: (1 + log(count)) * (1 + log((1 + documents) / (1 + documents with the word)))."""
        from scipy.sparse import csr_array, diags_array

        documents = self.counts.shape[0]
        holders = np.bincount(self.counts.indices, minlength=len(self.words))
        rare = 1 + math.log(1 + documents) - logarithms(1 + holders)
        parts = (1 + logarithms(self.counts.data), self.counts.indices, self.counts.indptr)
        weights = csr_array(parts, shape=self.counts.shape) @ diags_array(rare)
        lengths = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
        return csr_array(diags_array(1 / np.where(lengths > 0, lengths, 1.0)) @ weights)


def logarithms(numbers: Integers) -> Floats:
    """Natural logarithms of whole numbers; numpy's own differ between processors in the last digit."""
    values, places = np.unique(numbers, return_inverse=True)
    return np.array([math.log(value) for value in values.tolist()])[places]


def counted(documents: Sequence[Sequence[str]]) -> Counts:
    """The counts of documents whose words are given in order."""
    from scipy.sparse import csr_array

    holders = Counter(itertools.chain.from_iterable(map(set, documents)))
    known = tuple(sorted(word for word, count in holders.items() if count > 1 and tells(word)))
    places = {word: place for place, word in enumerate(known)}
    rows = [[places[word] for word in words if word in places] for words in documents]
    flat = np.array(list(itertools.chain.from_iterable(rows)), dtype=np.int64)
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows], dtype=np.int64)])
    counts = csr_array((np.ones(len(flat), dtype=np.int64), flat, ends), shape=(len(rows), len(known)))
    counts.sum_duplicates()
    return Counts(known, counts)
