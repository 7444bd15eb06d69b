"""How much two ways of sorting the same things tell of each other, and how much they would by chance."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import gammaln

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats, Integers


@dataclass(frozen=True, slots=True)
class Information:
    """The mutual information of two sortings, all in nats.

    Attributes:
        mutual: I = H(one) + H(other) - H(both), at least 0.
        expected: its mean over all ways to deal the things of one sorting out anew, the sizes of all groups kept.
        ceiling: (H(one) + H(other)) / 2, the most it can be where both tell all of each other.
    """

    mutual: float
    expected: float
    ceiling: float

    @property
    def normalised(self) -> float:
        """NMI = I / ceiling, 0 to 1; nan where neither sorting has two groups."""
        return self.mutual / self.ceiling if self.ceiling > 0 else math.nan

    @property
    def by_chance(self) -> float:
        """The NMI to expect of sortings that have nothing to do with each other: expected / ceiling; nan as above."""
        return self.expected / self.ceiling if self.ceiling > 0 else math.nan

    @property
    def adjusted(self) -> float:
        """AMI = (I - expected) / (ceiling - expected): 0 at chance, 1 where each tells all of the other; or below 0.

        nan where chance leaves no room, as with groups of one thing only. Source: Vinh, Epps and Bailey (2010),
        Information theoretic measures for clusterings comparison, JMLR 11.
        """
        room = self.ceiling - self.expected
        return (self.mutual - self.expected) / room if room > SMALLEST else math.nan


SMALLEST = 1e-12


def information(joint: Integers) -> Information:
    """The mutual information of two sortings.

    Args:
        joint: how many things are in each group of the one (rows) and the other (columns); every row and column has
            some.
    """
    rows, columns = joint.sum(axis=1), joint.sum(axis=0)
    one, other, both = (_entropy(counts) for counts in (rows, columns, joint.ravel()))
    return Information(max(0.0, one + other - both), expected_information(rows, columns), (one + other) / 2)


def expected_information(rows: Integers, columns: Integers) -> float:
    """The mean mutual information over all ways to deal things out to groups of these sizes, in nats.

    E(I) = sum over pairs of groups, sum over n of (n / N) log(N n / (a b)) P(n)

    n things are common to groups of a and b of N with the hypergeometric probability P(n). This is the exact mean,
    which drawing permutations would only estimate. Source: Vinh, Epps and Bailey (2010), equation 24a there.

    Args:
        rows: sizes of the groups of the one sorting; whole, 1 or more.
        columns: those of the other, of the same sum.
    """
    total = int(rows.sum())
    if not total:
        return 0.0
    factorials: Floats = gammaln(np.arange(total + 1) + 1.0)
    one, times = np.unique(rows, return_counts=True)
    other, other_times = np.unique(columns, return_counts=True)
    return math.fsum(
        int(many) * int(others) * _of_pair(int(a), int(b), total, factorials)
        for a, many in zip(one, times, strict=True)
        for b, others in zip(other, other_times, strict=True)
    )


def _of_pair(a: int, b: int, total: int, factorials: Floats) -> float:
    """What a pair of groups of a and b things adds to the mean."""
    n = np.arange(max(1, a + b - total), min(a, b) + 1)
    ways = factorials[a] + factorials[b] + factorials[total - a] + factorials[total - b] - factorials[total]
    ways = ways - factorials[n] - factorials[a - n] - factorials[b - n] - factorials[total - a - b + n]
    return math.fsum((n / total * np.log(total * n / (a * b)) * np.exp(ways)).tolist())


def _entropy(counts: Integers) -> float:
    """Entropy of a distribution given by counts, in nats; 0 of nothing."""
    shares = counts[counts > 0] / max(int(counts.sum()), 1)
    return float(-(shares * np.log(shares)).sum())
