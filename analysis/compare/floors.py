"""What numbers of articles allow: assignments, resamples, and the smallest p that can come of them."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def distinct_assignments(*strata: Sequence[int]) -> int:
    """Ways to deal the articles to the outlets: in a stratum (n1 + n2 + ...)! / (n1! n2! ...), multiplied.

    Args:
        strata: number of articles of each outlet, for each stratum; articles never leave theirs.
    """
    return math.prod(
        math.comb(total, size)
        for sizes in strata
        for total, size in zip(itertools.accumulate(sizes), sizes, strict=True)
    )


def smallest_p(*strata: Sequence[int]) -> float:
    """The smallest p that an exact two-sided permutation of the labels of so many articles can give.

    p = prod(m_s!) / distinct assignments, m_s the number of outlets with the same articles in every stratum

    Outlets of the same size can swap all their articles, which leaves a two-sided or omnibus statistic as
    it is, so that at least prod(m_s!) assignments tie with the most extreme one: 2 against 2 gives 2/6, 3
    against 1 against 1 gives 2/20, 3 against 3 gives 2/20, 5 against 5 gives 2/252.

    Args:
        strata: number of articles of each outlet, for each stratum (one, where none are asked for); one
            outlet gives 1, for there is nothing to permute.
    """
    alike = Counter(counts for counts in zip(*strata, strict=True) if any(counts))
    return math.prod(map(math.factorial, alike.values())) / distinct_assignments(*strata)


def smallest_p_against_rest(outlet: int, *strata: Sequence[int]) -> float:
    """The smallest p, corrected by max-T over all outlets, of one outlet's difference from the rest.

    p = min(1, m x smallest_p(outlet's articles, the rest's)), m: outlets with as many articles in every stratum

    Of three outlets or more, the labels can be dealt so that any outlet of the same size takes the place of this one,
    and the largest statistic is then as large: 2 of each of four outlets gives 4 x 1/28. Of two outlets, the other's
    difference is the same with its sign turned, and `smallest_p` counts it already.

    Args:
        outlet: which one, by number.
        strata: number of articles of each outlet, for each stratum; outlets without any do not count.
    """
    columns = [counts for counts in zip(*strata, strict=True) if any(counts)]
    own = tuple(sizes[outlet] for sizes in strata)
    sides = [(mine, sum(sizes) - mine) for mine, sizes in zip(own, strata, strict=True)]
    alike = columns.count(own) if len(columns) > 2 else 1  # noqa: PLR2004 - see above
    return min(1.0, alike * smallest_p(*sides))


def distinct_resamples(articles: int) -> int:
    """Different samples of n articles with replacement, C(2n - 1, n): 1 for one article, 10 for three."""
    return math.comb(2 * articles - 1, articles)


def interval_is_possible(articles: int, alpha: float) -> bool:
    """Whether so many articles can carry a bootstrap interval at level 1 - alpha.

    The most extreme resample draws one article n times over and has probability n^-n. Unless that is below
    alpha / 2, the interval's end is that one resample whatever the data: at .05 it takes four articles.
    """
    return articles > 0 and articles**-articles < alpha / 2
