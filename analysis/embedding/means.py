"""The vector of a text from those of its windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def weighted_mean(
    vectors: Sequence[NDArray[np.float64]] | NDArray[np.float64], weights: Sequence[int]
) -> NDArray[np.float64]:
    """The mean direction of the vectors; vector by vector, in order, so that it rounds the same everywhere."""
    total = np.zeros_like(vectors[0])
    for vector, weight in zip(vectors, weights, strict=True):
        total = total + weight * vector
    length = float(np.sqrt(sum(number * number for number in total.tolist())))
    return total / (length or 1.0)
