"""The entry to topic finding: paragraphs and vectors in, tables out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.topics.ensemble import find_consensus
from analysis.topics.map import coordinates
from analysis.topics.order import canonical
from analysis.topics.result import TopicResult, with_topics, without_topics
from analysis.topics.runs import Progress, workers_map
from analysis.topics.terms import Vocabulary

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from analysis.settings import Settings, TopicSettings


def find_topics(
    paragraphs: pd.DataFrame,
    vectors: np.ndarray,
    *,
    settings: Settings,
    workers: int = 1,
    progress: Progress | None = None,
) -> TopicResult:
    """Topics by consensus of many seeded UMAP + HDBSCAN runs, described by BERTopic's c-TF-IDF.

    1. Vectors in context and fixed point, rows in canonical order (`context`, `order`).
    2. An ensemble of layouts with different seeds and neighbourhood sizes, each clustered under several settings
       (`runs`), and how often it puts two paragraphs together (`consensus`).
    3. Average linkage, cut where one half of the ensemble finds the other's partition again, as finely as that holds
       within a useful number of topics (`cut`).
    4. Every paragraph takes the topic with the nearest centroid, or none (`membership`).
    5. Words, labels, exemplars and a map (`words`, `labels`, `exemplars`, `map`).

    The result is the same for any order of the rows, any ids and any number of workers.

    Args:
        paragraphs: the analysed paragraphs; columns `paragraph_id`, `article_id`, `outlet`, `ordinal`, `plain`.
        vectors: shape (paragraphs, dimensions), row by row.
        settings: of the study; its seed, its topic settings and the names of its outlets are used.
        workers: processes that share the runs.
        progress: told how many tasks are done, and of how many.

    Returns:
        Tables; when the corpus is too small or shows no two topics, empty ones and the `reason`.
    """
    wanted, seed = settings.topics, settings.study.seed
    rows, numbers = canonical(paragraphs, vectors)
    reason = too_small(len(rows), wanted)
    if reason:
        return without_topics(rows, reason)
    with workers_map(workers) as mapper:
        consensus = find_consensus(rows, numbers, wanted, seed, mapper=mapper, progress=progress)
    if consensus.cut is None:
        return without_topics(rows, "Topics are not estimable: no two groups of paragraphs stand apart.")
    vocabulary = Vocabulary(
        tuple(name for outlet in settings.outlets for name in (outlet.name, *outlet.aliases))
    )
    places = coordinates(consensus.vectors, consensus.sampled, wanted, seed)
    return with_topics(rows, consensus, places, vocabulary=vocabulary, settings=wanted)


def smallest_corpus(settings: TopicSettings) -> int:
    """The fewest paragraphs in which topics are sought: twice the largest neighbourhood.

    With fewer, the neighbourhood of a paragraph is most of the corpus, and nothing is far away.
    """
    return 2 * max(settings.neighbours)


def too_small(paragraphs: int, settings: TopicSettings) -> str:
    """Why a corpus of so many paragraphs has no topics, as a sentence; "" where it is large enough."""
    if paragraphs >= smallest_corpus(settings):
        return ""
    counted = "1 paragraph" if paragraphs == 1 else f"{paragraphs} paragraphs"
    return f"Topics are not estimable from {counted}: at least {smallest_corpus(settings)} are needed."
