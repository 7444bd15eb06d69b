"""One seeded UMAP layout."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.context import SCALE, similarities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.topics.arrays import Floats, Integers, Singles

CURVE_A, CURVE_B = 1.9328083975445138, 0.7904949585005894
"""UMAP's curve for `min_dist=0`, `spread=1`. Given, because umap would fit it anew and not to the same last bit."""


@dataclass(frozen=True, slots=True)
class Neighbourhoods:
    """The vectors of a corpus, and each paragraph's nearest ones: itself first, then by cosine, then by row."""

    vectors: Singles
    rows: NDArray[np.int32]
    distances: Singles

    @property
    def largest(self) -> int:
        """How many neighbours are known, the paragraph itself among them."""
        return int(self.rows.shape[1])

    def in_order(self, order: Integers) -> Neighbourhoods:
        """The same corpus with its paragraphs in another order: row i is what was row `order[i]`."""
        place = np.argsort(order)
        return Neighbourhoods(
            self.vectors[order], place[self.rows[order]].astype(np.int32), self.distances[order]
        )


def neighbourhoods(vectors: Floats, largest: int) -> Neighbourhoods:
    """Exact nearest neighbours by cosine distance, ties by row; `vectors` in fixed point (see `context`)."""
    distances = np.maximum(1.0 - similarities(vectors, vectors), 0.0)
    np.fill_diagonal(distances, -1.0)
    rows = np.argsort(distances, axis=1, kind="stable")[:, : min(largest, len(vectors))]
    near = np.maximum(np.take_along_axis(distances, rows, axis=1), 0.0)
    return Neighbourhoods(
        (vectors / SCALE).astype(np.float32), rows.astype(np.int32), near.astype(np.float32)
    )


def layout(near: Neighbourhoods, *, neighbours: int, dimensions: int, epochs: int, seed: int) -> Floats:
    """A UMAP layout of the corpus, shape (paragraphs, dimensions).

    What umap would compute in a way that varies between processors is handed to it: neighbours, the curve, and a random
    start in place of the spectral one.
    """
    size = min(neighbours, near.largest)
    with warnings.catch_warnings():
        # It says when it is imported that tensorflow is missing, and later that new points cannot be placed.
        warnings.filterwarnings("ignore", message="Tensorflow not installed", category=ImportWarning)
        warnings.filterwarnings("ignore", message=r"precomputed_knn\[2\]")
        from umap import UMAP

        reducer = UMAP(
            n_neighbors=size, n_components=dimensions, n_epochs=epochs, min_dist=0.0, a=CURVE_A, b=CURVE_B,
            init="random", random_state=seed, n_jobs=1,
            precomputed_knn=(near.rows[:, :size], near.distances[:, :size]),
        )  # fmt: skip
        return np.asarray(reducer.fit_transform(near.vectors), dtype=np.float64)
