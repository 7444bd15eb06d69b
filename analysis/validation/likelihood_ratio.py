"""The usual test of words, which takes every word for independent of the others: Dunning's likelihood ratio."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import special, stats

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats
    from analysis.compare.word_counts import WordCounts


def likelihood_ratio(counts: Floats, content: Floats) -> Floats:
    """G2 of each word in two corpora, over the fourfold table of the word and all other content words.

    G2 = 2 sum(O log(O / E)), E from the table's margins; at least 0; 0 where the shares are the same.

    Source: Dunning (1993), Accurate methods for the statistics of surprise and coincidence, Computational
    Linguistics 19; quanteda's `textstat_keyness(measure = "lr", correction = "none")`.

    Args:
        counts: 2 x words.
        content: content words of each corpus.
    """
    cells = np.stack([counts, content[:, None] - counts])
    expected = cells.sum(axis=1, keepdims=True) * content[:, None] / content.sum()
    # A cell with nothing in it adds nothing: 0 log 0 = 0.
    terms = special.xlogy(cells, cells) - special.xlogy(cells, expected)
    found: Floats = np.maximum(2 * terms.sum(axis=(0, 1)), 0.0)
    return found


def p_of_words(counted: WordCounts) -> Floats:
    """The p of each listed single word by G2 and the chi-squared distribution of one degree of freedom."""
    single = counted.lengths == 1
    content = np.asarray(counted.design.members() @ counted.content, dtype=np.float64)
    return np.asarray(stats.chi2.sf(likelihood_ratio(counted.per_outlet()[:, single], content), 1))


def clopper_pearson(found: int, draws: int, level: float = 0.95) -> tuple[float, float]:
    """The exact interval of a share: found of so many draws (Clopper and Pearson 1934)."""
    interval = stats.binomtest(found, draws).proportion_ci(level, method="exact")
    return float(interval.low), float(interval.high)
