"""Spherical k-means that gives the same groups on every processor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.context import SCALE, unit

if TYPE_CHECKING:
    from analysis.topics.arrays import Floats, Labels

STEPS = 25
"""Most rounds; they end when no document changes its group, commonly after ten to twenty."""


def division(vectors: Floats, apart: Floats, groups: int, generator: np.random.Generator) -> Labels:
    """Documents divided into groups around mean directions (Dhillon and Modha 2001).

    All sums are of whole numbers that float64 holds exactly (see `topics.context.SCALE`), so nothing depends on the
    order in which a processor adds.

    Args:
        vectors: in fixed point; shape (documents, dimensions).
        apart: `distances` of them, which many divisions share.
        groups: how many, at most.
        generator: draws the first centres.

    Returns:
        The group of each document; a group can be empty.
    """
    centres = vectors[_seeds(apart, groups, generator)]
    alike = vectors @ centres.T
    labels: Labels = alike.argmax(axis=1)
    for _ in range(STEPS):
        moved, centres = centres, directions(vectors, labels, centres)
        # Most centres stay where they are after a few rounds, and with them what was multiplied by them.
        changed = np.flatnonzero((moved != centres).any(axis=1))
        alike[:, changed] = vectors @ centres[changed].T
        before, labels = labels, alike.argmax(axis=1)
        if np.array_equal(before, labels):
            break
    return labels


def nearest(vectors: Floats, centres: Floats) -> Labels:
    """The nearest centre of every vector; ties go to the lower number."""
    numbers: Labels = (vectors @ centres.T).argmax(axis=1).astype(np.int64)
    return numbers


def directions(vectors: Floats, labels: Labels, otherwise: Floats) -> Floats:
    """The mean direction of each group in fixed point; of a group without members, its row of `otherwise`."""
    sizes = np.bincount(labels[labels >= 0], minlength=len(otherwise))
    return np.where(sizes[:, None] > 0, unit(sums(vectors, labels, len(otherwise))), otherwise)


def sums(vectors: Floats, labels: Labels, groups: int) -> Floats:
    """The sum of the vectors of each group; shape (groups, dimensions). Those in no group (-1) count nowhere."""
    from scipy.sparse import csr_array

    rows = np.flatnonzero(labels >= 0)
    member = csr_array((np.ones(len(rows)), (labels[rows], rows)), shape=(groups, len(labels)))
    return np.asarray(member @ vectors)


def distances(vectors: Floats) -> Floats:
    """Half the squared distance of any two documents: one minus their cosine, here a whole number; at least 0."""
    apart: Floats = vectors @ vectors.T
    np.subtract(SCALE**2, apart, out=apart)
    return np.maximum(apart, 0.0, out=apart)


def _seeds(apart: Floats, groups: int, generator: np.random.Generator) -> list[int]:
    """First centres far from one another, each drawn by its distance to those before.

    Arthur and Vassilvitskii (2007).
    """
    chosen = [int(generator.integers(len(apart)))]
    nearest_chosen = np.full(len(apart), np.inf)
    while len(chosen) < groups:
        nearest_chosen = np.minimum(nearest_chosen, apart[chosen[-1]])
        reached = np.cumsum(nearest_chosen / SCALE)
        drawn = int(np.searchsorted(reached, generator.random() * reached[-1], side="right"))
        chosen.append(min(drawn, len(apart) - 1))
    return chosen
