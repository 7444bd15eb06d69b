"""Words as they are counted: from running text to lower-cased content words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.settings import Outlet

TOKEN = re.compile(r"(?:\b[^\W\d_]\.){2,}|(?<!\w)[^\W\d_]+(?:'[^\W\d_]+)*(?!\w)")
"""Initials with their dots (u.s.) are one word; a token with a digit in it (2010s, mh17) is none."""

JOINT = re.compile(r"\s+|-")
"""What may stand between two words of one phrase."""

CLITIC = re.compile(r"'(?:s|re|ve|ll|d|m)$")
NEGATION = "n't"


def running_words(text: str) -> list[str]:
    """The words of a text in their order, lower-cased, in any script.

    Apostrophes of both shapes are one; possessives and contracted verbs are cut off ("Russia's" is
    "russia", "they're" is "they"); hyphens part words; tokens with digits are dropped.
    """
    return [word for stretch in stretches(text) for word in stretch]


def stretches(text: str) -> list[list[str]]:
    """The words of a text as `running_words` gives them, cut wherever more than a space or a hyphen parts two.

    A phrase is looked for inside a stretch only: punctuation, a number or an outlet's own name ends it.
    """
    folded = unicodedata.normalize("NFC", text).lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    runs: list[list[str]] = []
    end = -1
    for found in TOKEN.finditer(folded):
        if end < 0 or not JOINT.fullmatch(folded, end, found.start()):
            runs.append([])
        runs[-1].append(CLITIC.sub("", found.group()))
        end = found.end()
    return runs


def content_words(words: Iterable[str]) -> list[str]:
    """Words that carry content: no English stop word, no contracted negation, no single letter.

    Stop words are scikit-learn's list (Stone, Dennis and Kwantes 2010, via the Glasgow information
    retrieval group).
    """
    return [word for word in words if is_content(word)]


def is_content(word: str) -> bool:
    """Whether a word carries content, as `content_words` has it."""
    return len(word) > 1 and word not in _stop_words() and not word.endswith(NEGATION)


def outlet_names(outlets: Sequence[Outlet]) -> re.Pattern[str]:
    """A pattern that finds the outlets' names and aliases, with or without a leading "The", as whole phrases.

    An outlet's own name distinguishes it and says nothing of its framing. Only the phrase goes: "Moscow"
    stays a word although "The Moscow Times" is an outlet.
    """
    names = {name.strip() for outlet in outlets for name in (outlet.name, *outlet.aliases)}
    names |= {re.sub(r"(?i)^the\s+", "", name) for name in names}
    longest_first = sorted(filter(None, names), key=lambda name: (-len(name), name))
    phrases = [r"\s+".join(map(re.escape, name.split())) for name in longest_first]
    # (?!) never matches: what an empty list of names must do.
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases) or '(?!)'})(?!\w)", re.IGNORECASE)


@cache
def _stop_words() -> frozenset[str]:
    """scikit-learn's English stop words; the import takes a second, so it waits for the first text."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return frozenset(ENGLISH_STOP_WORDS)
