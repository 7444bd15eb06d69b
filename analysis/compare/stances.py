"""Stance toward each actor per outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.compare.sums import article_sums

if TYPE_CHECKING:
    import pandas as pd

    from analysis.compare.texts import Texts

MEASURE = "stance"
SCALE = 10_000
"""A stance has four decimals; in ten-thousandths it is a whole number, and sums are exact."""


def stance_sums(texts: Texts, targets: pd.DataFrame) -> pd.DataFrame:
    """Article-level sums of the mean stance toward each actor of each outlet's sentences that mention it.

    stance(outlet, actor) = sum of the stances of its sentences that mention the actor / number of these

    For the voice "narration" only sentences of narration count; "all" holds what an outlet quotes too, so that it says
    what stands in its texts, not what it thinks.

    Args:
        texts: what is compared.
        targets: the table `targets`, its `stance` from -1 to 1.

    Returns:
        Article-level sums (see `sums`) in ten-thousandths and in parts of a paragraph; a unit is a sentence that
        mentions the actor, of its paragraph's weight. All actors of a voice are one family. No rows without mentions.
    """
    scored = targets[["sentence_id", "target", "stance"]]
    return article_sums(
        _by_article(spoken.merge(scored, on="sentence_id"), voice=voice)
        for voice, spoken in texts.sentences_by_voice()
    )


def _by_article(sentences: pd.DataFrame, *, voice: str) -> pd.DataFrame:
    """Sums of stance in whole ten-thousandths, an article and actor a row, with what they measure."""
    whole, weight = (sentences["stance"] * SCALE).round().astype("int64"), sentences["weight"]
    weighed = sentences.assign(whole=whole * weight, square=whole**2 * weight)
    sums = weighed.groupby(["target", "article_id"], sort=True).agg(
        total=("whole", "sum"),
        squares=("square", "sum"),
        units=("weight", "sum"),
        paragraphs=("paragraph_id", "nunique"),
    )
    return sums.reset_index().assign(
        family=f"{MEASURE}, {voice}", measure=MEASURE, voice=voice, topic="", scale=SCALE
    )
