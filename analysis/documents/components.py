"""Vectors of a large sample in fewer dimensions, in which it is divided in a fraction of the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.documents.views import fixed

if TYPE_CHECKING:
    from analysis.topics.arrays import Floats

SMALL = 3_000
"""Texts up to which all dimensions are used; it is also the smallest sample."""

COMPONENTS = 96


def components(vectors: Floats) -> Floats:
    """More than `SMALL` vectors along the directions in which they differ most; fewer are left as they are.

    Directions are those of the matrix of products, not of the covariance, so that cosines are kept as well as they can
    be (Eckart and Young 1936).

    Args:
        vectors: in fixed point, shape (texts, dimensions).

    Returns:
        In fixed point, shape (texts, 96).
    """
    if len(vectors) <= SMALL or vectors.shape[1] <= COMPONENTS:
        return vectors
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    return fixed(vectors @ directions[:, -COMPONENTS:])
