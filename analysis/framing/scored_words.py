"""The words of a sentence that a word list scores, for a reader who wonders where a tone comes from."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from analysis.framing.tone.bundled import afinn

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def scored_words(text: str, instrument: str) -> str:
    """The words of a text that the instrument's list scores, each once with its score; "" where it is no list.

    The scores are those of the list, before negation or emphasis.
    """
    entries = _entries(instrument)
    found = {word.lower(): entries[word.lower()] for word in WORD.findall(text) if word.lower() in entries}
    return ", ".join(f"{word} {score:+.1f}".replace("-", "\N{MINUS SIGN}") for word, score in found.items())


def drivers(text: str, *scales: str) -> str:
    """The scored words of a text for each of several scales ("tone vader") whose instrument is a word list."""
    told = []
    for scale in scales:
        measure, _, name = scale.partition(" ")
        words = scored_words(text, name) if measure == "tone" else ""
        told += [f"{name}: {words}"] if words else []
    return "; ".join(told)


@cache
def _entries(instrument: str) -> Mapping[str, float]:
    """The word list of a bundled instrument; none of one that is no single list."""
    if instrument == "afinn":
        return afinn().entries
    if instrument != "vader":
        return {}
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    entries: dict[str, float] = SentimentIntensityAnalyzer().lexicon
    return entries
