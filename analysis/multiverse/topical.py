"""Contrasts that rest on topics: shares of topics and tone within them, under one clustering after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.multiverse.alignment import NOWHERE, Match, best_match
from analysis.multiverse.cells import Cell, cell
from analysis.multiverse.contrast import SHARE
from analysis.multiverse.effects import NOT_FOUND, Sums, over_articles
from analysis.multiverse.materials import TONE_SCALE
from analysis.multiverse.specification import AS_CLUSTER, DROPPED, NARRATION, REASSIGNED, SENTENCE
from analysis.topics.single import single_clusterings, without_outliers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.multiverse.contrast import Contrast
    from analysis.multiverse.materials import Flags, Integers, Materials, Pieces
    from analysis.multiverse.specification import Specification


_Clustering = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """One UMAP layout to make."""

    unit: str
    neighbours: str
    seed: str


@dataclass(frozen=True, slots=True)
class Task:
    """A layout and the cells that rest on it."""

    layout: Layout
    cells: tuple[tuple[Contrast, Specification], ...]


def tasks(plan: list[tuple[Contrast, Specification]]) -> list[Task]:
    """The plan by layout, in the order of the plan; no layout is made twice."""
    grouped: dict[Layout, list[tuple[Contrast, Specification]]] = {}
    for contrast, chosen in plan:
        place = Layout(chosen.unit, chosen.neighbours, chosen.seed)
        grouped.setdefault(place, []).append((contrast, chosen))
    return [Task(layout, tuple(cells)) for layout, cells in grouped.items()]


def task_cells(task: Task, materials: Materials) -> Iterator[Cell]:
    """The cells of a task, in its order."""
    clusterings = _clusterings(task, materials)
    pieces = materials.spaces[task.layout.unit].pieces
    topics = materials.topics[pieces.paragraph]
    matches: dict[tuple[_Clustering, str], Match] = {}
    for contrast, chosen in task.cells:
        place = _clustering(chosen)
        labels = clusterings[place]
        if (place, contrast.topic) not in matches:
            matches[place, contrast.topic] = best_match(int(contrast.topic), topics, labels, pieces.part)
        match = matches[place, contrast.topic]
        if match.cluster == NOWHERE:
            yield Cell(contrast, chosen, match.jaccard, np.nan, NOT_FOUND, None)
        else:
            sums = _sums(contrast, chosen, labels, match.cluster, materials=materials)
            yield cell(contrast, chosen, sums, materials.design, jaccard=match.jaccard)


def _sums(
    contrast: Contrast, chosen: Specification, labels: Integers, cluster: int, *, materials: Materials
) -> Sums:
    """The sums of one contrast under one specification."""
    pieces, inside = materials.spaces[chosen.unit].pieces, labels == cluster
    if contrast.kind == SHARE:
        return share_sums(pieces, inside, counted(pieces, labels, chosen), len(materials.design.articles))
    in_topic = inside if chosen.unit == SENTENCE else inside[materials.sentences.paragraph]
    return tone_sums(materials, in_topic, chosen.instrument, chosen.voice)


def counted(pieces: Pieces, labels: Integers, chosen: Specification) -> Flags:
    """The pieces of the denominator of a share: those of the voice, without outliers where these are dropped."""
    own = pieces.narrated if chosen.voice == NARRATION else np.ones(len(labels), dtype=bool)
    return own & (labels >= 0) if chosen.outliers == DROPPED else own


def share_sums(pieces: Pieces, inside: Flags, base: Flags, articles: int) -> Sums:
    """Sums of a topic's share: weight of the pieces inside / weight of all that are counted."""
    return Sums(
        over_articles(pieces.article, pieces.weight * (inside & base), articles),
        over_articles(pieces.article, pieces.weight * base, articles),
    )


def tone_sums(materials: Materials, in_topic: Flags, instrument: str, voice: str) -> Sums:
    """Sums of the tone of the sentences in a topic, or of all where all are flagged."""
    spoken = materials.sentences
    own = in_topic & spoken.narrated if voice == NARRATION else in_topic
    articles = len(materials.design.articles)
    weight = spoken.weight * own
    paragraphs = np.unique(spoken.paragraph[weight > 0])
    held = np.bincount(materials.paragraphs.article[paragraphs], minlength=articles).astype(np.float64)
    return Sums(
        over_articles(spoken.article, weight * materials.tones[instrument], articles),
        over_articles(spoken.article, weight * TONE_SCALE, articles),
        held,
    )


def _clustering(chosen: Specification) -> _Clustering:
    """What of a specification makes its clustering, the layout given."""
    policy = REASSIGNED if chosen.outliers == REASSIGNED else DROPPED
    return chosen.cluster_size, chosen.core_size, chosen.clusters, policy


def _clusterings(task: Task, materials: Materials) -> dict[_Clustering, Integers]:
    """Labels of all pieces under each clustering that a task needs."""
    space, wanted = materials.spaces[task.layout.unit], {_clustering(chosen) for _, chosen in task.cells}
    sizes = {(size, core): _sizes(size, core) for size, core, _, _ in wanted}
    found = single_clusterings(
        space.near,
        neighbours=int(task.layout.neighbours),
        sizes=sorted(set(sizes.values())),
        shape=materials.shape,
        seed=int(task.layout.seed),
    )
    vectors, clusterings = space.vectors.astype(np.float64), {}
    for size, core, method, policy in sorted(wanted):
        labels = found[*sizes[size, core], method][space.nearest]
        clusterings[size, core, method, policy] = (
            without_outliers(vectors, labels) if policy == REASSIGNED else labels
        )
    return clusterings


def _sizes(size: str, core: str) -> tuple[int, int]:
    """HDBSCAN's two sizes."""
    return int(size), int(size) if core == AS_CLUSTER else int(core)
