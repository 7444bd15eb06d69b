"""Keyness: the words that distinguish each outlet from the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse

from analysis import tables
from analysis.compare.contrast import standardised_difference
from analysis.compare.floors import smallest_p
from analysis.compare.gate import DESCRIPTIVE_ONLY, gate
from analysis.compare.log_odds import LogOdds, Prior, log_odds
from analysis.compare.permutation import significance

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from analysis.compare.arrays import Floats, Integers
    from analysis.compare.word_counts import WordCounts
    from analysis.settings import CompareSettings

PER = 1000
DECIMALS = 9
"""z is ranked to nine decimals: words with equal counts tie, and their alphabetical order decides."""

COLUMNS = {
    "word": "str", "outlet": "str", "topic": "str", "count": "int64", "rate_per_1000": "float64",
    "log_odds": "float64", "low": "float64", "high": "float64", "z": "float64", "p_article": "float64",
    "verdict": "str", "voice": "str", "rank": "int64", "articles": "int64", "rest_count": "int64",
    "rest_rate_per_1000": "float64",
}  # fmt: skip


def keyness(
    counts: Mapping[str, WordCounts], *, settings: CompareSettings, rng: np.random.Generator
) -> pd.DataFrame:
    """Distinguishing words of each outlet against all others, for each voice.

    Log-odds ratio with informative Dirichlet prior (see `log_odds`); the prior is the corpus's own word
    rates, worth `settings.prior_words` words. All text that is analysed counts, whatever its topic.

    Args:
        counts: the word counts of each voice.
        settings: the prior's weight, how many permutations, and the level.
        rng: where permutations are drawn from.

    Returns:
        The table `keyness`, one row per voice, outlet and listed word, ordered by voice, outlet and `rank`
        (1: largest z; ties by the word). `count` of the word in the outlet and `rate_per_1000` of its
        running words, stop words included; `rest_count` and `rest_rate_per_1000`, the same of all others;
        `articles`: the outlet's articles that have the word (a word of one article is a trait of that
        article); `log_odds` and `z` (any sign, above 0: the outlet's). `topic` is "" (all topics). `low`
        and `high` are nan: an interval that takes words for independent would be too narrow by far.
        `p_article`: of the difference between the word's share of the outlet's content words and of the
        rest's, by article-label permutation, two-sided, max-T over the words and outlets of the voice.

        `verdict` is "descriptive only", with `p_article` nan, where the articles are too few for a p below
        alpha: z is then a ranking score, not a test. Else "supported" where p_article < alpha, or "not
        supported". Voices in which fewer than two outlets have words, or fewer than two different words are
        found, have no rows.
    """
    empty = pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in COLUMNS.items()})
    pieces = [
        _voice(counted, settings=settings, rng=stream).assign(voice=voice)
        for (voice, counted), stream in zip(counts.items(), rng.spawn(len(counts)), strict=True)
        if counted.comparable
    ]
    return tables.check(
        pd.concat([empty, *pieces], ignore_index=True)[list(COLUMNS)].astype(COLUMNS), "keyness"
    )


def outlet_log_odds(counted: WordCounts, *, prior_words: float) -> LogOdds:
    """Log-odds of each listed word (columns) in each outlet (rows) under a prior of so many words."""
    content = counted.design.members() @ counted.content
    return log_odds(counted.per_outlet(), content, _prior(counted, prior_words))


def ranks(z: Floats) -> Integers:
    """Rank of each word (columns) in each outlet (rows) by falling z, from 1; ties in alphabetical order."""
    order = np.argsort(-z.round(DECIMALS), axis=1, kind="stable")
    return np.argsort(order, axis=1, kind="stable") + 1


def _voice(counted: WordCounts, *, settings: CompareSettings, rng: np.random.Generator) -> pd.DataFrame:
    """The rows of one voice."""
    odds = outlet_log_odds(counted, prior_words=settings.prior_words)
    count, running = counted.per_outlet(), (counted.design.members() @ counted.running)[:, None]
    rest_count, rest_running = count.sum(axis=0) - count, running.sum() - running
    p = _p_article(counted, settings, rng)
    rows = {
        "count": count,
        "rate_per_1000": PER * count / running,
        "rest_count": rest_count,
        "rest_rate_per_1000": PER * rest_count / rest_running,
        "articles": counted.articles_with(),
        "log_odds": odds.ratio,
        "z": odds.z,
        "p_article": p,
        "rank": ranks(odds.z),
        "verdict": _verdicts(p, settings.alpha),
    }
    index = pd.MultiIndex.from_product([counted.design.outlets, counted.words], names=["outlet", "word"])
    frame = pd.DataFrame({name: matrix.ravel() for name, matrix in rows.items()}, index=index).reset_index()
    frame = frame.assign(topic="", low=np.nan, high=np.nan)
    return frame.sort_values(["outlet", "rank"], kind="stable", ignore_index=True)


def _p_article(counted: WordCounts, settings: CompareSettings, rng: np.random.Generator) -> Floats:
    """max-T p of each outlet and word; nan where no p below alpha can come out."""
    design = counted.design
    blank = np.full((len(design.outlets), len(counted.words)), np.nan)
    if gate(dict(zip(design.outlets, design.sizes, strict=True)), settings).descriptive_only:
        return blank
    content = counted.content[:, None]
    found = significance(
        sparse.csr_array(sparse.hstack([counted.counts, sparse.csr_array(content)])),
        design=design,
        statistic=standardised_difference(counted.counts, content, design=design),
        families=np.zeros(len(counted.words), dtype=np.int64),
        settings=settings,
        rng=rng,
    )
    total = len(design.articles)
    testable = [smallest_p((size, total - size)) < settings.alpha for size in design.sizes]
    return np.where(np.array(testable)[:, None], found.within_family, blank)


def _prior(counted: WordCounts, words: float) -> Prior:
    """The corpus's word rates as a prior of so many words."""
    return Prior.of(counted.per_outlet().sum(axis=0), content=counted.content.sum(), words=words)


def _verdicts(p: Floats, alpha: float) -> npt.NDArray[np.str_]:
    """The verdict of each p."""
    return np.where(np.isnan(p), DESCRIPTIVE_ONLY, np.where(p < alpha, "supported", "not supported"))
