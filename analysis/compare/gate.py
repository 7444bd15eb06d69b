"""The gate: what a design can show at all, asked before any result is looked at.

An article-label permutation test compares the data with every way of dealing the same articles to the
outlets. With few articles there are few ways, and no data, however extreme, can have a small p.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from analysis.compare.floors import distinct_assignments, smallest_p, smallest_p_against_rest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from analysis.settings import CompareSettings

DESCRIPTIVE_ONLY = "descriptive only"
INFERENCE_POSSIBLE = "inference possible"

FEWEST_ON_A_SIDE = 2
"""What sets a single article apart is a trait of that article."""

MOST_NAMED = 8
"""Outlets that a sentence names."""

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

    def can_reach(self, alpha: float) -> bool:
        """Whether a p below alpha is possible, and no side is a single article, whose traits are not its outlet's."""
        lone = self.kind != "omnibus" and min(self.sizes) < FEWEST_ON_A_SIDE
        return self.smallest_p < alpha and not lone


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
        """Whether no outlet's difference from the rest can be called."""
        return not any(reach.kind == "rest" and reach.can_reach(self.alpha) for reach in self.reaches)

    @property
    def verdict(self) -> str:
        """What may be said: "descriptive only", or "inference possible"."""
        return DESCRIPTIVE_ONLY if self.descriptive_only else INFERENCE_POSSIBLE

    @property
    def reason(self) -> str:
        """The verdict and why, in one plain sentence."""
        if len(self.outlets) <= 1:
            return "Fewer than two outlets have analysed paragraphs, so there is nothing to compare."
        counts = _listed(self._each())
        if not self.descriptive_only:
            least = f"{self.smallest_p:.2g}".removeprefix("0")
            return (
                f"With articles as the unit ({counts}) a p of {least} is possible, so differences are tested."
            )
        if self.smallest_p < self.alpha:
            why = f"({counts}): a single article cannot be told from its outlet"
        else:
            why = (
                f"({counts}): dealt out to the outlets at random, they would show even the sharpest difference "
                f"{100 * self.smallest_p:.0f}% of the time"
            )
        return (
            f"This study is descriptive only. There are too few articles to test anything {why}. The figures describe "
            "these articles and say nothing about the outlets beyond them."
        )

    def _each(self) -> list[str]:
        """The articles of each outlet, in words; of many outlets those of the first, and how many there are."""
        told = [f"{count} of {outlet}" for outlet, count in zip(self.outlets, self.articles, strict=True)]
        left_out = len(told) - MOST_NAMED
        if left_out < 2:  # noqa: PLR2004 - one more is named as well
            return told
        rest = sum(self.articles[MOST_NAMED:])
        return [*told[:MOST_NAMED], f"{rest} of {left_out} more outlets"]


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


def gate_of(design: pd.DataFrame, alpha: float) -> Gate:
    """What a design can show, read back from the table `design` of a corpus whose articles are not all at hand."""
    rests = design[design["kind"] == "rest"]
    sizes = tuple(int(size) for size in rests["articles"])
    reaches = tuple(_read_back(row, sizes) for row in design.to_dict("records"))
    return Gate(tuple(rests["outlet"].astype("str")), sizes, alpha, reaches)


def _read_back(row: Mapping[Any, Any], sizes: tuple[int, ...]) -> Reach:
    """The reach of one comparison; of an omnibus test the table has no sizes of its own."""
    own = sizes if row["kind"] == "omnibus" else (int(row["articles"]), int(row["other_articles"]))
    ways = int(min(row["assignments"], float(2**1000)))
    return Reach(
        row["kind"],
        str(row["outlet"]),
        str(row["other"]),
        own,
        ways,
        bool(row["exact"]),
        float(row["smallest_p"]),
    )


def _reaches(articles: dict[str, tuple[int, ...]], settings: CompareSettings) -> Iterator[Reach]:
    """The reach of the omnibus test; with two outlets or more, of each against the rest and of each pair."""
    yield _reach(("omnibus", "", ""), tuple(articles.values()), settings)
    if len(articles) > 1:
        for place in range(len(articles)):
            yield _reach_against_rest(place, articles, settings)
        for one, other in itertools.combinations(articles, 2):
            yield _reach(("pair", one, other), (articles[one], articles[other]), settings)


def _reach_against_rest(place: int, articles: dict[str, tuple[int, ...]], settings: CompareSettings) -> Reach:
    """The reach of one outlet against the rest, in a test that deals the articles of all outlets."""
    strata = tuple(zip(*articles.values(), strict=True))
    assignments = distinct_assignments(*strata)
    exact = assignments <= settings.exact_up_to
    outlet, own = list(articles.items())[place]
    sizes = sum(own), sum(map(sum, strata)) - sum(own)
    floor = max(smallest_p_against_rest(place, *strata), 0.0 if exact else 1 / (settings.permutations + 1))
    return Reach("rest", outlet, "", sizes, assignments, exact, floor)


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
