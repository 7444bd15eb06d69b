"""How well the words of topics hang together, and how much topics repeat one another: as the field publishes it."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scipy.sparse import csr_array

    Words = Sequence[str]

WINDOW = 10
"""Successive words that are near one another: as in gensim's c_npmi."""

EPSILON = 1e-12
"""Added to a joint probability, as gensim does, so that the logarithm of one that is 0 exists."""

TEXTS_AT_ONCE = 2_000


def diversity(topics: Sequence[Words]) -> float:
    """Share of distinct words among all words of the topics (Dieng, Ruiz and Blei 2020); nan without words.

    1: no topic repeats a word of another.
    """
    words = [word for topic in topics for word in topic]
    return len(set(words)) / len(words) if words else math.nan


@dataclass(frozen=True, slots=True)
class Nearness:
    """How often words stand near one another in texts.

    Attributes:
        places: of each word, its row in the counts.
        together: windows with both words; on the diagonal, with the word. Shape (words, words).
        windows: all of them.
    """

    places: dict[str, int]
    together: csr_array
    windows: int

    def npmi(self, words: Words) -> float:
        """The coherence of a topic: the `c_npmi` of gensim (Röder, Both and Hinneburg 2015) but for the last digits.

        npmi(a, b) = log(p(a, b) / (p(a) * p(b))) / -log(p(a, b)); p = windows that hold the words / all windows

        Args:
            words: of the topic; those that stand in no text are passed over.

        Returns:
            The mean over the pairs of words: -1 they are never near one another, 0 as often as by chance, 1 always;
            nan with fewer than two known words.

        Raises:
            KeyError: a word was not counted.
        """
        pairs = self.pairs([word for word in words if self.together[self.places[word], self.places[word]]])
        upper = [value for row, values in enumerate(pairs) for value in values[row + 1 :]]
        return math.fsum(upper) / len(upper) if upper else math.nan

    def mean(self, topics: Sequence[Words]) -> float:
        """The mean coherence of the topics that have one; nan where none has."""
        values = [value for value in map(self.npmi, topics) if not math.isnan(value)]
        return math.fsum(values) / len(values) if values else math.nan

    def pairs(self, words: Words) -> list[list[float]]:
        """The normalised pointwise mutual information of each of the words with each; every one stands in a text."""
        rows = [self.places[word] for word in words]
        counts = self.together[rows][:, rows].toarray().tolist() if rows else []
        return [
            [self._pair(one[i], counts[j][j], one[j]) for j in range(len(rows))]
            for i, one in enumerate(counts)
        ]

    def _pair(self, single: int, second: int, both: int) -> float:
        """The measure from the windows with either word, and with both."""
        joint = both / self.windows + EPSILON
        if joint >= 1:
            return 1.0
        return math.log(joint / (single / self.windows * (second / self.windows))) / -math.log(joint)


def nearness(texts: Sequence[Words], words: Iterable[str]) -> Nearness:
    """How often the words stand near one another.

    A window is any ten successive words of a text; a shorter text is one window. A word that is repeated within ten
    words counts as gensim counts it: it is forgotten when its first mention leaves the window, until it is met again.

    Args:
        texts: the words of each text, in order.
        words: those that are counted.
    """
    from scipy.sparse import csr_array

    places = {word: place for place, word in enumerate(sorted(set(words)))}
    together = csr_array((len(places), len(places)), dtype=np.int64)
    for start in range(0, len(texts), TEXTS_AT_ONCE):
        part = texts[start : start + TEXTS_AT_ONCE]
        held = _held([[places.get(word, -1) for word in text] for text in part], len(places))
        together = together + held @ held.T
    return Nearness(places, together.tocsr(), sum(max(len(text) - WINDOW, 0) + 1 for text in texts))


def _held(texts: list[list[int]], words: int) -> csr_array:
    """Which windows hold each word: 1 where one does; shape (words, windows). A window is named by its first place."""
    from scipy.sparse import csr_array

    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    flat = np.array(list(itertools.chain.from_iterable(texts)), dtype=np.int64)
    begins = np.cumsum(lengths) - lengths
    lasts = begins + np.maximum(lengths - WINDOW, 0)
    places = np.flatnonzero(flat >= 0)
    word, text = flat[places], np.repeat(np.arange(len(texts)), lengths)[places]
    enters = np.maximum(places - WINDOW + 1, begins[text])
    mentions = np.sort(word * len(flat) + places)
    leaves = mentions[np.searchsorted(mentions, word * len(flat) + enters)] - word * len(flat)
    windows = enters[:, None] + np.arange(WINDOW)
    real = windows <= np.minimum(leaves, lasts[text])[:, None]
    rows = np.repeat(word, WINDOW).reshape(windows.shape)[real]
    held = csr_array((np.ones(len(rows), dtype=np.int64), (rows, windows[real])), shape=(words, len(flat)))
    held.sum_duplicates()
    held.data[:] = 1
    return held
