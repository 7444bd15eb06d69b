"""Which topics more than one outlet speaks in, and how far topics are merely articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.texts import NO_TOPIC

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats
    from analysis.compare.texts import Texts

COLUMNS = {
    "topic": "int64", "outlet": "str", "paragraphs": "int64", "articles": "int64",
    "narration_share": "float64", "shared": "bool", "outlets": "int64", "topic_paragraphs": "int64",
    "topic_articles": "int64", "topic_narration_share": "float64", "largest_article_share": "float64",
}  # fmt: skip


def shared_topics(texts: Texts) -> pd.DataFrame:
    """Who speaks in each topic, and how much of it is a single article.

    narration_share = paragraphs with at least one sentence of narration / paragraphs
    largest_article_share = paragraphs of the article with most / paragraphs of the topic

    A topic is `shared` when analysed paragraphs of more than one outlet are in it. Outliers (topic -1) are
    left out.

    Returns:
        One row per topic and outlet, sorted by both, outlets without a paragraph of the topic included. Of
        the outlet in the topic: `paragraphs`, `articles` (counts >= 0), `narration_share` (0 to 1, nan
        without paragraphs). Of the topic: `shared`, `outlets`, `topic_paragraphs`, `topic_articles` (counts
        >= 1), `topic_narration_share` and `largest_article_share` (0 to 1; 1 says that the topic is one
        article).
    """
    inside = texts.paragraphs[texts.paragraphs["topic"] != NO_TOPIC]
    topics = pd.Index(sorted(inside["topic"].unique()), name="topic")
    pairs = pd.MultiIndex.from_product([topics, texts.design.outlets], names=["topic", "outlet"])
    rows = _speaking(inside, ["topic", "outlet"]).reindex(pairs)
    rows[["paragraphs", "articles"]] = rows[["paragraphs", "articles"]].fillna(0)
    whole = _speaking(inside, ["topic"]).add_prefix("topic_")
    whole["outlets"] = inside.groupby("topic")["outlet"].nunique()
    whole["largest_article_share"] = _largest_article(inside) / whole["topic_paragraphs"]
    whole["shared"] = whole["outlets"] > 1
    return rows.reset_index().merge(whole.reset_index(), on="topic")[list(COLUMNS)].astype(COLUMNS)


def confounding(texts: Texts) -> pd.DataFrame:
    """How far topics are merely articles, over paragraphs that have a topic.

    NMI = I(topic; article) / ((H(topic) + H(article)) / 2)

    Returns:
        One row: `topics`, `articles` and `paragraphs` (counts of those that have a topic) and `nmi`,
        normalised mutual information, 0 to 1: 1 when each topic is one article and each article one topic,
        so that a comparison of topics is a comparison of articles; 0 when they have nothing to do with each
        other. Small corpora lie above 0 by chance. nan with no topics, or with a single topic in a single
        article.
    """
    inside = texts.paragraphs[texts.paragraphs["topic"] != NO_TOPIC]
    joint = pd.crosstab(inside["topic"], inside["article_id"]).to_numpy(dtype=np.float64)
    topic, article, both = (
        _entropy(counts) for counts in (joint.sum(axis=1), joint.sum(axis=0), joint.ravel())
    )
    nmi = max(0.0, 2 * (topic + article - both) / (topic + article)) if topic + article > 0 else np.nan
    return pd.DataFrame(
        {"topics": [joint.shape[0]], "articles": [joint.shape[1]], "paragraphs": [len(inside)], "nmi": [nmi]}
    )


def _speaking(paragraphs: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Paragraphs, articles and narration share of each group."""
    return paragraphs.groupby(by, sort=True).agg(
        paragraphs=("paragraph_id", "size"),
        articles=("article_id", "nunique"),
        narration_share=("narrated", "mean"),
    )


def _largest_article(paragraphs: pd.DataFrame) -> pd.Series:
    """Paragraphs of the article that has most of each topic."""
    return paragraphs.groupby(["topic", "article_id"]).size().groupby("topic").max()


def _entropy(counts: Floats) -> float:
    """Entropy of a distribution given by counts, in nats; 0 of nothing."""
    shares = counts[counts > 0] / max(counts.sum(), 1)
    return float(-(shares * np.log(shares)).sum())
