"""From paragraphs and their vectors to the topic of every paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.agreement import best_jaccards
from analysis.topics.consensus import coassociation_blocks
from analysis.topics.context import contextual
from analysis.topics.cut import Cut, candidate_cuts, chosen_cut
from analysis.topics.membership import confidence, nearest_topics, renumbered, sampled_confidence
from analysis.topics.runs import Mapper, Progress, run_labels

if TYPE_CHECKING:
    import pandas as pd

    from analysis.settings import TopicSettings
    from analysis.topics.arrays import Floats, Integers, Labels


@dataclass(frozen=True, slots=True)
class Consensus:
    """What one ensemble agrees on, row by row in canonical order.

    Attributes:
        vectors: in context and in fixed point.
        sampled: rows that the ensemble was run on.
        runs: its clusterings, shape (layouts, clusterings of a layout, sampled).
        candidates: every cut of the tree.
        cut: the chosen one; None when the tree has no two topics.
        topics: of every paragraph; -1 for none.
        confidence: of every paragraph, 0 to 1.
    """

    vectors: Floats
    sampled: Integers
    runs: Labels
    candidates: tuple[Cut, ...]
    cut: Cut | None
    topics: Labels
    confidence: Floats

    @property
    def count(self) -> int:
        """Topics that hold a paragraph."""
        return int(self.topics.max(initial=-1)) + 1

    @property
    def outliers(self) -> int:
        """Paragraphs without a topic."""
        return int((self.topics < 0).sum())


def find_consensus(
    paragraphs: pd.DataFrame,
    vectors: Floats,
    settings: TopicSettings,
    seed: int,
    *,
    mapper: Mapper = map,
    progress: Progress | None = None,
) -> Consensus:
    """Run the ensemble and cut its tree.

    Args:
        paragraphs: in canonical order (see `order`).
        vectors: row by row.
        settings: of the ensemble and the cut.
        seed: of the ensemble.
        mapper: applies tasks, here or in other processes (see `runs.workers_map`).
        progress: told after each task.
    """
    in_context = contextual(vectors, paragraphs, share=settings.context, reach=settings.reach)
    # Canonical order is the order of hashes, so the first rows are as good as a random sample, and the same everywhere.
    sampled = np.arange(min(len(in_context), settings.sample))
    runs = run_labels(in_context[sampled], settings, seed, mapper=mapper, progress=progress)
    blocks = coassociation_blocks(runs)
    candidates = tuple(candidate_cuts(blocks, settings.smallest_topic))
    cut = chosen_cut(
        list(candidates), paragraphs=len(sampled), tolerance=settings.tolerance, loose=settings.loose
    )
    topics, sure = np.full(len(in_context), -1), np.zeros(len(in_context))
    if cut is not None:
        topics = renumbered(nearest_topics(in_context, sampled, cut.labels))
        of_sampled = sampled_confidence(blocks.sum(axis=0), topics[sampled], runs.shape[0] * runs.shape[1])
        sure = confidence(in_context, sampled, topics, of_sampled)
    return Consensus(in_context, sampled, runs, candidates, cut, topics, sure)


def reproducibility(consensus: Consensus) -> list[float]:
    """How well half of the ensemble finds each topic again.

    reproducibility(topic) = mean over the halves of (largest Jaccard overlap of its sampled paragraphs with a topic of
    the half, cut into as many groups)

    Returns:
        One value for each topic, 0 to 1; the clusterwise stability of Hennig (2007), over runs instead of resamples.
    """
    halves = consensus.cut.halves if consensus.cut is not None else ()
    return _mean_overlaps(consensus, np.array(halves))


def single_run_reproducibility(consensus: Consensus) -> list[float]:
    """How well a single UMAP + HDBSCAN run finds each topic: as `reproducibility`, over the clusterings themselves."""
    return _mean_overlaps(consensus, consensus.runs.reshape(-1, consensus.runs.shape[-1]))


def _mean_overlaps(consensus: Consensus, partitions: Labels) -> list[float]:
    """Mean of each topic's best Jaccard overlap with the groups of each partition."""
    topics = consensus.topics[consensus.sampled]
    if not len(partitions):
        return [0.0] * consensus.count
    overlaps = np.array([best_jaccards(topics, partition, consensus.count) for partition in partitions])
    # A topic's column is laid out by itself, so that its mean does not depend on how many topics there are.
    return [float(np.mean(own)) for own in np.ascontiguousarray(overlaps.T)]
