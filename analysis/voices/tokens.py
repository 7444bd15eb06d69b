"""Words, punctuation marks and whole quotations of a sentence, with their places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from analysis.voices import words

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,6}|\w+(?:[-’'&./@]\w+)*(?:(?<=s)[’'](?=\s[a-z]))?|[^\w\s]")
_LEFT_OUT = frozenset("\"“”«»„‘’'\u201a\u2039\u203a`*#")
_POSSESSIVE = re.compile(r"['’]s?$")
ABBREVIATIONS = words.word_set(
    "mr mrs ms dr gen sen rep gov lt col sgt capt prof rev hon st jr sr adm maj pres atty messrs amb dep u.s u.k u.n"
)
"""Words whose full stop ends no sentence and no name."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or (with `quotation`) everything between two quotation marks, at `start:end` of the paragraph."""

    text: str
    start: int
    end: int
    quotation: bool = False
    lower: str = field(init=False, repr=False, compare=False)
    """The word in small letters, its apostrophes straight."""

    def __post_init__(self) -> None:
        """Write it in small letters, once: it is asked for many times."""
        object.__setattr__(self, "lower", self.text.lower().replace("’", "'"))

    @property
    def pronoun(self) -> str:
        """The personal pronoun that the word is or starts with ("I've", "she's"); empty for others."""
        head = self.lower.partition("'")[0]
        return head if head in words.PRONOUNS else ""

    @property
    def stem(self) -> str:
        """The word as written, without a possessive ending."""
        return _POSSESSIVE.sub("", self.text)

    @property
    def possessive(self) -> bool:
        """Whether the word ends in a possessive ('s or an apostrophe)."""
        return _POSSESSIVE.search(self.text) is not None

    @property
    def capital(self) -> bool:
        """Whether it is a word that starts with a capital letter."""
        return not self.quotation and self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word, not a mark or a quotation."""
        return not self.quotation and self.text[0].isalnum()


def tokens(text: str, start: int, end: int, quotations: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of `text[start:end]`; each of the `quotations` in it is one token, other quotation marks none.

    Args:
        text: a paragraph.
        start: where the sentence starts in it.
        end: where it ends.
        quotations: the paragraph's, in order, none inside another.
    """
    found: list[Token] = []
    place = start
    earliest = bisect_right(quotations, start, key=itemgetter(1))
    for at in range(earliest, bisect_left(quotations, end, key=itemgetter(0))):
        first, last = max(start, quotations[at][0]), min(end, quotations[at][1])
        found += _plain(text, place, first)
        found.append(Token(text[first:last], first, last, quotation=True))
        place = last
    return [*found, *_plain(text, place, end)]


def _plain(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a stretch without quotations; the full stop of an abbreviation goes with its word."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, max(start, end)):
        value = match.group()
        if value == "." and found and found[-1].end == match.start() and _abbreviates(found[-1].text):
            found[-1] = Token(f"{found[-1].text}.", found[-1].start, match.end())
        elif value not in _LEFT_OUT:
            found.append(Token(value, match.start(), match.end()))
    return found


def _abbreviates(word: str) -> bool:
    """Whether a full stop behind this word belongs to it: "Gen", "Mr", the initial "J"."""
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())
