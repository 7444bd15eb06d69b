"""Tone of wording: how positive or negative the words of each sentence are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from analysis import tables

if TYPE_CHECKING:
    import pandas as pd

INSTRUMENT = "vader"
DECIMALS = 4
"""VADER's own rounding; sums over sentences may therefore be taken in whole ten-thousandths."""


def wording_tone(sentences: pd.DataFrame) -> pd.DataFrame:
    """Tone of the wording of every sentence, by VADER's lexicon and rules.

    tone = s / sqrt(s^2 + 15)

    s: the valences of the sentence's words, summed after VADER's rules for negation, degree words, capitals
    and punctuation.

    This is the polarity of the words used, never a stance: "NATO condemned the massacre" is worded
    negatively and says nothing against NATO. A sentence without a word of the lexicon has a tone of 0. The
    lexicon is English and was made for social media.

    Source: Hutto and Gilbert (2014), VADER: a parsimonious rule-based model for sentiment analysis of
    social media text, ICWSM.

    Args:
        sentences: one row per sentence; columns `sentence_id` and `text` (str).

    Returns:
        The table `tone`, one row per sentence in the order given; `tone` from -1 (negative) to 1
        (positive), to four decimals; `instrument` is "vader".
    """
    scorer = _scorer()
    return tables.table(
        "tone",
        (
            {
                "sentence_id": sentence_id,
                "tone": round(float(scorer(text)["compound"]), DECIMALS),
                "instrument": INSTRUMENT,
            }
            for sentence_id, text in zip(sentences["sentence_id"], sentences["text"], strict=True)
        ),
    )


@cache
def _scorer() -> Any:  # noqa: ANN401 - VADER ships no types
    """VADER's scoring function; its lexicon is read once, when the first sentence is scored."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer().polarity_scores
