"""The words of many passages as numbers, so that words and phrases are counted without holding their texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.words import is_content, stretches

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    import numpy.typing as npt

    from analysis.compare.arrays import Integers

CUT = " | "
"""What an outlet's own name leaves behind: no phrase reaches across it."""


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """Running words in their order: which word of the `vocabulary` (sorted), of which passage and stretch."""

    vocabulary: tuple[str, ...]
    is_content: npt.NDArray[np.bool_]
    word: Integers
    passage: Integers
    stretch: Integers

    @classmethod
    def of(cls, texts: Iterable[str], names: re.Pattern[str]) -> Tokens:
        """The words of these texts, numbered from 0, with the names cut out."""
        places: dict[str, int] = {}
        word: list[int] = []
        length, owner = [], []
        for passage, text in enumerate(texts):
            for stretch in stretches(names.sub(CUT, text)):
                word += [places.setdefault(token, len(places)) for token in stretch]
                length.append(len(stretch))
                owner.append(passage)
        found = np.array(list(places), dtype=object)
        order = np.argsort(found, kind="stable")
        number = np.empty(len(found), dtype=np.int64)
        number[order] = np.arange(len(found))
        vocabulary = tuple(found[order].tolist())
        return cls(
            vocabulary,
            np.array([is_content(token) for token in vocabulary], dtype=bool),
            number[np.array(word, dtype=np.int64)],
            np.repeat(np.array(owner, dtype=np.int64), length),
            np.repeat(np.arange(len(length)), length),
        )

    def of_passages(self, chosen: npt.NDArray[np.bool_]) -> Tokens:
        """The words of some passages, which keep their numbers."""
        kept = chosen[self.passage]
        return Tokens(
            self.vocabulary, self.is_content, self.word[kept], self.passage[kept], self.stretch[kept]
        )

    def phrases(self, length: int) -> tuple[Integers, Integers]:
        """Every phrase of so many words: its first word's place, and a number that only equal phrases share.

        A phrase is words that follow one another in one stretch; neither the first nor the last is a stop
        word. Phrases of one word are the content words.
        """
        starts = np.arange(max(0, len(self.word) - length + 1))
        ends = starts + length - 1
        content = self.is_content[self.word]
        starts = starts[(self.stretch[starts] == self.stretch[ends]) & content[starts] & content[ends]]
        key = self.word[starts]
        for step in range(1, length):
            key = key * len(self.vocabulary) + self.word[starts + step]
        return starts, key

    def spelled(self, key: Integers, length: int) -> list[str]:
        """The phrases of so many words behind their numbers."""
        parts = []
        for _ in range(length):
            key, last = np.divmod(key, max(len(self.vocabulary), 1))
            parts.append(last)
        return [
            " ".join(self.vocabulary[place] for place in places)
            for places in zip(*(part.tolist() for part in reversed(parts)), strict=True)
        ]
