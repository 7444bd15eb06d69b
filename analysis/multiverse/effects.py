"""From sums over articles to a difference between an outlet and the rest, and to what it says of the reference."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.arrays import ratio
from analysis.multiverse.specification import ARTICLE_MEAN

if TYPE_CHECKING:
    from analysis.compare.design import Design
    from analysis.multiverse.materials import Floats, Integers

SAME, OTHER, ZERO = "same sign", "other sign", "no difference"
UNDEFINED, NOT_FOUND = "not defined", "topic not found"
OUTCOMES = (SAME, OTHER, ZERO, UNDEFINED, NOT_FOUND)

DECIMALS = 6
MICRO = 1_000_000
"""An article's own mean in millionths is a whole number, whose sums no order changes."""


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """One measure as sums over each article: its value for some articles is sum(numerators) / sum(denominators).

    `held` counts each article's paragraphs that have units, where anybody asks.
    """

    numerators: Floats
    denominators: Floats
    held: Floats = field(default_factory=lambda: np.zeros(0))

    def ratios(self, design: Design) -> Floats:
        """The value of each outlet; nan where it has no units."""
        members = design.members()
        return ratio(members @ self.numerators, members @ self.denominators)

    def paragraphs(self, design: Design) -> Floats:
        """How many paragraphs with units each outlet has."""
        paragraphs: Floats = design.members() @ self.held
        return paragraphs

    def by_article(self) -> Sums:
        """The same where every article with units weighs the same, whatever its length."""
        means = np.rint(np.nan_to_num(ratio(self.numerators, self.denominators)) * MICRO)
        return Sums(means, np.where(self.denominators > 0, float(MICRO), 0.0), self.held)

    def under(self, estimand: str) -> Sums:
        """The sums that an estimand is computed from."""
        return self.by_article() if estimand == ARTICLE_MEAN else self

    def difference(self, design: Design, outlet: int, estimand: str) -> float:
        """The outlet's value less that of all other outlets' articles together; nan where one of them has no units.

        paragraph-weighted: sum(numerators) / sum(denominators) over the articles of either side.
        article mean: mean of numerators / denominators over those articles of either side that have units.
        """
        sums, own = self.under(estimand), design.labels == outlet
        sides = [
            _quotient(sums.numerators[side].sum(), sums.denominators[side].sum()) for side in (own, ~own)
        ]
        return sides[0] - sides[1]


def over_articles(article: Integers, values: Integers | Floats, articles: int) -> Floats:
    """Sums of whole values over each article's pieces."""
    return np.bincount(article, weights=values, minlength=articles).astype(np.float64)


def rounded(value: float) -> float:
    """A difference to six decimals, with no minus before 0."""
    return round(value, DECIMALS) + 0.0


def outcome(difference: float, reference: float) -> str:
    """What a difference says of the sign of the reference, which is not 0."""
    if math.isnan(difference):
        return UNDEFINED
    if difference == 0:
        return ZERO
    return SAME if (difference > 0) == (reference > 0) else OTHER


def _quotient(numerator: float, denominator: float) -> float:
    """A quotient; nan where there is nothing to divide by."""
    return float(numerator / denominator) if denominator else math.nan
