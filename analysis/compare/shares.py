"""Topic shares: how much of what each outlet writes is about each topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.sums import KEY, Sums
from analysis.compare.texts import NO_TOPIC

if TYPE_CHECKING:
    from analysis.compare.design import Design

MEASURE = "topic share"
VOICES = {"all": ("weight", "paragraphs"), "narration": ("narrated_weight", "narrated")}
"""The columns of `coverage` that count a voice's paragraphs: in parts, and whole."""


def topic_share_sums(covered: pd.DataFrame, design: Design, *, parts: int = 1) -> Sums:
    """Article-level sums of the share of each outlet's paragraphs that belong to each topic.

    share(outlet, topic) = paragraphs of the outlet in the topic / all its analysed paragraphs

    Outliers (topic -1) stay in the denominator, so the shares of the topics may sum to less than 1. For the
    voice "narration" both counts are of paragraphs that have at least one sentence of narration, so the
    share is of the paragraphs in which the outlet speaks, whoever else speaks in them. Topics are those of
    all text, the same for both voices; one that the narration never touches has a share of 0.

    Args:
        covered: paragraphs by article and topic (see `coverage`).
        design: whose articles they are.
        parts: how many parts of its weights make a paragraph.

    Returns:
        Sums in parts of a paragraph: a unit is a paragraph, its value 1 in the topic and else 0. No measures where
        there are no topics; none of a voice without paragraphs.
    """
    topics = sorted(set(covered["topic"].tolist()) - {NO_TOPIC})
    row = pd.Index(design.articles, dtype="str").get_indexer(pd.Index(covered["article_id"]))
    column = pd.Index(topics, dtype="int64").get_indexer(pd.Index(covered["topic"]))
    voices = [voice for voice, (_, counts) in VOICES.items() if covered[counts].any()]
    shape = len(design.articles), len(topics) * len(voices)
    total, units, paragraphs = (np.zeros(shape) for _ in range(3))
    inside = column >= 0
    for place, voice in enumerate(voices):
        own = slice(place * len(topics), (place + 1) * len(topics))
        weight, count = (covered[name].to_numpy(dtype=np.float64) for name in VOICES[voice])
        total[row[inside], place * len(topics) + column[inside]] = weight[inside]
        units[:, own] = np.bincount(row, weight, minlength=shape[0])[:, None]
        paragraphs[:, own] = np.bincount(row, count, minlength=shape[0])[:, None]
    keys = [
        (f"{MEASURE}, {voice}", MEASURE, "", voice, str(topic), "", "", 1)
        for voice in voices
        for topic in topics
    ]
    named = pd.DataFrame(keys, columns=list(KEY)).astype({**dict.fromkeys(KEY, "str"), "scale": "int64"})
    return Sums(design, named, total, total, units, paragraphs, parts=parts)
