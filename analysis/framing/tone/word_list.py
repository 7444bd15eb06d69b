"""Plain word lists: the scores of a text's words and phrases, summed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from analysis.framing.tone.lexicon import squashed

WORD = re.compile(r"\w+")
ANY_ENDING = "*"


class WordList:
    """The tone of wording by a list of words and phrases with a score each.

    tone = s / sqrt(s^2 + 15), s = scale * sum of the scores of the words and phrases found

    Letters' case is ignored. Where a phrase and a word of it are both listed, the longer is found, and no word counts
    twice. An entry that ends in * stands for every word that begins so; where several do, the longest counts. Nothing
    is known of negation: "not good" scores as "good" unless the list has it.

    Args:
        name: what tables and cards call it.
        version: of the list.
        entries: word or phrase -> score.
        scale: what every score is multiplied by.
        title: what sentences call it.
    """

    def __init__(
        self, name: str, version: str, entries: Mapping[str, float], *, scale: float = 1.0, title: str = ""
    ) -> None:
        self.name = name
        self.version = version
        self.measures = (
            f"The polarity of a text's words by the word list {title or name}, from -1 to 1; no stance."
        )
        self.entries = entries
        self._scale = scale
        self._phrases: dict[tuple[str, ...], float] = {}
        self._stems: dict[str, float] = {}
        for entry, score in entries.items():
            self._add(entry, score)
        self._sizes = _sizes(self._phrases)
        self._reaches = sorted({len(stem) for stem in self._stems}, reverse=True)

    def valence(self, text: str) -> float:
        """The scores of the words and phrases found, summed and scaled; 0 where none is found."""
        words = WORD.findall(text.lower())
        total, place = 0.0, 0
        while place < len(words):
            size, score = self._at(words, place)
            total += score
            place += size
        return self._scale * total

    def tone(self, text: str) -> float:
        """The tone of one text, -1 (negative) to 1 (positive), to four decimals."""
        return squashed(self.valence(text))

    def _add(self, entry: str, score: float) -> None:
        """Take an entry up; phrases are cut into words as texts are, so that "can't" finds "can’t"."""
        words = tuple(WORD.findall(entry.lower()))
        if entry.endswith(ANY_ENDING) and len(words) == 1:
            self._stems[words[0]] = score
        elif words:
            self._phrases[words] = score

    def _at(self, words: list[str], place: int) -> tuple[int, float]:
        """How many words the longest entry at a place has, and its score; 1 and 0 where there is none."""
        for size in self._sizes.get(words[place], ()):
            score = self._phrases.get(tuple(words[place : place + size]))
            if score is not None:
                return size, score
        for reach in self._reaches:
            score = self._stems.get(words[place][:reach])
            if score is not None and len(words[place]) >= reach:
                return 1, score
        return 1, 0.0


def _sizes(phrases: Mapping[tuple[str, ...], float]) -> dict[str, tuple[int, ...]]:
    """How many words the entries that begin with a word have, the longest first."""
    found: dict[str, set[int]] = {}
    for words in phrases:
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}
