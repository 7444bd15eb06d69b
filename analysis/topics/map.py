"""Where each paragraph stands on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.context import similarities
from analysis.topics.layout import layout, neighbourhoods
from analysis.topics.membership import stretches

if TYPE_CHECKING:
    from analysis.settings import TopicSettings
    from analysis.topics.arrays import Floats, Integers

EPOCHS = 500
NEAREST = 3


def coordinates(vectors: Floats, sampled: Integers, settings: TopicSettings, seed: int) -> Floats:
    """A two-dimensional UMAP layout of the vectors that the topics were found in.

    It shows which paragraphs are near one another; it is one layout of many, and no topic was read off it.

    Args:
        vectors: of all paragraphs, in context and in fixed point.
        sampled: rows that are laid out; the others stand between them (see `between`).
        settings: the largest of its neighbourhoods is used.
        seed: of the layout.

    Returns:
        Shape (paragraphs, 2).
    """
    points = sampled_points(vectors[sampled], settings, seed)
    places = np.empty((len(vectors), 2))
    places[sampled] = points
    others = np.setdiff1d(np.arange(len(vectors)), sampled)
    places[others] = between(vectors[others], vectors[sampled], points)
    return places


def sampled_points(vectors: Floats, settings: TopicSettings, seed: int) -> Floats:
    """The layout of the sampled paragraphs, shape (sampled, 2)."""
    neighbours = max(settings.neighbours)
    near = neighbourhoods(vectors, neighbours)
    return layout(near, neighbours=neighbours, dimensions=2, epochs=EPOCHS, seed=seed % 2**31)


def between(vectors: Floats, sampled: Floats, points: Floats) -> Floats:
    """Where paragraphs stand that were not sampled: in the middle of the three sampled ones nearest to each.

    Args:
        vectors: theirs, in fixed point.
        sampled: vectors of the sampled ones.
        points: of the sampled ones.

    Returns:
        Shape (paragraphs, 2); a paragraph's place depends on its own vector alone.
    """
    places = np.empty((len(vectors), 2))
    for rows in stretches(np.arange(len(vectors))):
        alike = similarities(vectors[rows], sampled)
        nearest = np.empty((len(rows), min(NEAREST, len(sampled))), dtype=np.int64)
        for column in range(nearest.shape[1]):
            nearest[:, column] = alike.argmax(axis=1)
            alike[np.arange(len(rows)), nearest[:, column]] = -np.inf
        places[rows] = points[nearest].mean(axis=1)
    return places
