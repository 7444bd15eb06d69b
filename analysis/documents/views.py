"""The ways that documents are looked at: what they mean, which words they have, and both together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from analysis.topics.context import SCALE, unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.topics.arrays import Floats

AT_ONCE = 10_000

View = Literal["both", "meaning", "wording"]
VIEWS: tuple[View, ...] = ("both", "meaning", "wording")


@dataclass(frozen=True, slots=True)
class Views:
    """The same documents, row by row, by an encoder and by their words.

    Attributes:
        meaning: vectors of the encoder; shape (documents, dimensions).
        wording: vectors of the words.
        names: of the views that are wanted; the first is the one that documents are assigned by.
    """

    meaning: np.ndarray
    wording: Floats
    names: tuple[View, ...] = VIEWS

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self.meaning)

    def of(self, rows: slice) -> tuple[Floats, ...]:
        """The views of some rows, in fixed point; in both together each has half of the weight."""
        meaning, wording = (_fixed(view[rows]) for view in (self.meaning, self.wording))
        known = {"both": unit(np.hstack([meaning, wording])), "meaning": meaning, "wording": wording}
        return tuple(known[name] for name in self.names)

    def parts(self) -> Iterator[Floats]:
        """The first view, some rows after the others: not all need to be held in fixed point at a time."""
        for start in range(0, len(self), AT_ONCE):
            yield self.of(slice(start, start + AT_ONCE))[0]


def _fixed(rows: np.ndarray) -> Floats:
    """Rows of length 1 in fixed point; a row of zeros stays."""
    numbers = np.asarray(rows, dtype=np.float64)
    largest = np.abs(numbers).max(axis=1, initial=0.0, keepdims=True)
    return unit(numbers / np.where(largest > 0, largest, 1.0) * SCALE)
