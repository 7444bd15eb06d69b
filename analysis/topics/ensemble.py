"""From paragraphs and their vectors to the topic of every paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.agreement import best_jaccards
from analysis.topics.consensus import coassociation_blocks, together
from analysis.topics.context import contextual
from analysis.topics.cut import Cut, candidate_cuts, chosen_cut
from analysis.topics.membership import Centres, Known, renumbered, sampled_confidence
from analysis.topics.order import sampled_rows
from analysis.topics.runs import Mapper, Progress, run_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """What an ensemble agrees on about the paragraphs that it was run on, row by row.

    Attributes:
        runs: its clusterings, shape (layouts, clusterings of a layout, paragraphs).
        candidates: every cut of the tree.
        cut: the chosen one; None when the tree has no two topics.
        centres: of its topics; None without a cut.
        known: topic and confidence of each paragraph; None without a cut.
    """

    runs: Labels
    candidates: tuple[Cut, ...]
    cut: Cut | None = None
    centres: Centres | None = None
    known: Known | None = None


def find_consensus(
    paragraphs: pd.DataFrame,
    vectors: Floats,
    settings: TopicSettings,
    seed: int,
    *,
    mapper: Mapper = map,
    progress: Progress | None = None,
) -> Consensus:
    """Run the ensemble on the paragraphs, or on a sample of many, cut its tree, and give every paragraph its topic.

    Args:
        paragraphs: in canonical order (see `order`).
        vectors: row by row.
        settings: of the ensemble and the cut.
        seed: of the ensemble.
        mapper: applies tasks, here or in other processes (see `runs.workers_map`).
        progress: told after each task.
    """
    in_context = contextual(vectors, paragraphs, share=settings.context, reach=settings.reach)
    sampled = sampled_rows(paragraphs["outlet"], settings.sample)
    agreed = agree(in_context[sampled], settings, seed, mapper=mapper, progress=progress)
    topics, sure = np.full(len(in_context), -1), np.zeros(len(in_context))
    if agreed.centres is not None and agreed.known is not None:
        nearest = agreed.centres.nearest(in_context)
        sure = agreed.known.confidence_of(in_context, nearest)
        sure[sampled] = agreed.known.confidence
        topics = renumbered(nearest)
    return Consensus(in_context, sampled, agreed.runs, agreed.candidates, agreed.cut, topics, sure)


def agree(
    vectors: Floats,
    settings: TopicSettings,
    seed: int,
    *,
    mapper: Mapper = map,
    progress: Progress | None = None,
) -> Agreement:
    """Run the ensemble, cut its tree, and place the paragraphs that it was run on.

    Args:
        vectors: in context, in fixed point and in canonical order.
        settings: of the ensemble and the cut.
        seed: of the ensemble.
        mapper: applies tasks, here or in other processes.
        progress: told after each task.
    """
    runs = run_labels(vectors, settings, seed, mapper=mapper, progress=progress)
    blocks = coassociation_blocks(runs)
    candidates = tuple(candidate_cuts(blocks, settings.smallest_topic))
    cut = chosen_cut(
        list(candidates), paragraphs=len(vectors), tolerance=settings.tolerance, loose=settings.loose
    )
    if cut is None:
        return Agreement(runs, candidates)
    centres = Centres.of(vectors, cut.labels)
    topics = centres.nearest(vectors)
    sure = sampled_confidence(together(blocks), topics, runs.shape[0] * runs.shape[1])
    return Agreement(runs, candidates, cut, centres, Known(vectors, topics, sure))


def reproducibility(consensus: Consensus) -> list[float]:
    """How well half of the ensemble finds each topic again: `mean_overlaps` with the halves' partitions.

    Returns:
        One value for each topic, 0 to 1.
    """
    halves = consensus.cut.halves if consensus.cut is not None else ()
    return mean_overlaps(consensus.topics[consensus.sampled], halves, consensus.count)


def single_run_reproducibility(consensus: Consensus) -> list[float]:
    """How well a single UMAP + HDBSCAN run finds each topic: as `reproducibility`, over the clusterings themselves."""
    runs = consensus.runs.reshape(-1, consensus.runs.shape[-1])
    return mean_overlaps(consensus.topics[consensus.sampled], runs, consensus.count)


def mean_overlaps(topics: Labels, partitions: Sequence[Integers] | Integers, count: int) -> list[float]:
    """How well each topic is found again in other partitions of the sampled paragraphs.

    overlap(topic) = mean over the partitions of (largest Jaccard overlap of its paragraphs with a group of theirs)

    That is the clusterwise stability of Hennig (2007), over runs instead of resamples.

    Args:
        topics: of the sampled paragraphs.
        partitions: of the same paragraphs; -1 is no group.
        count: how many topics there are.

    Returns:
        One value for each topic, 0 to 1; 0 without partitions.
    """
    if not len(partitions):
        return [0.0] * count
    overlaps = np.array([best_jaccards(topics, partition, count) for partition in partitions])
    # A topic's column is laid out by itself, so that its mean does not depend on how many topics there are.
    return [float(np.mean(own)) for own in np.ascontiguousarray(overlaps.T)]
