"""VADER: a word list with rules for negation, degree words, capitals and punctuation."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from typing import Any

from analysis.framing.tone.lexicon import DECIMALS


class Vader:
    """The tone of wording by VADER's lexicon and rules.

    tone = s / sqrt(s^2 + 15)

    s: the valences (-4 to 4) of the words, summed after VADER's rules. A text without a word of the lexicon has a tone
    of 0. The lexicon is English and was made for social media.

    Source: Hutto and Gilbert (2014), VADER: a parsimonious rule-based model for sentiment analysis of social media
    text, ICWSM. Licence of list and code: MIT.
    """

    name = "vader"
    measures = "The polarity of a text's words by VADER's word list and rules, from -1 to 1; no stance."

    @property
    def version(self) -> str:
        """The version of the package that brings the word list."""
        return f"vaderSentiment {metadata.version('vaderSentiment')}"

    def tone(self, text: str) -> float:
        """The tone of one text, -1 (negative) to 1 (positive), to four decimals."""
        return round(float(_scorer()(text)["compound"]), DECIMALS)


@cache
def _scorer() -> Any:  # noqa: ANN401 - VADER ships no types
    """VADER's scoring function; its lexicon is read once, when the first text is scored."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer().polarity_scores
