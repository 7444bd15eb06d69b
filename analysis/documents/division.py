"""Spherical k-means that gives the same groups on every processor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.context import SCALE, unit

if TYPE_CHECKING:
    from analysis.topics.arrays import Floats, Labels

STEPS = 25
"""Most rounds; they end when no document changes its group, commonly after ten to twenty."""


def division(vectors: Floats, groups: int, generator: np.random.Generator) -> Labels:
    """Documents divided into groups around mean directions (Dhillon and Modha 2001).

    All sums are of whole numbers that float64 holds exactly (see `topics.context.SCALE`), so nothing depends on the
    order in which a processor adds.

    Args:
        vectors: in fixed point; shape (documents, dimensions).
        groups: how many, at most.
        generator: draws the first centres.

    Returns:
        The group of each document; a group can be empty.
    """
    centres = vectors[_seeds(vectors, groups, generator)]
    labels = nearest(vectors, centres)
    for _ in range(STEPS):
        centres = directions(vectors, labels, centres)
        before, labels = labels, nearest(vectors, centres)
        if np.array_equal(before, labels):
            break
    return labels


def nearest(vectors: Floats, centres: Floats) -> Labels:
    """The nearest centre of every vector; ties go to the lower number."""
    numbers: Labels = (vectors @ centres.T).argmax(axis=1).astype(np.int64)
    return numbers


def directions(vectors: Floats, labels: Labels, otherwise: Floats) -> Floats:
    """The mean direction of each group in fixed point; of a group without members, its row of `otherwise`."""
    from scipy.sparse import csr_array

    rows = np.arange(len(labels))
    held = labels >= 0
    member = csr_array((np.ones(held.sum()), (labels[held], rows[held])), shape=(len(otherwise), len(labels)))
    sums = member @ vectors
    return np.where(np.bincount(labels[held], minlength=len(otherwise))[:, None] > 0, unit(sums), otherwise)


def _seeds(vectors: Floats, groups: int, generator: np.random.Generator) -> list[int]:
    """First centres far from one another: each drawn by its distance to those before (Arthur and Vassilvitskii 2007).

    The squared distance of two unit vectors is twice one minus their cosine, here a whole number.
    """
    chosen = [int(generator.integers(len(vectors)))]
    distances = np.full(len(vectors), np.inf)
    while len(chosen) < groups:
        distances = np.minimum(distances, np.maximum(SCALE**2 - vectors @ vectors[chosen[-1]], 0.0))
        reached = np.cumsum(distances / SCALE)
        drawn = int(np.searchsorted(reached, generator.random() * reached[-1], side="right"))
        chosen.append(min(drawn, len(vectors) - 1))
    return chosen
