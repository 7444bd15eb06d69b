"""Which article is whose: the design that every comparison of outlets rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.compare.arrays import Floats, Integers


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """The articles in canonical order, and the outlet of each as a position in `outlets`.

    Both are sorted by name, so that nothing computed from a design depends on the order of the rows it came
    from. `strata` numbers the groups of articles (of one genre, of one month) within which articles are
    compared; where none are asked for, all are in one.
    """

    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    labels: Integers
    strata: Integers

    @classmethod
    def of(cls, outlet_of: Mapping[str, str], stratum_of: Mapping[str, str] | None = None) -> Design:
        """The design of these articles, each mapped to its outlet and, if asked for, to its stratum."""
        articles = tuple(sorted(outlet_of))
        outlets = tuple(sorted(set(outlet_of.values())))
        places = {outlet: place for place, outlet in enumerate(outlets)}
        labels = np.array([places[outlet_of[article]] for article in articles], dtype=np.int64)
        return cls(articles, outlets, labels, _numbered([(stratum_of or {}).get(a, "") for a in articles]))

    @property
    def sizes(self) -> tuple[int, ...]:
        """Number of articles per outlet, in the order of `outlets`."""
        return tuple(np.bincount(self.labels, minlength=len(self.outlets)).tolist())

    @property
    def sizes_by_stratum(self) -> tuple[tuple[int, ...], ...]:
        """Number of articles per outlet in each stratum, one tuple for each."""
        return self.sizes_where(np.ones(len(self.articles), dtype=bool))

    @property
    def sizes_by_outlet(self) -> dict[str, tuple[int, ...]]:
        """Number of articles of each outlet in each stratum."""
        return dict(zip(self.outlets, zip(*self.sizes_by_stratum, strict=True), strict=True))

    def sizes_where(self, kept: Sequence[bool] | np.ndarray) -> tuple[tuple[int, ...], ...]:
        """Number of the kept articles per outlet in each stratum."""
        inside = np.asarray(kept, dtype=bool)
        counts = (
            np.bincount(self.labels[inside & (self.strata == stratum)], minlength=len(self.outlets))
            for stratum in np.unique(self.strata)
        )
        return tuple(tuple(count.tolist()) for count in counts)

    def members(self) -> Floats:
        """Outlets x articles: 1 where the article is the outlet's, else 0."""
        belongs: Floats = (self.labels == np.arange(len(self.outlets))[:, None]).astype(np.float64)
        return belongs


def _numbered(names: Sequence[str]) -> Integers:
    """Strata by number, in the order of their names."""
    return np.unique(np.array(names, dtype=object), return_inverse=True)[1].astype(np.int64)
