"""Where each paragraph stands on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.context import similarities
from analysis.topics.layout import layout, neighbourhoods

if TYPE_CHECKING:
    from analysis.settings import TopicSettings
    from analysis.topics.arrays import Floats, Integers

EPOCHS = 500
NEAREST = 3


def coordinates(vectors: Floats, sampled: Integers, settings: TopicSettings, seed: int) -> Floats:
    """A two-dimensional UMAP layout of the vectors that the topics were found in.

    It shows which paragraphs are near one another; it is one layout of many, and no topic was read off it. A paragraph
    that was not sampled stands in the middle of the three sampled ones nearest to it.

    Args:
        vectors: of all paragraphs, in context and in fixed point.
        sampled: rows that are laid out.
        settings: the largest of its neighbourhoods is used.
        seed: of the layout.

    Returns:
        Shape (paragraphs, 2).
    """
    neighbours = max(settings.neighbours)
    near = neighbourhoods(vectors[sampled], neighbours)
    points = layout(near, neighbours=neighbours, dimensions=2, epochs=EPOCHS, seed=seed % 2**31)
    places = np.empty((len(vectors), 2))
    places[sampled] = points
    others = np.setdiff1d(np.arange(len(vectors)), sampled)
    order = np.argsort(-similarities(vectors[others], vectors[sampled]), axis=1, kind="stable")[:, :NEAREST]
    places[others] = points[order].mean(axis=1)
    return places
