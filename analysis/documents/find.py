"""The entry to topics of any documents."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.documents.agreement import agreed, divisions
from analysis.documents.coherence import diversity, nearness
from analysis.documents.components import SMALL, components
from analysis.documents.membership import by_size, memberships
from analysis.documents.naming import topic_words
from analysis.documents.views import joined
from analysis.documents.wording import wording
from analysis.documents.words import counted, words_of
from analysis.errors import DocumentsError
from analysis.topics.cut import useful_range

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analysis.progress import Progress
    from analysis.topics.arrays import Floats, Labels

FEWEST_PER_TOPIC = 10
"""Sampled texts for each topic that is sought unasked."""

SAMPLED_PER_TOPIC = 7
LARGEST_SAMPLE = 6_000
"""What is counted for every pair of sampled texts needs memory and time that grow with the square of the sample."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How topics are sought.

    Attributes:
        topics: how many; None leaves it to the documents.
        sample: documents that the ensemble divides, at most; None: 7 for each topic, between 3,000 and 6,000.
        words: of each topic.
        candidates: words with the highest c-TF-IDF, from which those are taken that stand near one another.
        weight: share of the wording beside the meaning; None leaves it to how far wording can be relied on.
        seed: of everything that is drawn.
        workers: threads that share the work; they change nothing else.
    """

    topics: int | None = None
    sample: int | None = None
    words: int = 10
    candidates: int = 30
    weight: float | None = None
    seed: int = 20120418
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics of documents.

    Attributes:
        topic: of each document; -1 for one without text.
        confidence: of each document, 0 to 1.
        words: of each topic.
        sizes: documents of each topic.
        npmi: of each topic's words; nan with fewer than two words that were counted.
        stability: of the ensemble.
        sampled: distinct texts that the ensemble divided.
        weight: share of the wording beside the meaning.
    """

    topic: Labels
    confidence: Floats
    words: tuple[tuple[str, ...], ...]
    sizes: tuple[int, ...]
    npmi: tuple[float, ...]
    stability: float
    sampled: int
    weight: float

    @property
    def coverage(self) -> float:
        """Share of the documents that have a topic."""
        return float((self.topic >= 0).mean())

    @property
    def coherence(self) -> float:
        """Mean NPMI of the topics that have one; nan where none has."""
        known = [value for value in self.npmi if not math.isnan(value)]
        return math.fsum(known) / len(known) if known else math.nan

    @property
    def diversity(self) -> float:
        """Share of distinct words among the topics' words."""
        return diversity(self.words)


def find_topics(
    texts: Sequence[str], embed: Callable[[list[str]], np.ndarray], *, plan: Plan, progress: Progress
) -> Topics:
    """Topics of texts; the same for any order of them."""
    distinct = sorted({text for text in texts if text.strip()}, key=_digest)
    wanted = plan.topics or suggested(len(distinct), plan.sample or LARGEST_SAMPLE)
    most = plan.sample or min(max(SAMPLED_PER_TOPIC * wanted, SMALL), LARGEST_SAMPLE)
    if min(len(distinct), most) < wanted:
        raise DocumentsError(
            f"{min(len(distinct), most)} different texts cannot have {wanted} topics",
            remedy=f"ask for fewer ({LARGEST_SAMPLE:,} at most), or add documents",
        )
    words = [words_of(text) for text in distinct]
    counts = counted(words)
    by_words = wording(counts, sample=most, seed=plan.seed)
    weight = by_words.weight if plan.weight is None else plan.weight
    rows = joined(embed(distinct), by_words.vectors, weight, workers=plan.workers)
    sampled = rows[:most].astype(np.float64)
    with progress.stage("Dividing documents") as step:
        members = divisions(components(sampled), wanted, seed=plan.seed, workers=plan.workers, progress=step)
    found = agreed(members, wanted, workers=plan.workers)
    labels, sure = memberships(rows, found, workers=plan.workers)
    place = {text: row for row, text in enumerate(distinct)}
    places = np.array([place.get(text, -1) for text in texts], dtype=np.int64)
    labels = by_size(labels, np.bincount(places[places >= 0]))
    best = topic_words(counts, words, labels, wanted=plan.words, candidates=plan.candidates)
    near = nearness(words, {word for own in best for word in own})
    topic = np.where(places >= 0, labels[places], -1)
    return Topics(
        topic=topic,
        confidence=np.where(places >= 0, sure[places], 0.0),
        words=tuple(map(tuple, best)),
        sizes=tuple(np.bincount(topic[topic >= 0], minlength=len(best)).tolist()),
        npmi=tuple(near.npmi(own) for own in best),
        stability=found.stability,
        sampled=len(sampled),
        weight=weight,
    )


def suggested(texts: int, sample: int) -> int:
    """How many topics are sought when nobody says: sqrt(2 n), the most of the study's useful range (`topics.cut`).

    No more than one for ten sampled texts, of which a topic must be told; and two at least.
    """
    return max(min(round(useful_range(texts)[1]), min(texts, sample) // FEWEST_PER_TOPIC), 2)


def _digest(text: str) -> str:
    """What texts are ordered by: equally good as chance, and the same everywhere."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
