"""Which words and phrases are counted, and which of them stand inside which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from analysis.compare.arrays import Integers
    from analysis.compare.tokens import Tokens

LONGEST = 3
FEWEST = 3
"""How often a word or phrase must be found to be counted: one seen once or twice distinguishes nothing."""

MOST = 5_000
"""Phrases at most: where more are found three times, those found most often are counted, whoever uses them."""

Listed: TypeAlias = "int | Collection[str]"
"""The words and phrases to count; or the longest phrase, in words, where the tokens at hand decide for themselves."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The different phrases of one length: their numbers in the tokens, and how often each occurs.

    `starts` are the places where one begins, `which` the different one that begins there.
    """

    length: int
    starts: Integers
    which: Integers
    keys: Integers
    times: Integers

    @classmethod
    def of(cls, tokens: Tokens, length: int) -> Found:
        """All phrases of so many words."""
        starts, key = tokens.phrases(length)
        keys, which, times = np.unique(key, return_inverse=True, return_counts=True)
        return cls(length, starts, which, keys, times)


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Words and phrases in alphabetical order, with their lengths in words.

    `parts`: a column for each that stands in a longer one: its place, and the longer one's.
    """

    spelled: tuple[str, ...]
    lengths: Integers
    parts: Integers

    @classmethod
    def of(cls, spelled: Sequence[str]) -> Phrases:
        """These words and phrases, which must be in alphabetical order."""
        lengths = np.array([words_in(phrase) for phrase in spelled], dtype=np.int64)
        return cls(tuple(spelled), lengths, _parts(tuple(spelled)))

    @classmethod
    def counted(
        cls, tokens: Tokens, row: Integers, *, rows: int, listed: Listed
    ) -> tuple[Phrases, sparse.csr_array[np.float64]]:
        """The listed words and phrases that occur, with their counts: rows x words and phrases.

        Where the tokens decide for themselves, these are the content words found three times, and the most frequent
        phrases.

        Args:
            tokens: the running words.
            row: the row that each running word counts for.
            rows: how many there are.
            listed: what is counted.
        """
        longest = listed if isinstance(listed, int) else max(map(words_in, listed), default=1)
        found = [Found.of(tokens, length) for length in range(1, longest + 1)]
        spelled: list[str] = []
        cells: list[tuple[Integers, Integers]] = []
        for each, kept in zip(found, _kept(found, tokens, listed), strict=True):
            numbers = np.full(len(each.keys), -1)
            numbers[kept] = len(spelled) + np.arange(len(kept))
            column = numbers[each.which]
            cells.append((row[each.starts[column >= 0]], column[column >= 0]))
            spelled += tokens.spelled(each.keys[kept], each.length)
        place, column = (np.concatenate(side) for side in zip(*cells, strict=True))
        order = np.argsort(np.array(spelled, dtype=object), kind="stable")
        counts = sparse.csr_array((np.ones(len(place)), (place, column)), shape=(rows, len(spelled)))
        return cls.of([spelled[number] for number in order]), sparse.csr_array(counts[:, order])

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


def words_in(phrase: str) -> int:
    """How many words a phrase has."""
    return phrase.count(" ") + 1


def limit(times: Integers) -> int:
    """How often a phrase must occur to be counted, from how often each does: three times, more where too many do."""
    falling = np.sort(times, kind="stable")[::-1]
    return max(FEWEST, int(falling[MOST]) + 1) if len(falling) > MOST else FEWEST


def _kept(found: Sequence[Found], tokens: Tokens, listed: Listed) -> list[Integers]:
    """The places of what is counted among the different words, and among the different phrases of each length."""
    if isinstance(listed, int):
        times = np.concatenate([each.times for each in found[1:]] or [np.zeros(0, dtype=np.int64)])
        fewest = limit(times)
        return [np.flatnonzero(each.times >= (FEWEST if each.length == 1 else fewest)) for each in found]
    return [
        np.array(
            [
                place
                for place, phrase in enumerate(tokens.spelled(each.keys, each.length))
                if phrase in listed
            ],
            dtype=np.int64,
        )
        for each in found
    ]


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
