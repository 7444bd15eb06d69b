"""What topic finding hands to the rest of the study."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import tables
from analysis.topics.cut import Cut, useful_range
from analysis.topics.ensemble import reproducibility, single_run_reproducibility
from analysis.topics.exemplars import exemplar_rows
from analysis.topics.labels import topic_labels
from analysis.topics.term_counts import TermCounts
from analysis.topics.words import topic_terms, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from analysis.settings import TopicSettings
    from analysis.topics.arrays import Floats
    from analysis.topics.ensemble import Consensus
    from analysis.topics.terms import Vocabulary

DECIMALS = 6


@dataclass(frozen=True, slots=True)
class TopicResult:
    """Topics and what they rest on.

    Attributes:
        topics: one row per topic, the largest first; empty when none could be found.
        assignments: one row per paragraph, by article and ordinal.
        exemplars: the paragraphs that show a topic best, ranked from 0.
        cut_profile: one row per candidate cut: `groups`, `topics`, `loose` (paragraphs in groups that are too small),
            `stability` and `lowest` (mean and least adjusted Rand index of the ensemble's halves), `largest_share` (of
            paragraphs in the largest topic), `useful` (its topics number within the useful range) and `chosen`.
        reason: why there are no topics, as a sentence; None when there are.
    """

    topics: pd.DataFrame
    assignments: pd.DataFrame
    exemplars: pd.DataFrame
    cut_profile: pd.DataFrame
    reason: str | None = None


def without_topics(paragraphs: pd.DataFrame, reason: str) -> TopicResult:
    """The result of a corpus in which no topics can be told apart: every paragraph has topic -1, at 0, 0."""
    rows = paragraphs.sort_values(["article_id", "ordinal"], kind="stable")
    nothing = {"topic": -1, "confidence": 0.0, "x": 0.0, "y": 0.0}
    assignments = tables.table(
        "assignments", ({"paragraph_id": name, **nothing} for name in rows["paragraph_id"])
    )
    return TopicResult(
        tables.table("topics", []),
        assignments,
        tables.table("exemplars", []),
        cut_profile((), None, 0),
        reason,
    )


def with_topics(
    paragraphs: pd.DataFrame,
    consensus: Consensus,
    places: Floats,
    *,
    vocabulary: Vocabulary,
    settings: TopicSettings,
) -> TopicResult:
    """The tables of a consensus.

    Args:
        paragraphs: in canonical order.
        consensus: row by row.
        places: on the map, row by row.
        vocabulary: cuts texts into the terms that topics are named by.
        settings: how many words and exemplars are wanted.
    """
    return TopicResult(
        topics=_topics(paragraphs, consensus, vocabulary, settings.words),
        assignments=_assignments(paragraphs, consensus, places),
        exemplars=_exemplars(paragraphs, consensus, settings.exemplars),
        cut_profile=cut_profile(consensus.candidates, consensus.cut, len(consensus.sampled)),
    )


def largest_article_share(articles: pd.Series[str]) -> float:
    """Share of a topic's paragraphs that one article holds, the one with most: 1 when a topic is a single article."""
    return int(articles.value_counts().max()) / len(articles)


def topic_sizes(rows: pd.DataFrame) -> pd.DataFrame:
    """Paragraphs, articles, outlets and the largest article's share of each topic, from counts that add up over parts.

    Args:
        rows: one row per topic and article that meet: `topic`, `article_id`, `outlet`, `paragraphs`; -1 is left out.
    """
    inside = rows[rows["topic"] >= 0].groupby("topic", sort=True)
    sizes = inside.agg(
        paragraphs=("paragraphs", "sum"),
        articles=("article_id", "nunique"),
        outlets=("outlet", "nunique"),
        largest=("paragraphs", "max"),
    ).reset_index()
    return sizes.assign(largest_article_share=(sizes["largest"] / sizes["paragraphs"]).round(DECIMALS))


def topics_table(
    sizes: pd.DataFrame,
    counted: TermCounts,
    *,
    reproducibility: Sequence[float],
    single_run: Sequence[float],
    words: int,
) -> pd.DataFrame:
    """The table `topics`, with `single_run`: the reproducibility in single runs.

    Args:
        sizes: see `topic_sizes`.
        counted: the terms of each topic.
        reproducibility: of each topic, by number.
        single_run: the same in single runs.
        words: how many are shown.
    """
    found, spellings = topic_terms(counted), counted.most_written()
    terms = {int(topic): found.get(int(topic), []) for topic in sizes["topic"]}
    labels = topic_labels(terms, spellings)
    return tables.table("topics", [
        {
            "topic": topic,
            "label": labels[topic],
            "words": ", ".join(written(term.text, spellings) for term in terms[topic][:words]),
            "paragraphs": row.paragraphs,
            "articles": row.articles,
            "outlets": row.outlets,
            "reproducibility": round(reproducibility[topic], DECIMALS),
            "largest_article_share": row.largest_article_share,
            "single_run": round(single_run[topic], DECIMALS),
        }
        for topic, row in zip(terms, sizes.itertuples(index=False), strict=True)
    ])  # fmt: skip


def _topics(
    paragraphs: pd.DataFrame, consensus: Consensus, vocabulary: Vocabulary, words: int
) -> pd.DataFrame:
    """The table `topics` of a consensus."""
    placed = paragraphs.assign(topic=consensus.topics)
    keys = ["topic", "article_id", "outlet"]
    return topics_table(
        topic_sizes(placed.groupby(keys, sort=True).size().rename("paragraphs").reset_index()),
        TermCounts.of(paragraphs["plain"].tolist(), consensus.topics, vocabulary),
        reproducibility=reproducibility(consensus),
        single_run=single_run_reproducibility(consensus),
        words=words,
    )


def _assignments(paragraphs: pd.DataFrame, consensus: Consensus, places: Floats) -> pd.DataFrame:
    """The table `assignments`, by article and ordinal, whatever order the paragraphs came in."""
    assigned = paragraphs.assign(
        topic=consensus.topics,
        confidence=consensus.confidence.round(DECIMALS),
        x=places[:, 0],
        y=places[:, 1],
    ).sort_values(["article_id", "ordinal"], kind="stable")
    columns = ["paragraph_id", "topic", "confidence", "x", "y"]
    return tables.check(assigned[columns].reset_index(drop=True), "assignments")


def _exemplars(paragraphs: pd.DataFrame, consensus: Consensus, count: int) -> pd.DataFrame:
    """The table `exemplars`."""
    chosen = exemplar_rows(paragraphs["plain"].tolist(), consensus.topics, consensus.confidence, count)
    names, sure = paragraphs["paragraph_id"].tolist(), consensus.confidence
    return tables.table("exemplars", [
        {"topic": topic, "rank": rank, "paragraph_id": names[row], "confidence": round(float(sure[row]), DECIMALS)}
        for topic, rows in chosen.items()
        for rank, row in enumerate(rows)
    ])  # fmt: skip


def cut_profile(candidates: tuple[Cut, ...], chosen: Cut | None, sampled: int) -> pd.DataFrame:
    """The table `cut_profile`."""
    import pandas as pd

    low, high = useful_range(sampled)
    rows = [
        (
            cut.groups, cut.topics, cut.loose, round(cut.stability, DECIMALS), round(cut.lowest, DECIMALS),
            round(cut.largest_share, DECIMALS), low <= cut.topics <= high, cut is chosen,
        )
        for cut in candidates
    ]  # fmt: skip
    columns = ["groups", "topics", "loose", "stability", "lowest", "largest_share", "useful", "chosen"]
    return pd.DataFrame(rows, columns=columns)
