"""Paragraphs that an outlet prints in many of its articles."""

from __future__ import annotations

import hashlib
import math
from array import array
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.corpus.recurring import key

if TYPE_CHECKING:
    import numpy as np

FEWEST = 3
SHARE = 1 / 200
RULE = (
    "A paragraph recurs when it stands, word for word, in at least three articles of an outlet and in at least one in "
    "two hundred of them; repeated articles and near copies do not count."
)


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph of an outlet that recurs: in how many of its articles, and the number of the first of them."""

    outlet: str
    digest: int
    articles: int
    first: int


@dataclass(slots=True)
class Paragraphs:
    """Every paragraph met, as eight bytes for its outlet and text and four for its article."""

    digests: array[int] = field(default_factory=lambda: array("Q"))
    articles: array[int] = field(default_factory=lambda: array("I"))
    outlets: dict[int, str] = field(default_factory=dict)

    def add(self, number: int, outlet: str, paragraphs: Iterable[str]) -> None:
        """Remember an article's paragraphs, each once."""
        self.outlets[number] = outlet
        for one in {digest(outlet, paragraph) for paragraph in paragraphs}:
            self.digests.append(one)
            self.articles.append(number)

    def recurring(self, sizes: Mapping[str, int], copies: AbstractSet[int]) -> list[Found]:
        """The paragraphs that recur (`RULE`), by outlet and in the order of the articles that have them first.

        Args:
            sizes: the number of articles of each outlet.
            copies: the numbers of articles that are near copies of earlier ones, whose paragraphs do not count.
        """
        import numpy as np

        digests, articles = np.array(self.digests, dtype="uint64"), np.array(self.articles, dtype="int64")
        counted = ~np.isin(articles, np.fromiter(copies, dtype="int64", count=len(copies)))
        values, first, counts = np.unique(digests[counted], return_index=True, return_counts=True)
        often = np.flatnonzero(counts >= FEWEST)
        found = [self._found(values[at], articles[counted][first[at]], counts[at]) for at in often]
        return sorted(
            (one for one in found if one.articles >= least(sizes[one.outlet])),
            key=lambda one: (one.outlet, one.first, one.digest),
        )

    def articles_with(self, wanted: AbstractSet[int]) -> list[int]:
        """The numbers of the articles in which one of these paragraphs stands, in order."""
        met = zip(self.digests, self.articles, strict=True)
        return sorted({number for one, number in met if one in wanted})

    def _found(self, value: np.uint64, first: np.int64, count: np.int64) -> Found:
        """A paragraph that was met so often."""
        return Found(self.outlets[int(first)], int(value), int(count), int(first))


def least(articles: int) -> int:
    """In how many of an outlet's articles a paragraph has to stand to recur."""
    return max(FEWEST, math.ceil(articles * SHARE))


def digest(outlet: str, paragraph: str) -> int:
    """Eight bytes, as a number, that stand for a paragraph of an outlet."""
    data = f"{outlet}\0{key(paragraph)}".encode()
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")
