"""Which words and phrases are counted, and which of them stand inside which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from analysis.compare.arrays import Integers
    from analysis.compare.tokens import Tokens

LONGEST = 3
FEWEST = 3
MOST = 5_000
"""Phrases at most: where more are found three times, those found most often are counted, whoever uses them."""


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Words and phrases in alphabetical order, with their lengths in words.

    `parts`: a column for each that stands in a longer one: its place, and the longer one's.
    """

    spelled: tuple[str, ...]
    lengths: Integers
    parts: Integers

    @classmethod
    def counted(
        cls, tokens: Tokens, row: Integers, *, rows: int, longest: int
    ) -> tuple[Phrases, sparse.csr_array[np.float64]]:
        """All content words, and the most frequent phrases, with their counts: rows x words and phrases.

        Args:
            tokens: the running words.
            row: the row that each running word counts for.
            rows: how many there are.
            longest: phrase, in words.
        """
        found = [_of_length(tokens, length) for length in range(1, longest + 1)]
        limit = _limit(np.concatenate([times for _, _, times in found[1:]] or [np.zeros(0, dtype=np.int64)]))
        spelled: list[str] = []
        lengths: list[int] = []
        cells: list[tuple[Integers, Integers]] = []
        for length, (starts, key, times) in enumerate(found, start=1):
            kept = np.flatnonzero(times >= (1 if length == 1 else limit))
            numbers = np.full(len(times), -1)
            numbers[kept] = len(spelled) + np.arange(len(kept))
            different, inverse = np.unique(key, return_inverse=True)
            column = numbers[inverse]
            cells.append((row[starts[column >= 0]], column[column >= 0]))
            spelled += tokens.spelled(different[kept], length)
            lengths += [length] * len(kept)
        place, column = (np.concatenate(side) for side in zip(*cells, strict=True))
        order = np.argsort(np.array(spelled, dtype=object), kind="stable")
        counts = sparse.csr_array((np.ones(len(place)), (place, column)), shape=(rows, len(spelled)))
        named = tuple(spelled[number] for number in order)
        return cls(named, np.array(lengths, dtype=np.int64)[order], _parts(named)), sparse.csr_array(
            counts[:, order]
        )

    def only(self, places: Integers) -> Phrases:
        """Those at these places, which rise."""
        number = np.full(len(self.spelled), -1)
        number[places] = np.arange(len(places))
        parts = number[self.parts]
        return Phrases(
            tuple(self.spelled[place] for place in places),
            self.lengths[places],
            parts[:, (parts >= 0).all(axis=0)],
        )


def _of_length(tokens: Tokens, length: int) -> tuple[Integers, Integers, Integers]:
    """Where phrases of so many words start, their numbers, and how often each different number occurs."""
    starts, key = tokens.phrases(length)
    return starts, key, np.unique(key, return_counts=True)[1]


def _limit(times: Integers) -> int:
    """How often a phrase must occur to be counted: three times, or more often where too many do."""
    falling = np.sort(times, kind="stable")[::-1]
    return max(FEWEST, int(falling[MOST]) + 1) if len(falling) > MOST else FEWEST


def _parts(spelled: tuple[str, ...]) -> Integers:
    """Each word or phrase that stands in a longer one, with that one, as places; shortest and last ones first."""
    places = {phrase: place for place, phrase in enumerate(spelled)}
    found = []
    for phrase, place in places.items():
        words = phrase.split(" ")
        for length in range(1, len(words)):
            inside = {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}
            found += [(places[part], place, len(words)) for part in sorted(inside) if part in places]
    found.sort(key=lambda pair: (pair[2], -pair[1], pair[0]))
    return np.array([pair[:2] for pair in found], dtype=np.int64).reshape(-1, 2).T
