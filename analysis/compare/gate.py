"""The gate: what a design can show at all, asked before any result is looked at.

An article-label permutation test compares the data with every way of dealing the same articles to the
outlets. With few articles there are few ways, and no data, however extreme, can have a small p.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.compare.floors import distinct_assignments, smallest_p

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analysis.settings import CompareSettings

DESCRIPTIVE_ONLY = "descriptive only"
INFERENCE_POSSIBLE = "inference possible"

Kind = Literal["omnibus", "rest", "pair"]


@dataclass(frozen=True, slots=True)
class Reach:
    """What the permutation test of one comparison can reach.

    `kind` is "omnibus" (all outlets at once), "rest" (`outlet` against all others) or "pair" (`outlet`
    against `other`). `sizes` counts the articles of each side, `assignments` the distinct ways to deal them (within
    their strata); `exact` says that all of them are gone through.
    """

    kind: Kind
    outlet: str
    other: str
    sizes: tuple[int, ...]
    assignments: int
    exact: bool
    smallest_p: float


@dataclass(frozen=True, slots=True)
class Gate:
    """The verdict on a design before any result: can a contrast have a p below `alpha` at all?"""

    outlets: tuple[str, ...]
    articles: tuple[int, ...]
    alpha: float
    reaches: tuple[Reach, ...]

    @property
    def smallest_p(self) -> float:
        """The smallest p that any outlet against the rest can have; 1 where there is nothing to compare.

        These are the contrasts that are tested; an omnibus test of unequal outlets may reach further.
        """
        return min((reach.smallest_p for reach in self.reaches if reach.kind == "rest"), default=1.0)

    @property
    def descriptive_only(self) -> bool:
        """Whether no contrast can have a p below `alpha`."""
        return self.smallest_p >= self.alpha

    @property
    def verdict(self) -> str:
        """What may be said: "descriptive only", or "inference possible"."""
        return DESCRIPTIVE_ONLY if self.descriptive_only else INFERENCE_POSSIBLE

    @property
    def reason(self) -> str:
        """The verdict and why, in one plain sentence."""
        if len(self.outlets) <= 1:
            return "Fewer than two outlets have analysed paragraphs, so there is nothing to compare."
        counts = _listed(
            [f"{count} of {outlet}" for outlet, count in zip(self.outlets, self.articles, strict=True)]
        )
        least = f"{self.smallest_p:.2g}".removeprefix("0")
        if not self.descriptive_only:
            return (
                f"With articles as the unit ({counts}) a p of {least} is possible, so differences are tested."
            )
        return (
            f"With articles as the unit ({counts}) no p below {least} is possible however the figures fall, "
            "so they describe these articles and say nothing about the outlets beyond them."
        )


Counts = int | tuple[int, ...]
"""An outlet's articles: one number, or one for each stratum."""


def gate(articles: Mapping[str, Counts], settings: CompareSettings) -> Gate:
    """What a design can show, from the number of articles of each outlet.

    Beyond `settings.exact_up_to` assignments the test is drawn at random, and its p is never below
    1 / (permutations + 1).

    Args:
        articles: of each outlet, one number or, where articles are compared within strata, one for each of these.
        settings: the level, and how many permutations.
    """
    counts = {
        outlet: count if isinstance(count, tuple) else (count,) for outlet, count in sorted(articles.items())
    }
    sizes = tuple(sum(count) for count in counts.values())
    return Gate(tuple(counts), sizes, settings.alpha, tuple(_reaches(counts, settings)))


def _reaches(articles: dict[str, tuple[int, ...]], settings: CompareSettings) -> Iterator[Reach]:
    """The reach of the omnibus test; with two outlets or more, of each against the rest and of each pair."""
    yield _reach(("omnibus", "", ""), tuple(articles.values()), settings)
    if len(articles) > 1:
        total = tuple(map(sum, zip(*articles.values(), strict=True)))
        for outlet, own in articles.items():
            rest = tuple(every - mine for every, mine in zip(total, own, strict=True))
            yield _reach(("rest", outlet, ""), (own, rest), settings)
        for one, other in itertools.combinations(articles, 2):
            yield _reach(("pair", one, other), (articles[one], articles[other]), settings)


def _reach(
    what: tuple[Kind, str, str], sides: tuple[tuple[int, ...], ...], settings: CompareSettings
) -> Reach:
    """The reach of one comparison of groups with so many articles in each stratum."""
    strata = tuple(zip(*sides, strict=True))
    assignments = distinct_assignments(*strata)
    exact = assignments <= settings.exact_up_to
    drawn = 0.0 if exact else 1 / (settings.permutations + 1)
    sizes = tuple(sum(side) for side in sides)
    return Reach(*what, sizes, assignments, exact, max(smallest_p(*strata), drawn))


def _listed(items: Sequence[str]) -> str:
    """Items in words: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]]))
