"""Vectors in fixed point, and the context that a paragraph's neighbours lend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

    from analysis.topics.arrays import Floats

SCALE = float(2**20)
"""A vector of length 1 is kept as whole numbers up to this one. Their products sum to less than 2 ** 53, so that a
float64 holds every dot product exactly, in whatever order, by whatever kernel and on however many threads it is
summed. That is why neighbours and centroids come out the same on every processor."""


def unit(rows: Floats) -> Floats:
    """Each row scaled to length `SCALE` and rounded to whole numbers; a row of zeros stays."""
    whole = np.rint(rows)
    lengths = np.sqrt((whole * whole).sum(axis=1, keepdims=True))
    return np.rint(whole / np.where(lengths > 0, lengths, 1.0) * SCALE)


def contextual(
    vectors: Floats, paragraphs: pd.DataFrame, *, share: float, reach: int, longest: float | None = None
) -> Floats:
    """Fixed-point unit vectors in which the neighbours in the article have their share.

    row = unit((1 - share) * own + share * mean(paragraphs of the same article at most `reach` away))

    A paragraph without neighbours keeps its own vector. A little context joins an answer to the interview question that
    it answers, and a one-line quotation to what it is about; much of it turns every article into one topic of its own.

    Args:
        vectors: shape (paragraphs, dimensions).
        paragraphs: row by row; columns `article_id` and `ordinal`.
        share: 0 to below 1.
        longest: `longest_coordinate` of the whole corpus, where `vectors` are a part of it.
        reach: 0 or more; analysed paragraphs are counted, so a caption in between does not separate two of them.

    Returns:
        Whole numbers in float64, same shape, rows of length `SCALE` (0 for a vector of zeros).
    """
    own = unit(vectors / (longest_coordinate(vectors) if longest is None else longest or 1.0) * SCALE)
    reading = paragraphs.reset_index(drop=True).sort_values(["article_id", "ordinal"], kind="stable")
    rows, articles = reading.index.to_numpy(), reading["article_id"].to_numpy()
    lent, lenders = np.zeros_like(own), np.zeros((len(own), 1))
    for step in range(1, min(reach, len(rows) - 1) + 1):
        same = articles[step:] == articles[:-step]
        earlier, later = rows[:-step][same], rows[step:][same]
        lent[earlier] += own[later]
        lent[later] += own[earlier]
        lenders[earlier] += 1
        lenders[later] += 1
    blended = (1 - share) * own + share * (lent / np.maximum(lenders, 1))
    return unit(np.where(lenders > 0, blended, own))


def similarities(rows: Floats, others: Floats) -> Floats:
    """Cosine of every row with every other; exact but for the last division. Shape (rows, others)."""
    return (rows @ others.T) / SCALE**2


def longest_coordinate(vectors: Floats) -> float:
    """The largest absolute coordinate, or 1 where all are 0: brings vectors of any length into the range of `unit`."""
    return float(np.abs(vectors).max(initial=0.0)) or 1.0
