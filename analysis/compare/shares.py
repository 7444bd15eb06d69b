"""Topic shares: how much of what each outlet writes is about each topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.sums import article_sums
from analysis.compare.texts import NO_TOPIC

if TYPE_CHECKING:
    from analysis.compare.texts import Texts

MEASURE = "topic share"


def topic_share_sums(texts: Texts) -> pd.DataFrame:
    """Article-level sums of the share of each outlet's paragraphs that belong to each topic.

    share(outlet, topic) = paragraphs of the outlet in the topic / all its analysed paragraphs

    Outliers (topic -1) stay in the denominator, so the shares of the topics may sum to less than 1. For the
    voice "narration" both counts are of paragraphs that have at least one sentence of narration, so the
    share is of the paragraphs in which the outlet speaks, whoever else speaks in them. Topics are those of
    all text, the same for both voices; one that the narration never touches has a share of 0.

    Returns:
        Article-level sums (see `sums`) in parts of a paragraph: a unit is a paragraph, its value 1 in the
        topic and else 0. No rows where there are no topics, or no paragraphs of a voice.
    """
    topics = sorted({topic for topic in texts.paragraphs["topic"].tolist() if topic != NO_TOPIC})
    return article_sums(
        _sums(paragraphs, topic, voice)
        for voice, paragraphs in texts.paragraphs_by_voice()
        for topic in topics
    )


def _sums(paragraphs: pd.DataFrame, topic: int, voice: str) -> pd.DataFrame:
    """One topic's sums, an article a row."""
    inside = paragraphs["weight"].where(paragraphs["topic"] == topic, 0)
    grouped = paragraphs.assign(inside=inside).groupby("article_id", sort=True)
    by_article = grouped.agg(
        sum=("inside", "sum"), units=("weight", "sum"), size=("weight", "size")
    ).reset_index()
    return pd.DataFrame(
        {
            "family": f"{MEASURE}, {voice}",
            "measure": MEASURE,
            "voice": voice,
            "topic": str(topic),
            "scale": 1,
            "article_id": by_article["article_id"],
            "total": by_article["sum"],
            "squares": by_article["sum"],
            "units": by_article["units"],
            "paragraphs": by_article["size"],
        }
    )
