"""What documents mean and which words they have, joined."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.context import SCALE, unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.topics.arrays import Floats

    Whole = NDArray[np.int32]

AT_ONCE = 5_000


def joined(meaning: np.ndarray, wording: Floats, weight: float, *, workers: int = 1) -> Whole:
    """Two views of the same documents in fixed point: the cosine of rows is the mean of both views' cosines by weight.

    They are made once, as each round of the membership needs all of them, and held in 32 bits to save room.

    Args:
        meaning: vectors of the encoder; shape (documents, dimensions).
        wording: vectors of the words.
        weight: share of the wording, 0 to 1.
        workers: threads.

    Returns:
        Whole numbers in rows of length `SCALE`; shape (documents, dimensions of both).
    """
    rows = np.empty((len(meaning), meaning.shape[1] + wording.shape[1]), dtype=np.int32)

    def join(part: slice) -> None:
        both = (1 - weight) ** 0.5 * fixed(meaning[part]), weight**0.5 * fixed(wording[part])
        rows[part] = unit(np.hstack(both))

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(join, slices(len(rows))))
    return rows


def slices(rows: int) -> Iterator[slice]:
    """Parts of so many rows, of which a few at a time need to be held in 64 bits."""
    return (slice(start, start + AT_ONCE) for start in range(0, rows, AT_ONCE))


def fixed(rows: np.ndarray) -> Floats:
    """Rows of length 1 in fixed point (see `topics.context`); a row of zeros stays."""
    numbers = np.asarray(rows, dtype=np.float64)
    largest = np.abs(numbers).max(axis=1, initial=0.0, keepdims=True)
    return unit(numbers / np.where(largest > 0, largest, 1.0) * SCALE)
