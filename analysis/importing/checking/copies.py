"""Articles that stand in a source more than once: the same words, or nearly."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.choices import ReuseSettings
from analysis.voices.reuse import shingles_of, sketch_of

if TYPE_CHECKING:
    import numpy as np

SETTINGS = ReuseSettings(permutations=64)
BAND = 4
"""Numbers of a sketch that have to be equal for two texts to be compared. With 64, a pair of similarity .6 is then met
with probability 1 - (1 - .6^4)^16 = .89, one of .8 with .9998."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Near:
    """Two articles, by number, and how similar they are."""

    first: int
    second: int
    similarity: float


@dataclass(slots=True)
class Copies:
    """The articles met so far: 16 bytes for the words of each, and 256 for its sketch."""

    exact: dict[bytes, list[tuple[str, int]]] = field(default_factory=dict)
    sketches: list[np.ndarray] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def earlier(self, text: str, outlet: str) -> tuple[int | None, int | None]:
        """The number of an earlier article of the same words: of the same outlet, and of another one."""
        met = self.exact.get(_digest(text), [])
        same = next((number for name, number in met if name == outlet), None)
        other = next((number for name, number in met if name != outlet), None)
        return same, other

    def add(self, number: int, text: str, outlet: str) -> None:
        """Remember an article; one of known words is not compared again."""
        met = self.exact.setdefault(_digest(text), [])
        if not met:
            words = _WORD.findall(text.casefold())
            hashed = sketch_of(shingles_of(words, SETTINGS.shingle), SETTINGS.permutations)
            self.sketches.append(hashed.hashvalues.astype("uint32"))
            self.numbers.append(number)
        met.append((outlet, number))

    def near(self, text_of: Callable[[int], str]) -> list[Near]:
        """The pairs of articles that are nearly the same: each with the likest of the earlier ones it was met with.

        similarity(a, b) = |A & B| / |A | B|, the Jaccard coefficient of their sets of three words in a row; from
        `SETTINGS.threshold` on two are near copies. Of a group that shares numbers of its sketches, each is compared
        with the first and with the one before it, so that the work grows with the number of articles.

        Args:
            text_of: gives the text of an article by its number.
        """
        best: dict[int, Near] = {}
        for first, second in sorted(self._candidates()):
            similarity = _similarity(text_of(first), text_of(second))
            known = best.get(second)
            if similarity >= SETTINGS.threshold and (known is None or similarity > known.similarity):
                best[second] = Near(first, second, similarity)
        return [best[number] for number in sorted(best)]

    def _candidates(self) -> set[tuple[int, int]]:
        """Pairs of numbers of articles worth a comparison."""
        import numpy as np

        pairs: set[tuple[int, int]] = set()
        if len(self.sketches) > 1:
            table = np.stack(self.sketches)
            for start in range(0, SETTINGS.permutations, BAND):
                pairs |= set(_met(np.ascontiguousarray(table[:, start : start + BAND])))
        return {(self.numbers[one], self.numbers[two]) for one, two in pairs}


def _met(band: np.ndarray) -> Iterator[tuple[int, int]]:
    """Pairs of rows that are equal: each with the first of its kind and with the one before it."""
    import numpy as np

    keys = band.view(np.dtype((np.void, band.dtype.itemsize * band.shape[1]))).ravel()
    _, kind = np.unique(keys, return_inverse=True)
    order = np.argsort(kind, kind="stable")
    first = 0
    for place in range(1, len(order)):
        if kind[order[place]] != kind[order[first]]:
            first = place
            continue
        yield int(order[first]), int(order[place])
        yield int(order[place - 1]), int(order[place])


def _digest(text: str) -> bytes:
    """16 bytes that stand for the words of a text, capitals and marks aside."""
    return hashlib.blake2b(" ".join(_WORD.findall(text.casefold())).encode(), digest_size=16).digest()


def _similarity(one: str, two: str) -> float:
    """The Jaccard coefficient of two texts' runs of words."""
    first, second = (shingles_of(_WORD.findall(text.casefold()), SETTINGS.shingle) for text in (one, two))
    return len(first & second) / len(first | second)
