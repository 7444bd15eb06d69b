"""The contrast that is tested: each outlet's ratio less the ratio of all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.compare.arrays import Floats, Matrix, ratio

if TYPE_CHECKING:
    from analysis.compare.design import Design
    from analysis.compare.permutation import Statistic


NOTHING = 1e-14
"""Squares of residuals this small, relatively, are what rounding leaves of articles that do not differ."""


def standardised_difference(numerators: Matrix, denominators: Floats, *, design: Design) -> Statistic:
    """The statistic of the permutation test: the difference from the rest over its spread under permutation.

    T = (N_k / D_k - N_r / D_r) / s_k; with strata T = E_k / W_k / s_k, E_k / W_k being the difference within strata
    E_k = sum over strata of (N_ks - R_s D_ks), R_s = N_s / D_s; W_k = sum over strata of D_ks D_rs / D_s
    s_k = sqrt(A sum(e^2) / ((A - 1) A_k A_r)) / mean(D), e = N - (sum(N) / sum(D)) D

    k: the outlet, r: all other outlets; N and D: an article's numerator and denominator; A: numbers of
    articles. s_k is, in one stratum, the standard deviation of the difference over all assignments, to first order.
    It is the same for every assignment and only puts measures on one scale, which max-T needs: without it, the
    burst of a word in one article would drown every other word. What is tested is thus the very difference that is
    told (see `stratified_difference`): 0 where both sides have the same ratio in every stratum, whatever their
    articles' lengths.

    Args:
        numerators: articles x measures, whole numbers.
        denominators: articles x measures, or one column for all; whole numbers.
        design: the articles, their outlets and their strata.

    Returns:
        A function from sums of `columns_tested` (assignments x outlets x columns) to T; 0 where a ratio is
        undefined or nothing varies, so that such an assignment speaks for no difference.
    """
    spread = _spread(numerators, denominators, np.array(design.sizes)[:, None])
    weight = _inverse(spread)
    if design.strata.any():
        dense = numerators if isinstance(numerators, np.ndarray) else numerators.toarray()
        return _within_strata(dense, denominators, weight, design=design)
    measures = numerators.shape[1]
    both = np.hstack([column_sums(numerators), column_sums(denominators)])

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


def _within_strata(numerators: Floats, denominators: Floats, weight: Floats, *, design: Design) -> Statistic:
    """T of `standardised_difference` where there are strata."""
    wholes = stratum_sums(numerators, denominators, design=design)
    measures = numerators.shape[1]
    held = wholes[:, measures:]
    inverse = _inverse(held)

    def statistic(found: Floats) -> Floats:
        sizes = found.reshape(*found.shape[:-1], *wholes.shape)[..., measures:]
        both_sides = (sizes * (held - sizes) * inverse).sum(axis=-2)
        return np.nan_to_num(ratio(residual_sums(found, wholes, measures), both_sides)) * weight

    return statistic


def stratum_sums(numerators: Floats, denominators: Floats, *, design: Design) -> Floats:
    """Sums over all articles of each stratum: strata x [numerators, denominators]."""
    sums = column_sums(columns_tested(numerators, denominators, design=design))
    return sums.reshape(design.strata.max(initial=0) + 1, -1)


def columns_tested(numerators: Floats, denominators: Floats, *, design: Design) -> Floats:
    """What is summed over an outlet's articles for its test: [N, D] of the first stratum, [N, D] of the next, ..."""
    both = np.hstack([numerators, denominators])
    if not design.strata.any():
        return both
    strata = range(design.strata.max() + 1)
    return np.hstack([both * (design.strata == stratum)[:, None] for stratum in strata])


def residual_sums(found: Floats, wholes: Floats, measures: int) -> Floats:
    """E_k of each outlet: how far its sums lie above what the ratio of each stratum gives for its units.

    E_k = sum over strata of (N_ks D_s - N_s D_ks) / D_s: of whole numbers, so that equal ratios give exactly 0.

    Args:
        found: sums of `columns_tested` over outlets, ... x columns.
        wholes: the same over all articles, strata x [numerators, denominators].
        measures: how many numerators there are.
    """
    blocks = found.reshape(*found.shape[:-1], *wholes.shape)
    above, held = wholes[:, :measures], wholes[:, measures:]
    crossed = blocks[..., :measures] * held - above * blocks[..., measures:]
    sums: Floats = (crossed * _inverse(held)).sum(axis=-2)
    return sums


def _inverse(numbers: Floats) -> Floats:
    """1 over each number; 0 for 0, of which nothing hangs."""
    return np.nan_to_num(ratio(np.ones_like(numbers), numbers))


def stratified_difference(numerators: Floats, denominators: Floats, *, design: Design) -> Floats:
    """Each outlet's ratio less that of the rest, stratum by stratum: outlets x measures.

    difference = sum of w_s (N_ks / D_ks - N_rs / D_rs) / sum of w_s, w_s = D_ks D_rs / D_s

    over the strata s in which both the outlet k and the rest r have units; the weights are those of Mantel and Haenszel
    (1959; for differences Greenland and Robins 1985, Biometrics 41), by which a stratum counts as far as both sides are
    there. With one stratum it is the plain difference.

    Returns:
        nan where no stratum has units of both sides: the outlet cannot be told from its strata.
    """
    members = design.members()
    above, weights = np.zeros((2, len(design.outlets), numerators.shape[1]))
    for stratum in np.unique(design.strata):
        inside = design.strata == stratum
        own, size = members[:, inside] @ numerators[inside], members[:, inside] @ denominators[inside]
        rest, rest_size = numerators[inside].sum(axis=0) - own, denominators[inside].sum(axis=0) - size
        weight = np.nan_to_num(ratio(size * rest_size, size + rest_size))
        above += weight * np.nan_to_num(ratio(own, size) - ratio(rest, rest_size))
        weights += weight
    return ratio(above, weights)


def column_sums(matrix: Matrix) -> Floats:
    """Sums over articles, also of a sparse matrix."""
    return np.asarray(matrix.sum(axis=0), dtype=np.float64)


def _spread(numerators: Matrix, denominators: Floats, sizes: Floats) -> Floats:
    """s_k of `standardised_difference`: outlets x measures; 0 where nothing varies."""
    articles = len(denominators)
    pooled = np.nan_to_num(ratio(column_sums(numerators), column_sums(denominators)))
    squared = (
        _products(numerators, numerators)
        - 2 * pooled * _products(numerators, denominators)
        + pooled**2 * _products(denominators, denominators)
    )
    # Where nothing varies the difference of large numbers is noise, and may fall below 0.
    size = _products(numerators, numerators) + pooled**2 * _products(denominators, denominators)
    squared = np.where(squared > NOTHING * size, squared, 0.0)
    variance = ratio(articles * squared, (articles - 1) * sizes * (articles - sizes))
    return np.nan_to_num(ratio(np.sqrt(np.nan_to_num(variance)), denominators.mean(axis=0)))


def _products(one: Matrix, other: Matrix) -> Floats:
    """Sums over articles of the element-wise products, also of sparse matrices."""
    products: Any = one * other
    return np.asarray(products.sum(axis=0), dtype=np.float64)
