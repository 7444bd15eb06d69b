"""The terms of a text: words and pairs of neighbouring words that can tell a topic."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.topics.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
POSSESSIVE = re.compile(r"['’]s?$")
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Cuts texts into terms. An acronym keeps its capitals (US is not us); all else is in small letters.

    Attributes:
        names: outlets, which are taken out: a topic is not who printed it.
    """

    names: tuple[str, ...] = ()
    _names: re.Pattern[str] | None = field(init=False, repr=False, default=None)

    def __post_init__(self) -> None:
        """Prepare the pattern of the names, the longest first."""
        longest = sorted(
            (re.escape(name) for name in self.names if name.strip()), key=lambda name: (-len(name), name)
        )
        pattern = re.compile(rf"\b(?:{'|'.join(longest)})\b", re.IGNORECASE) if longest else None
        object.__setattr__(self, "_names", pattern)

    def terms(self, text: str) -> list[str]:
        """Words that are no stop words, and pairs of them with nothing but a space in between."""
        found: list[str] = []
        before, ends = "", -1
        for word, start, end in self._words(text):
            term = small(word)
            if len(term) < SHORTEST or (term.lower() in STOP_WORDS and not term.isupper()):
                before = ""
                continue
            found.append(term)
            if before and start - ends == 1:
                found.append(f"{before} {term}")
            before, ends = ("" if POSSESSIVE.search(word) else term), end
        return found

    def written(self, texts: Iterable[str]) -> Counter[tuple[str, str]]:
        """How often each word is written how: (word, spelling) -> count."""
        counts = Counter(POSSESSIVE.sub("", word) for text in texts for word, _, _ in self._words(text))
        return Counter({(small(spelling), spelling): count for spelling, count in counts.items()})

    def _words(self, text: str) -> list[tuple[str, int, int]]:
        """Words with their places, without outlets; U.S. is read as US."""
        plain = DOTTED.sub(lambda match: match.group().replace(".", ""), text)
        plain = self._names.sub(" . ", plain) if self._names else plain
        return [(match.group(), match.start(), match.end()) for match in WORD.finditer(plain)]


def small(word: str) -> str:
    """A word without its possessive ending, in small letters unless it is an acronym."""
    bare = POSSESSIVE.sub("", word)
    return bare if bare.isupper() and len(bare) >= SHORTEST else bare.lower()


def alike(first: str, second: str) -> bool:
    """Whether two terms would repeat each other in a label: they share a word, or a stem (Libya, Libyan).

    A stem is a common beginning of at least four letters that leaves two or fewer of the shorter word.
    """
    return any(_one_stem(one.lower(), other.lower()) for one in first.split() for other in second.split())


def _one_stem(one: str, other: str) -> bool:
    """Whether two words are equal or share a stem."""
    common = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one == other or common >= max(4, min(len(one), len(other)) - 2)
