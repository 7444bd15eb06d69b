"""Intervals that the engine does not use, for comparison: percentiles, BCa, and Student's t."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import stats

from analysis.compare.arrays import ratio
from analysis.compare.resampling import Moments, drawn_counts, pooled

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats

Ends = tuple["Floats", "Floats"]


def other_intervals(
    numerators: Floats, denominators: Floats, *, alpha: float, resamples: int, rng: np.random.Generator
) -> dict[str, Ends]:
    """Ends of three other intervals of the ratio of sums, at level 1 - alpha, for each measure (column).

    percentile: quantiles of the resampled ratios. BCa: the same, corrected for bias and acceleration (Efron 1987,
    JASA 82). Student's t: ratio -+ t(articles - 1) standard errors by linearisation.

    Args:
        numerators: articles x measures.
        denominators: articles x measures.
        alpha: 1 - alpha is the level.
        resamples: how many, for the first two.
        rng: where they are drawn from.
    """
    counts = drawn_counts(len(numerators), resamples, rng)
    drawn, _ = pooled([Moments.of(counts, numerators, denominators)])
    (value,), (variance,) = pooled([Moments.of(np.ones((1, len(numerators))), numerators, denominators)])
    reach = stats.t.ppf(1 - alpha / 2, len(numerators) - 1) * np.sqrt(variance)
    left_out = left_out_ratios(numerators, denominators)
    bca = [bca_interval(value[m], drawn[:, m], left_out[:, m], alpha=alpha) for m in range(len(value))]
    low, high = np.nanquantile(drawn, [alpha / 2, 1 - alpha / 2], axis=0)
    return {
        "percentile": (low, high),
        "BCa": (np.array([ends[0] for ends in bca]), np.array([ends[1] for ends in bca])),
        "Student's t": (value - reach, value + reach),
    }


def left_out_ratios(numerators: Floats, denominators: Floats) -> Floats:
    """Ratios of sums with one article left out in turn: articles x measures; nan where nothing is left."""
    return ratio(numerators.sum(axis=0) - numerators, denominators.sum(axis=0) - denominators)


def bca_interval(
    estimate: float, resampled: Floats, left_out: Floats, *, alpha: float
) -> tuple[float, float]:
    """Bias-corrected and accelerated interval of one estimate (Efron 1987).

    z0 = PHI^-1(share of resamples below the estimate, ties counted half)
    a = sum(d^3) / (6 sum(d^2)^1.5), d = mean of the left-out values - left-out value
    ends = quantiles of the resamples at PHI(z0 + (z0 + z) / (1 - a (z0 + z))),
           z = PHI^-1(alpha / 2) and PHI^-1(1 - alpha / 2)

    Returns:
        Low and high; both nan where the articles do not differ or the estimate lies outside all resamples.
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
