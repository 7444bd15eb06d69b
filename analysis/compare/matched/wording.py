"""What two paragraphs have in common beside their vectors: content words, numbers, runs of words, quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.compare.words import content_words, running_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Words = tuple[str, ...]

SAYING = frozenset({"said", "say", "says", "mr", "mrs", "ms"})
"""News prints them with every speaker, whatever is reported."""

SHRINKAGE = 2
"""Words added to the shorter paragraph's, so that two words in common do not make two short lines one report."""

SHINGLE = 3
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ENDINGS = ("ing", "ed", "es", "s")
_STEM = 4


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a paragraph in order, its content words as stems, its numbers, and the words of its quotations."""

    words: Words
    content: frozenset[str]
    numbers: frozenset[str]
    quotations: tuple[Words, ...]

    @classmethod
    def of(cls, text: str, quotations: Iterable[str] = ()) -> Wording:
        """The wording of a text and of the direct quotations in it."""
        kept = (word for word in content_words(running_words(text)) if word not in SAYING)
        numbers = frozenset(_NUMBER.findall(text))
        return cls(
            plain_words(text), frozenset(map(_stem, kept)), numbers, tuple(map(plain_words, quotations))
        )


def plain_words(text: str) -> Words:
    """The words of a text in order, lower-cased, numbers among them, marks left out."""
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))


def overlap(one: Wording, other: Wording) -> float:
    """The share of the shorter paragraph's content that the other has too, content words and numbers as a set.

    overlap = |A & B| / (min(|A|, |B|) + 2)

    Content words are stems ("warned" is "warn") of what is neither an English stop word nor "said" or "Mr". The 2 holds
    back short paragraphs. 0 to below 1; what the longer paragraph says beyond the shorter one does not count against
    it, since outlets cut paragraphs differently.
    """
    a, b = one.content | one.numbers, other.content | other.numbers
    return round(len(a & b) / (min(len(a), len(b)) + SHRINKAGE), 6)


def copied(one: Wording, other: Wording) -> float:
    """The Jaccard coefficient of the runs of three words (Broder 1997): 1 for the same words, 0 for none in common."""
    a, b = _runs(one.words, SHINGLE), _runs(other.words, SHINGLE)
    return len(a & b) / len(a | b) if a | b else 0.0


def longest_run(one: Words, other: Words) -> Words:
    """The longest run of words that both have; of several the first in alphabetical order; none is empty."""
    longest: Words = ()
    for size in range(1, min(len(one), len(other)) + 1):
        common = _runs(one, size) & _runs(other, size)
        if not common:
            break
        longest = min(common)
    return longest


def shared_quotation(one: Wording, other: Wording) -> Words:
    """The longest run of words that both print inside quotation marks."""
    runs = [longest_run(a, b) for a in one.quotations for b in other.quotations]
    return max(sorted(runs), key=len, default=())


def _runs(words: Sequence[str], size: int) -> set[Words]:
    """All runs of so many words; the whole where there are fewer."""
    return {tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1))} if words else set()


def _stem(word: str) -> str:
    """A word without its inflection, as far as its ending tells."""
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _STEM), "")
    return word.removesuffix(ending)
