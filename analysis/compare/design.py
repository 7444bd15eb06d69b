"""Which article is whose: the design that every comparison of outlets rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.compare.arrays import Floats, Integers


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """The articles in canonical order, and the outlet of each as a position in `outlets`.

    Both are sorted by name, so that nothing computed from a design depends on the order of the rows it came
    from.
    """

    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    labels: Integers

    @classmethod
    def of(cls, outlet_of: Mapping[str, str]) -> Design:
        """The design of these articles, each mapped to its outlet."""
        articles = tuple(sorted(outlet_of))
        outlets = tuple(sorted(set(outlet_of.values())))
        labels = np.array([outlets.index(outlet_of[article]) for article in articles], dtype=np.int64)
        return cls(articles, outlets, labels)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Number of articles per outlet, in the order of `outlets`."""
        return tuple(np.bincount(self.labels, minlength=len(self.outlets)).tolist())

    def members(self) -> Floats:
        """Outlets x articles: 1 where the article is the outlet's, else 0."""
        belongs: Floats = (self.labels == np.arange(len(self.outlets))[:, None]).astype(np.float64)
        return belongs
