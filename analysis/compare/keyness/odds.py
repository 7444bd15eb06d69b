"""Log-odds and ranks of the words and phrases of one comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.log_odds import LogOdds, Prior, log_odds

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats, Integers
    from analysis.compare.word_counts import WordCounts

DECIMALS = 9
"""z is ranked to nine decimals: words with equal counts tie, and their alphabetical order decides."""


def outlet_log_odds(counted: WordCounts, *, prior_words: float) -> LogOdds:
    """Log-odds of each listed word and phrase (columns) in each outlet (rows) under a prior of so many words.

    The prior is the words' rates in the compared texts themselves. A phrase is counted over content words,
    as a word is: its share is that of the content words at which it begins.
    """
    counts = counted.per_outlet()
    prior = Prior.of(counts.sum(axis=0), content=counted.content.sum(), words=prior_words)
    return log_odds(counts, counted.design.members() @ counted.content, prior)


def ranks(z: Floats) -> Integers:
    """Rank of each word (columns) in each outlet (rows) by falling z, from 1; ties in alphabetical order."""
    order = np.argsort(-z.round(DECIMALS), axis=1, kind="stable")
    return np.argsort(order, axis=1, kind="stable") + 1
