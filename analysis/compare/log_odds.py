"""The log-odds ratio of words with an informative Dirichlet prior."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Prior:
    """The corpus's own word rates as so many words of prior evidence: a_w = words count_w / sum(counts)."""

    per_word: Floats
    words: float

    @classmethod
    def of(cls, counts: Floats, *, content: float, words: float) -> Prior:
        """The prior from the corpus counts of the listed words and the number of all its content words."""
        return cls(words * counts / content, words)


@dataclass(frozen=True, slots=True, eq=False)
class LogOdds:
    """`ratio`: log-odds ratio, any sign; `z`: the same over its standard error. Both outlets x words."""

    ratio: Floats
    z: Floats


def log_odds(counts: Floats, content: Floats, prior: Prior) -> LogOdds:
    """How much likelier each word is in one outlet than in all others together.

    ratio = log((y + a) / (n + a0 - y - a)) - log((y' + a) / (n' + a0 - y' - a))
    z = ratio / sqrt(1 / (y + a) + 1 / (y' + a))

    y: count of the word in the outlet; n: content words of the outlet; y', n': the same in all other
    outlets; a: the word's prior; a0: the prior's words in all. The prior draws rare words to 0, the more so
    the larger a0.

    Source: Monroe, Colaresi and Quinn (2008), Fightin' Words, Political Analysis 16, equations 15, 16 (here
    for words of the outlet against the rest), 20 and 22. z takes words for independent, which words of one
    article are not: it ranks words; whether a difference is more than articles' chance is for the
    permutation of articles to say.

    Args:
        counts: outlets x words.
        content: content words of each outlet.
        prior: of the same words.
    """
    others = counts.sum(axis=0) - counts
    other_content = content.sum() - content
    own_odds, own_count = _odds(counts, content, prior)
    other_odds, other_count = _odds(others, other_content, prior)
    difference = own_odds - other_odds
    return LogOdds(difference, difference / np.sqrt(1 / own_count + 1 / other_count))


def _odds(counts: Floats, content: Floats, prior: Prior) -> tuple[Floats, Floats]:
    """Log-odds of each word with the prior, and its count with the prior."""
    with_prior = counts + prior.per_word
    return np.log(with_prior / (content[:, None] + prior.words - with_prior)), with_prior
