"""The interval of every outlet and measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.bootstrap import bca_interval, left_out_ratios, resampled_ratios
from analysis.compare.floors import interval_is_possible

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats
    from analysis.compare.sums import Sums
    from analysis.settings import CompareSettings


def intervals(sums: Sums, *, settings: CompareSettings, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """BCa intervals of each outlet's value of each measure, by resampling the outlet's articles whole.

    Returns:
        Low and high, outlets x measures, at level 1 - alpha; nan where too few of the outlet's articles have
        units (see `interval_is_possible`), or where these do not differ.
    """
    ends = np.full((2, len(sums.design.outlets), len(sums.keys)), np.nan)
    # Each outlet has a stream of its own, so that one outlet's articles never move another's interval.
    for outlet, stream in enumerate(rng.spawn(len(sums.design.outlets))):
        ends[:, outlet] = _outlet_intervals(sums, outlet, settings=settings, rng=stream)
    return ends[0], ends[1]


def _outlet_intervals(
    sums: Sums, outlet: int, *, settings: CompareSettings, rng: np.random.Generator
) -> Floats:
    """Low and high (rows) of each measure (columns) for one outlet."""
    ends = np.full((2, len(sums.keys)), np.nan)
    estimates, articles = sums.estimates()[outlet], sums.articles_with_units()[outlet].tolist()
    possible = [m for m, count in enumerate(articles) if interval_is_possible(count, settings.alpha)]
    if possible:
        own = np.ix_(sums.design.labels == outlet, possible)
        parts = sums.total[own], sums.denominators[own]
        resampled = resampled_ratios(*parts, resamples=settings.resamples, rng=rng)
        left_out = left_out_ratios(*parts)
        for place, m in enumerate(possible):
            ends[:, m] = bca_interval(
                estimates[m], resampled[:, place], left_out[:, place], alpha=settings.alpha
            )
    return ends
