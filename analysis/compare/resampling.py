"""Articles drawn with replacement, and what the drawn ones sum to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.arrays import Floats, ratio, rows_at_once

if TYPE_CHECKING:
    import numpy.typing as npt

EXACT = 53
"""A float64 holds whole numbers up to 2 ** 53; sums that stay below do not depend on their order."""


def drawn_counts(articles: int, resamples: int, rng: np.random.Generator) -> npt.NDArray[np.uint16]:
    """How often each article is in each of so many samples with replacement, each of their number.

    Returns:
        Samples x articles; what is drawn does not depend on how much memory is used at once.
    """
    counts = np.empty((resamples, articles), dtype=np.uint16)
    rows = rows_at_once(articles)
    for start in range(0, resamples, rows):
        drawn = rng.integers(0, articles, size=(min(rows, resamples - start), articles))
        # Row by row stays in the processor's cache: a third of the time of one count over the block.
        for place, row in enumerate(drawn, start):
            counts[place] = np.bincount(row, minlength=articles)
    return counts


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Sums over the articles of one group, as drawn: rows are samples, columns measures.

    e = numerator - centre x denominator, d = denominator, and the sums of their squares and products. `centre` is the
    group's own ratio: without it large numbers would cancel later. `articles`: how many are drawn into each sample.
    """

    centre: Floats
    e: Floats
    d: Floats
    ee: Floats
    ed: Floats
    dd: Floats
    articles: int

    @classmethod
    def of(cls, weights: npt.NDArray[np.generic], numerators: Floats, denominators: Floats) -> Moments:
        """The moments under weights (samples x articles): how often each article is drawn.

        Numbers are brought to fixed point first, as whole numbers whose squares, summed over as many articles, just fit
        into 53 bits: about seven digits for ten articles, six for five thousand. So no sum depends on its order.
        """
        centre = np.nan_to_num(ratio(numerators.sum(axis=0), denominators.sum(axis=0)))
        residuals = numerators - centre * denominators
        bits = (EXACT - max(1, len(numerators)).bit_length()) // 2
        scale_e, scale_d = (_scale(matrix, bits) for matrix in (residuals, denominators))
        e, d = np.rint(residuals * scale_e), np.rint(denominators * scale_d)
        sums = np.split(_weighted(weights, np.hstack([e, d, e * e, e * d, d * d])), 5, axis=1)
        scales = (scale_e, scale_d, scale_e**2, scale_e * scale_d, scale_d**2)
        e_sum, d_sum, ee, ed, dd = (part / scale for part, scale in zip(sums, scales, strict=True))
        return cls(centre, e_sum, d_sum, ee, ed, dd, len(numerators))


def pooled(groups: Sequence[Moments]) -> tuple[Floats, Floats]:
    """Ratio of all groups together and its sampling variance, each group drawn by itself.

    r = sum(numerators) / sum(denominators)
    v = sum over groups of n / (n - 1) (sum(u^2) - sum(u)^2 / n) / sum(denominators)^2, u = numerator - r denominator

    n: the articles of a group; one of a single article adds nothing to v, for it shows no spread. Linearisation of
    a ratio of sums of clusters (Cochran 1977, Sampling Techniques, chapters 6 and 9A).

    Returns:
        r and v, samples x measures; nan where d sums to 0.
    """
    numerator, denominator = np.zeros_like(groups[0].e), np.zeros_like(groups[0].e)
    for group in groups:
        numerator += group.e + group.centre * group.d
        denominator += group.d
    r = ratio(numerator, denominator)
    spread = np.zeros_like(r)
    for group in groups:
        n, shift = group.articles, r - group.centre
        if n > 1:
            squares = group.ee - 2 * shift * group.ed + shift * shift * group.dd
            sums = group.e - shift * group.d
            spread += n / (n - 1) * np.maximum(squares - sums * sums / n, 0)
    return r, ratio(spread, denominator * denominator)


def _weighted(weights: npt.NDArray[np.generic], columns: Floats) -> Floats:
    """Sums of the columns under each sample's weights, in blocks of samples."""
    rows = rows_at_once(len(columns))
    sums = np.empty((len(weights), columns.shape[1]))
    for start in range(0, len(weights), rows):
        np.matmul(weights[start : start + rows].astype(np.float64), columns, out=sums[start : start + rows])
    return sums


def _scale(matrix: Floats, bits: int) -> Floats:
    """The power of 2 for each column that brings its largest value just below 2 ** bits; 1 for a column of zeros."""
    largest = np.abs(matrix).max(axis=0, initial=0.0)
    exponents = np.frexp(np.where(largest > 0, largest, 1.0))[1]
    return np.where(largest > 0, np.exp2(bits - exponents), 1.0)
