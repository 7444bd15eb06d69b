"""Which topics more than one outlet speaks in, and how far topics are merely articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables
from analysis.compare.mutual_information import information
from analysis.compare.texts import NO_TOPIC

if TYPE_CHECKING:
    from analysis.compare.arrays import Integers

COLUMNS = {
    "topic": "int64", "outlet": "str", "paragraphs": "int64", "articles": "int64",
    "narration_share": "float64", "shared": "bool", "outlets": "int64", "topic_paragraphs": "int64",
    "topic_articles": "int64", "topic_narration_share": "float64", "largest_article_share": "float64",
}  # fmt: skip

TOPIC_ARTICLES = {
    "topic": "int64", "article_id": "str", "outlet": "str", "paragraphs": "int64", "share_of_topic": "float64",
    "share_of_article": "float64",
}  # fmt: skip

DECIMALS = 9
"""Information by chance comes out of long sums of logarithms; to nine decimals it is the same everywhere."""


def shared_topics(covered: pd.DataFrame) -> pd.DataFrame:
    """Who speaks in each topic, and how much of it is a single article.

    narration_share = paragraphs with at least one sentence of narration / paragraphs
    largest_article_share = paragraphs of the article with most / paragraphs of the topic

    A topic is `shared` when analysed paragraphs of more than one outlet are in it. Outliers (topic -1) are
    left out.

    Args:
        covered: paragraphs by article and topic (see `coverage`).

    Returns:
        One row per topic and outlet, sorted by both, outlets without a paragraph of the topic included. Of
        the outlet in the topic: `paragraphs`, `articles` (counts >= 0), `narration_share` (0 to 1, nan
        without paragraphs). Of the topic: `shared`, `outlets`, `topic_paragraphs`, `topic_articles` (counts
        >= 1), `topic_narration_share` and `largest_article_share` (0 to 1; 1 says that the topic is one
        article).
    """
    inside = covered[covered["topic"] != NO_TOPIC]
    topics = pd.Index(sorted(inside["topic"].unique()), name="topic")
    outlets = sorted(covered["outlet"].unique())
    pairs = pd.MultiIndex.from_product([topics, outlets], names=["topic", "outlet"])
    rows = _speaking(inside, ["topic", "outlet"]).reindex(pairs)
    rows[["paragraphs", "articles"]] = rows[["paragraphs", "articles"]].fillna(0)
    whole = _speaking(inside, ["topic"]).add_prefix("topic_")
    whole["outlets"] = inside.groupby("topic")["outlet"].nunique()
    whole["largest_article_share"] = inside.groupby("topic")["paragraphs"].max() / whole["topic_paragraphs"]
    whole["shared"] = whole["outlets"] > 1
    return rows.reset_index().merge(whole.reset_index(), on="topic")[list(COLUMNS)].astype(COLUMNS)


def confounding(covered: pd.DataFrame) -> pd.DataFrame:
    """How far topics are merely articles, and how far merely outlets, over paragraphs that have a topic.

    NMI = I(topic; article) / ((H(topic) + H(article)) / 2), and the same of topic and outlet

    Args:
        covered: paragraphs by article and topic (see `coverage`).

    Returns:
        One row: `topics`, `articles`, `outlets` and `paragraphs` (counts of those that have a topic) and `nmi`,
        normalised mutual information, 0 to 1: 1 when each topic is one article and each article one topic,
        so that a comparison of topics is a comparison of articles; 0 when they have nothing to do with each
        other. Small corpora lie above 0 by chance: `nmi_by_chance` is the exact mean if the paragraphs' topics
        were dealt out anew, and `ami`, adjusted mutual information, counts from there (0: chance, 1: all; see
        `mutual_information`). `outlet_nmi`, `outlet_nmi_by_chance` and `outlet_ami`, the same of topic and outlet.
        nan with no topics, or with a single topic in a single article (or outlet); `ami` also where chance leaves no
        room.
    """
    inside = covered[covered["topic"] != NO_TOPIC]
    by_article, by_outlet = (_crossed(inside, column) for column in ("article_id", "outlet"))
    article, outlet = information(by_article), information(by_outlet)
    return pd.DataFrame(
        {
            "topics": [by_article.shape[0]],
            "articles": [by_article.shape[1]],
            "outlets": [by_outlet.shape[1]],
            "paragraphs": [int(inside["paragraphs"].sum())],
            "nmi": [article.normalised],
            "nmi_by_chance": [round(article.by_chance, DECIMALS)],
            "ami": [round(article.adjusted, DECIMALS)],
            "outlet_nmi": [round(outlet.normalised, DECIMALS)],
            "outlet_nmi_by_chance": [round(outlet.by_chance, DECIMALS)],
            "outlet_ami": [round(outlet.adjusted, DECIMALS)],
        }
    )


def topic_articles(covered: pd.DataFrame) -> pd.DataFrame:
    """Which articles each topic is made of, over paragraphs that have a topic.

    share of topic = paragraphs of the article in the topic / paragraphs of the topic
    share of article = paragraphs of the article in the topic / analysed paragraphs of the article, with a topic or not

    Args:
        covered: paragraphs by article and topic (see `coverage`).

    Returns:
        The table `topic_articles`, one row per topic and article that meet, by topic, then the largest share first,
        then by article: `outlet`, `paragraphs` (count, 1 or more), `share_of_topic` and `share_of_article` (above 0,
        up to 1).
    """
    sizes = covered.groupby("article_id")["paragraphs"].sum()
    inside = covered[covered["topic"] != NO_TOPIC]
    rows = inside[["topic", "article_id", "outlet", "paragraphs"]].copy()
    rows["share_of_topic"] = rows["paragraphs"] / rows.groupby("topic")["paragraphs"].transform("sum")
    rows["share_of_article"] = rows["paragraphs"] / sizes.reindex(rows["article_id"]).to_numpy()
    order = ["topic", "paragraphs", "article_id"]
    ordered = rows.sort_values(order, ascending=[True, False, True], kind="stable", ignore_index=True)
    return tables.check(ordered[list(TOPIC_ARTICLES)].astype(TOPIC_ARTICLES), "topic_articles")


def _speaking(covered: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Paragraphs, articles and narration share of each group."""
    grouped = covered.groupby(by, sort=True).agg(
        paragraphs=("paragraphs", "sum"), articles=("article_id", "nunique"), narrated=("narrated", "sum")
    )
    grouped["narration_share"] = grouped.pop("narrated") / grouped["paragraphs"]
    return grouped


def _crossed(covered: pd.DataFrame, column: str) -> Integers:
    """Paragraphs of each topic (rows) in each article or outlet (columns)."""
    counts = covered.groupby(["topic", column])["paragraphs"].sum()
    return counts.unstack(fill_value=0).to_numpy(dtype=np.int64)  # noqa: PD010 - no pair is doubled
