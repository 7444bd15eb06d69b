"""A specification: one way to compute a contrast; and which of them are tried for each kind of contrast."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from analysis.settings import TopicSettings

IN_CONTEXT, ALONE, SENTENCE = "paragraph in context", "paragraph", "sentence"
DROPPED, OWN_CLASS, REASSIGNED = "dropped", "own class", "reassigned"
EXCESS, LEAF = "eom", "leaf"
AS_CLUSTER = "cluster size"
WEIGHTED, ARTICLE_MEAN = "paragraph-weighted", "article mean"
ALL, NARRATION = "all", "narration"
VOICES = (ALL, NARRATION)
PRIORS = (50.0, 500.0, 5000.0)

FEWEST = 200
"""Specifications of a contrast that rests on topics, at least; where the choices give fewer, more seeds are drawn."""

MOST = 1_000
"""Combinations of choices for one contrast that are all tried; of more, half are."""

SEEDS = 6
MOST_LEVELS = 3

Choices = dict[str, str]
Voices = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Specification:
    """One way to compute a contrast; a choice that cannot touch it is "".

    Attributes:
        seed: of the one UMAP layout, and of the order of its rows.
        neighbours: UMAP's `n_neighbors`, in units.
        cluster_size: HDBSCAN's `min_cluster_size`, in units: also of sentences, for in many a news report a paragraph
            is one, and what is a topic of three paragraphs has to be one of three sentences.
        core_size: HDBSCAN's `min_samples`, in units: the least of the study's, or "cluster size", HDBSCAN's and
            BERTopic's default.
        clusters: how HDBSCAN picks clusters from its tree: "eom" (excess of mass, broad ones) or "leaf" (fine ones).
        outliers: "dropped" (they leave the denominator), "own class" (they stay in it) or "reassigned" (each goes to
            the cluster with the nearest centroid).
        unit: what is clustered and counted: "paragraph in context" (its vector holds the study's share of its
            neighbours), "paragraph" (its own vector) or "sentence".
        estimand: "paragraph-weighted" (all units of an outlet weigh the same, so long articles weigh more) or
            "article mean" (all its articles weigh the same).
        voice: "all" text or the outlet's "narration" only.
        instrument: of tone.
        prior_words: how many words of ordinary text the prior of the log-odds is worth.
    """

    seed: str = ""
    neighbours: str = ""
    cluster_size: str = ""
    core_size: str = ""
    clusters: str = ""
    outliers: str = ""
    unit: str = ""
    estimand: str = ""
    voice: str = ""
    instrument: str = ""
    prior_words: str = ""

    def choices(self) -> Choices:
        """Every choice by name."""
        return {name: str(getattr(self, name)) for name in CHOICES}


CHOICES = tuple(field.name for field in fields(Specification))


@dataclass(frozen=True, slots=True)
class Grid:
    """The levels of each choice in one study."""

    seeds: tuple[str, ...]
    neighbours: tuple[str, ...]
    cluster_sizes: tuple[str, ...]
    core_sizes: tuple[str, str]
    units: tuple[str, ...]
    instruments: tuple[str, ...]


def grid(topics: TopicSettings, *, seed: int, instruments: Sequence[str]) -> Grid:
    """The levels for a study: its own neighbourhoods and cluster sizes, every tone instrument, other seeds.

    Neighbourhoods and cluster sizes are those of the study's ensemble (at most three: the lowest, the middle and the
    highest), since what suits a corpus depends on its size; the study's own consensus pools them, a specification
    takes one. Where the study lends paragraphs no context, "paragraph in context" is no choice.

    Args:
        topics: settings of the study.
        seed: of the study; other seeds are drawn from it.
        instruments: every tone instrument, the one that is quoted first.
    """
    texts = (IN_CONTEXT, ALONE, SENTENCE) if topics.context else (ALONE, SENTENCE)
    sizes = _spread(topics.neighbours), _spread(topics.cluster_sizes)
    cores = (str(min(topics.core_sizes)), AS_CLUSTER)
    repeats = -(-FEWEST // (math.prod(map(len, (*sizes, texts))) * 16))
    return Grid(_seeds(seed, SEEDS * repeats), *sizes, cores, texts, tuple(instruments))


def share_specifications(levels: Grid, voices: Voices = VOICES) -> list[Specification]:
    """How a topic share is computed: combinations of choices, the seed going along.

    The choices: neighbours, cluster size, outliers and unit (three levels each), core size, clusters, estimand and
    voice (two each). Where that makes more than `MOST` combinations, the half is taken in which an even number of the
    choices of two levels is at its second. Six seeds are not crossed with them but dealt out: the seed's number is (sum
    of the ranks of the choices of three levels mod 3, sum of the ranks of core size and estimand mod 2). So every level
    of every choice meets every level of every other, seeds included, equally often, and no choice is confounded with
    another or with a pair of others; the seed alone shares its second part with pairs of choices (Box, Hunter and
    Hunter 2005, Statistics for experimenters, chapter 6). Exactly so where those choices have three levels, and nearly
    elsewhere.

    Args:
        levels: of the study.
        voices: in which the outlet and the rest say anything.
    """
    threes = {**_clustered(levels), "outliers": (DROPPED, OWN_CLASS, REASSIGNED)}
    return _dealt(threes, _of_two(levels, voices), levels.seeds)


def topic_tone_specifications(levels: Grid, voices: Voices = VOICES) -> list[Specification]:
    """How tone within a topic is computed: as for shares, with the instrument as a further choice.

    Outliers that are dropped and those that are a class of their own say the same here, for they are outside the
    topic either way; so two levels are left.
    """
    threes = {**_clustered(levels), "instrument": levels.instruments}
    return _dealt(threes, {**_of_two(levels, voices), "outliers": (DROPPED, REASSIGNED)}, levels.seeds)


def tone_specifications(levels: Grid, voices: Voices = VOICES) -> list[Specification]:
    """How tone over all topics is computed: instruments, unit, estimand, voice; no topic has a say in it."""
    units = {"unit": (SENTENCE, ALONE)}
    return _crossed({"instrument": levels.instruments, **units, **_always(voices)})


def plain_specifications(voices: Voices = VOICES) -> list[Specification]:
    """How a frame score or a stance is computed: estimand and voice."""
    return _crossed(_always(voices))


def word_specifications(own: float, voices: Voices = VOICES) -> list[Specification]:
    """How a word's log-odds are computed: prior (50, 500 and 5,000 words, and the study's own), estimand, voice."""
    priors = tuple(f"{words:g}" for words in sorted({*PRIORS, own}))
    return _crossed({"prior_words": priors, **_always(voices)})


def _always(voices: Voices) -> dict[str, Sequence[str]]:
    """The choices that touch every contrast."""
    return {"estimand": (WEIGHTED, ARTICLE_MEAN), "voice": voices}


def _clustered(levels: Grid) -> dict[str, Sequence[str]]:
    """The choices of a clustering that have three levels."""
    return {"neighbours": levels.neighbours, "cluster_size": levels.cluster_sizes, "unit": levels.units}


def _of_two(levels: Grid, voices: Voices) -> dict[str, Sequence[str]]:
    """The choices of two levels that touch every contrast of topics."""
    return {"core_size": levels.core_sizes, "clusters": (EXCESS, LEAF), **_always(voices)}


def _dealt(
    threes: Mapping[str, Sequence[str]], twos: Mapping[str, Sequence[str]], seeds: Sequence[str]
) -> list[Specification]:
    """The combinations of choices, or half of them, with their seeds, repeated for every further six seeds."""
    levels = {**threes, **twos}
    is_half = math.prod(map(len, levels.values())) > MOST
    dealt = []
    for first in range(0, len(seeds), SEEDS):
        for ranks in _ranks(levels):
            if is_half and sum(ranks[name] for name in twos) % 2:
                continue
            place = (
                2 * (sum(ranks[name] for name in threes) % 3) + (ranks["core_size"] + ranks["estimand"]) % 2
            )
            chosen: dict[str, Any] = {name: levels[name][rank] for name, rank in ranks.items()}
            dealt.append(Specification(**chosen, seed=seeds[first + place]))
    return dealt


def _crossed(levels: Mapping[str, Sequence[str]]) -> list[Specification]:
    """Every combination."""
    chosen: list[dict[str, Any]] = [
        {name: levels[name][rank] for name, rank in ranks.items()} for ranks in _ranks(levels)
    ]
    return [Specification(**each) for each in chosen]


def _ranks(levels: Mapping[str, Sequence[str]]) -> Iterator[dict[str, int]]:
    """The rank of each choice's level, for every combination."""
    for ranks in itertools.product(*(range(len(each)) for each in levels.values())):
        yield dict(zip(levels, ranks, strict=True))


def _seeds(seed: int, count: int) -> tuple[str, ...]:
    """Seeds drawn from the study's, none of them one that its consensus used."""
    children = np.random.SeedSequence((seed, count)).spawn(count)
    return tuple(str(int(child.generate_state(1)[0] >> 1)) for child in children)


def _spread(values: Sequence[int]) -> tuple[str, ...]:
    """At most three of the values, in order: the lowest, the middle and the highest."""
    ordered = sorted(set(values))
    if len(ordered) > MOST_LEVELS:
        ordered = [ordered[0], ordered[len(ordered) // 2], ordered[-1]]
    return tuple(map(str, ordered))
