"""Article-cluster bootstrap: how far an outlet's figure would move with other articles of the same kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import stats

from analysis.compare.arrays import Floats, ratio, rows_at_once

if TYPE_CHECKING:
    from collections.abc import Iterator


def resampled_ratios(
    numerators: Floats, denominators: Floats, *, resamples: int, rng: np.random.Generator
) -> Floats:
    """Ratios of sums over articles drawn with replacement: resamples x measures.

    Args:
        numerators: articles x measures; whole numbers, so that no sum depends on its order.
        denominators: articles x measures, likewise.
        resamples: how many samples to draw, each as large as the number of articles.
        rng: where they are drawn from; the draws do not depend on how much memory is used at once.

    Returns:
        Ratios; nan where a sample has a denominator of 0.
    """
    articles, measures = numerators.shape
    sums = np.hstack([numerators, denominators])
    blocks = [counts @ sums for counts in _draws(articles, resamples, rng)]
    drawn = np.concatenate(blocks)
    return ratio(drawn[:, :measures], drawn[:, measures:])


def _draws(articles: int, resamples: int, rng: np.random.Generator) -> Iterator[Floats]:
    """How often each article is in each sample, in blocks: samples x articles."""
    rows = rows_at_once(2 * articles)
    for start in range(0, resamples, rows):
        drawn = rng.integers(0, articles, size=(min(rows, resamples - start), articles))
        # Row by row stays in the processor's cache: a third of the time of one count over the block.
        yield np.stack([np.bincount(row, minlength=articles) for row in drawn]).astype(np.float64)


def left_out_ratios(numerators: Floats, denominators: Floats) -> Floats:
    """Ratios of sums with one article left out in turn: articles x measures; nan where nothing is left."""
    return ratio(numerators.sum(axis=0) - numerators, denominators.sum(axis=0) - denominators)


def bca_interval(
    estimate: float, resampled: Floats, left_out: Floats, *, alpha: float
) -> tuple[float, float]:
    """Bias-corrected and accelerated interval of one estimate.

    z0 = PHI^-1(share of resamples below the estimate, ties counted half)
    a = sum(d^3) / (6 sum(d^2)^1.5), d = mean of the left-out values - left-out value
    ends = quantiles of the resamples at PHI(z0 + (z0 + z) / (1 - a (z0 + z))),
           z = PHI^-1(alpha / 2) and PHI^-1(1 - alpha / 2)

    Source: Efron (1987), Better bootstrap confidence intervals, JASA 82. With few articles it covers less
    often than it says: in simulated corpora with an intraclass correlation of .1, intervals at 95 % covered
    in 89 % with ten articles an outlet and in 84 % with five. Read it as the least width, not the most.

    Args:
        estimate: the value from all articles.
        resampled: its values from resampled articles; undefined ones (nan) are left out.
        left_out: its values with one article left out in turn; undefined ones are left out.
        alpha: 1 - alpha is the level.

    Returns:
        Low and high; both nan where the articles do not differ or the estimate lies outside all resamples,
        for then the bootstrap has nothing to say about its spread.
    """
    resampled, left_out = resampled[np.isfinite(resampled)], left_out[np.isfinite(left_out)]
    below = ((resampled < estimate).sum() + (resampled <= estimate).sum()) / 2
    # Equal values, not a spread of 0: a mean of equal values may differ from them in its last digit.
    if not 0 < below < len(resampled) or np.ptp(resampled) == 0 or np.ptp(left_out) == 0:
        return np.nan, np.nan
    deviations = left_out.mean() - left_out
    bias = stats.norm.ppf(below / len(resampled))
    acceleration = (deviations**3).sum() / (6 * (deviations**2).sum() ** 1.5)
    shifted = bias + stats.norm.ppf([alpha / 2, 1 - alpha / 2])
    low, high = np.quantile(resampled, stats.norm.cdf(bias + shifted / (1 - acceleration * shifted)))
    return float(low), float(high)
