"""The omnibus test: do the outlets differ at all, before it is asked which two?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.arrays import Floats, ratio
from analysis.compare.contrast import residual_sums, stratum_sums

if TYPE_CHECKING:
    from analysis.compare.design import Design
    from analysis.compare.permutation import Statistic

NOTHING = 1e-18
"""Residuals this small, relatively, are what rounding leaves of articles that do not differ."""


def between_outlets(numerators: Floats, denominators: Floats, *, design: Design) -> Statistic:
    """The statistic of the omnibus test: how far the outlets' sums of residuals lie apart.

    Q = sum over outlets of E_k^2 / A_k / s^2, E_k = sum over strata s of (N_ks - R_s D_ks)

    R_s = N_s / D_s: the ratio over all articles of a stratum, so that E_k is 0 where the outlet has it too, whatever
    the length of its articles. s^2: mean square of the articles' residuals N - R_s D. With one stratum Q is the
    analysis of variance of the residuals, near chi-square with (outlets - 1) degrees of freedom; its p comes from
    permutation all the same.

    Args:
        numerators: articles x measures, whole numbers.
        denominators: the same.
        design: the articles, their outlets and their strata.

    Returns:
        A function from sums of `columns_tested` (assignments x outlets x columns) to Q (assignments x 1 x measures); 0
        where nothing varies.
    """
    measures = numerators.shape[1]
    strata = len(design.sizes_by_stratum)
    wholes = stratum_sums(numerators, denominators, design=design)
    centre = np.nan_to_num(ratio(wholes[:, :measures], wholes[:, measures:]))[design.strata]
    squares = ((numerators - centre * denominators) ** 2).sum(axis=0)
    scale = squares / max(1, len(numerators) - strata)
    size = ((np.abs(numerators) + np.abs(centre * denominators)) ** 2).sum(axis=0)
    weight = np.where(squares > NOTHING * size, ratio(np.ones(measures), scale), 0.0)
    articles = np.array(design.sizes, dtype=np.float64)[:, None]

    def statistic(found: Floats) -> Floats:
        apart = residual_sums(found, wholes, measures)
        q: Floats = (apart * apart / articles).sum(axis=-2, keepdims=True) * weight
        return q

    return statistic
