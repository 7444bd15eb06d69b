"""What documents mean and which words they have, joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.context import SCALE, unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.topics.arrays import Floats

AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Views:
    """The same documents, row by row, by an encoder and by their words.

    Attributes:
        meaning: vectors of the encoder; shape (documents, dimensions).
        wording: vectors of the words.
        weight: share of the wording, 0 to 1.
    """

    meaning: np.ndarray
    wording: Floats
    weight: float

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self.meaning)

    def joined(self, rows: slice) -> Floats:
        """Some rows in fixed point: their cosine is the mean of both views' cosines by weight."""
        meaning, wording = fixed(self.meaning[rows]), fixed(self.wording[rows])
        return unit(np.hstack([(1 - self.weight) ** 0.5 * meaning, self.weight**0.5 * wording]))

    def parts(self) -> Iterator[Floats]:
        """Some rows after the others: not all need to be held in fixed point at a time."""
        return map(self.joined, self.slices())

    def slices(self) -> Iterator[slice]:
        """The rows of each part."""
        return (slice(start, start + AT_ONCE) for start in range(0, len(self), AT_ONCE))


def fixed(rows: np.ndarray) -> Floats:
    """Rows of length 1 in fixed point (see `topics.context`); a row of zeros stays."""
    numbers = np.asarray(rows, dtype=np.float64)
    largest = np.abs(numbers).max(axis=1, initial=0.0, keepdims=True)
    return unit(numbers / np.where(largest > 0, largest, 1.0) * SCALE)
