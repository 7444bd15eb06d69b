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

    T = (N_k / D_k - N_r / D_r - c_k) / s_k
    s_k = sqrt(A sum(e^2) / ((A - 1) A_k A_r)) / mean(D), e = N - (sum(N) / sum(D)) D

    k: the outlet, r: all other outlets; N and D: an article's numerator and denominator; A: numbers of
    articles. s_k is the standard deviation of the difference over all assignments, to first order. It is
    the same for every assignment and only puts measures on one scale, which max-T needs: without it, the
    burst of a word in one article would drown every other word. c_k is what the strata alone lead one to
    expect (see `expected_difference`); 0 where there is one stratum.

    Args:
        numerators: articles x measures, whole numbers.
        denominators: articles x measures, or one column for all; whole numbers.
        design: the articles, their outlets and their strata.

    Returns:
        A function from sums (assignments x outlets x [numerators, denominators]) to T; 0 where a ratio is
        undefined or nothing varies, so that such an assignment speaks for no difference.
    """
    measures = numerators.shape[1]
    both = np.hstack([column_sums(numerators), column_sums(denominators)])
    spread = _spread(numerators, denominators, np.array(design.sizes)[:, None])
    weight = np.nan_to_num(ratio(np.ones_like(spread), spread))
    expected = expected_difference(numerators, denominators, design=design)

    def statistic(found: Floats) -> Floats:
        rest = both - found
        # Not `ratio`: this runs on every assignment, and a share of nothing is nan here too.
        with np.errstate(invalid="ignore"):
            difference = found[..., :measures] / found[..., measures:]
            difference -= rest[..., :measures] / rest[..., measures:]
        difference -= expected
        difference *= weight
        difference[np.isnan(difference)] = 0.0
        return difference

    return statistic


def expected_difference(numerators: Matrix, denominators: Floats, *, design: Design) -> Floats:
    """The difference from the rest that an outlet owes to the strata of its articles: outlets x measures.

    c_k = E(N_k) / E(D_k) - E(N_r) / E(D_r), E(N_k) = sum over strata of (A_ks / A_s) N_s

    N_s: the sum over the stratum; A_ks of its A_s articles are the outlet's. An outlet that prints more of a genre
    with high values has a high value by that alone. 0 where there is one stratum, or an expectation is undefined.
    """
    count = len(design.outlets)
    if design.strata.max(initial=0) == 0:
        return np.zeros((count, numerators.shape[1]))
    numerator, denominator = np.zeros((count, numerators.shape[1])), np.zeros((count, denominators.shape[1]))
    for stratum, sizes in enumerate(design.sizes_by_stratum):
        inside = np.flatnonzero(design.strata == stratum)
        share = np.array(sizes)[:, None] / len(inside)
        numerator += share * column_sums(numerators[inside])
        denominator += share * column_sums(denominators[inside])
    rest = [
        column_sums(matrix) - own for matrix, own in ((numerators, numerator), (denominators, denominator))
    ]
    return np.nan_to_num(ratio(numerator, denominator) - ratio(*rest))


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
