"""What a word list's instrument is, and the scale that all of them share."""

from __future__ import annotations

import math
from typing import Protocol

DECIMALS = 4
"""VADER's own rounding; sums over sentences may therefore be taken in whole ten-thousandths."""
ALPHA = 15.0


class Lexicon(Protocol):
    """A word list and the rule by which it scores a text; see `framing.instrument` for the attributes."""

    @property
    def name(self) -> str:
        """What tables and cards call it."""

    @property
    def version(self) -> str:
        """Of its word list."""

    @property
    def measures(self) -> str:
        """What it measures, in one sentence."""

    def tone(self, text: str) -> float:
        """The tone of one text, -1 (negative) to 1 (positive), to four decimals."""


def squashed(valence: float) -> float:
    """A sum of word valences on a scale from -1 to 1, to four decimals.

    tone = s / sqrt(s^2 + 15)

    s: the valences of the text's words, summed. This is VADER's own formula, whose 15 is about the square of its
    strongest word. Sums of words, not their share, so that a long sentence full of toned words is more strongly toned
    than a short one; each further word of the same sign counts less.

    Source: Hutto and Gilbert (2014), VADER: a parsimonious rule-based model for sentiment analysis of social media
    text, ICWSM.
    """
    return round(valence / math.sqrt(valence * valence + ALPHA), DECIMALS)
