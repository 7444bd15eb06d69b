"""The contrast that is tested: each outlet's ratio less the ratio of all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.compare.arrays import Floats, Matrix, ratio

if TYPE_CHECKING:
    from analysis.compare.design import Design
    from analysis.compare.permutation import Statistic


def standardised_difference(numerators: Matrix, denominators: Floats, *, design: Design) -> Statistic:
    """The statistic of the permutation test: the difference from the rest over its spread under permutation.

    T = (N_k / D_k - N_r / D_r) / s_k
    s_k = sqrt(A sum(e^2) / ((A - 1) A_k A_r)) / mean(D), e = N - (sum(N) / sum(D)) D

    k: the outlet, r: all other outlets; N and D: an article's numerator and denominator; A: numbers of
    articles. s_k is the standard deviation of the difference over all assignments, to first order. It is
    the same for every assignment and only puts measures on one scale, which max-T needs: without it, the
    burst of a word in one article would drown every other word.

    Args:
        numerators: articles x measures, whole numbers.
        denominators: articles x measures, or one column for all; whole numbers.
        design: the articles and their outlets.

    Returns:
        A function from sums (assignments x outlets x [numerators, denominators]) to T; 0 where a ratio is
        undefined or nothing varies, so that such an assignment speaks for no difference.
    """
    measures = numerators.shape[1]
    both = np.hstack([_column_sums(numerators), _column_sums(denominators)])
    spread = _spread(numerators, denominators, np.array(design.sizes)[:, None])
    weight = np.nan_to_num(ratio(np.ones_like(spread), spread))

    def statistic(found: Floats) -> Floats:
        rest = both - found
        # Not `ratio`: this runs on every assignment, and a share of nothing is nan here too.
        with np.errstate(invalid="ignore"):
            difference = found[..., :measures] / found[..., measures:]
            difference -= rest[..., :measures] / rest[..., measures:]
        difference *= weight
        difference[np.isnan(difference)] = 0.0
        return difference

    return statistic


def _spread(numerators: Matrix, denominators: Floats, sizes: Floats) -> Floats:
    """s_k of `standardised_difference`: outlets x measures; 0 where nothing varies."""
    articles = len(denominators)
    pooled = np.nan_to_num(ratio(_column_sums(numerators), _column_sums(denominators)))
    squared = (
        _products(numerators, numerators)
        - 2 * pooled * _products(numerators, denominators)
        + pooled**2 * _products(denominators, denominators)
    )
    # Where nothing varies the difference of two large numbers may fall below 0.
    variance = ratio(articles * np.maximum(squared, 0), (articles - 1) * sizes * (articles - sizes))
    return np.nan_to_num(ratio(np.sqrt(np.nan_to_num(variance)), denominators.mean(axis=0)))


def _column_sums(matrix: Matrix) -> Floats:
    """Sums over articles, also of a sparse matrix."""
    return np.asarray(matrix.sum(axis=0), dtype=np.float64)


def _products(one: Matrix, other: Matrix) -> Floats:
    """Sums over articles of the element-wise products, also of sparse matrices."""
    products: Any = one * other
    return np.asarray(products.sum(axis=0), dtype=np.float64)
