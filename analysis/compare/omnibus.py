"""The omnibus test: do the outlets differ at all, before it is asked which two?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.arrays import Floats, ratio

if TYPE_CHECKING:
    from analysis.compare.design import Design
    from analysis.compare.permutation import Statistic

NOTHING = 1e-18
"""Residuals this small, relatively, are what rounding leaves of articles that do not differ."""


def between_outlets(numerators: Floats, denominators: Floats, *, design: Design) -> Statistic:
    """The statistic of the omnibus test: how far the outlets' sums of residuals lie apart.

    Q = sum over outlets of (E_k - E'_k)^2 / A_k / s^2, E_k = N_k - R D_k

    R = sum(N) / sum(D): the ratio over all articles. E'_k: what the strata alone lead one to expect of E_k, 0 with
    one stratum. s^2: mean square of the articles' residuals within strata. With one stratum Q is the analysis of
    variance of the residuals, near chi-square with (outlets - 1) degrees of freedom; its p comes from permutation all
    the same.

    Args:
        numerators: articles x measures, whole numbers.
        denominators: the same.
        design: the articles, their outlets and their strata.

    Returns:
        A function from sums (assignments x outlets x [numerators, denominators]) to Q (assignments x 1 x measures); 0
        where nothing varies.
    """
    measures = numerators.shape[1]
    centre = np.nan_to_num(ratio(numerators.sum(axis=0), denominators.sum(axis=0)))
    residuals = numerators - centre * denominators
    expected, squares = np.zeros((len(design.outlets), measures)), np.zeros(measures)
    for stratum, sizes in enumerate(design.sizes_by_stratum):
        inside = residuals[design.strata == stratum]
        expected += np.array(sizes)[:, None] * inside.mean(axis=0)
        squares += ((inside - inside.mean(axis=0)) ** 2).sum(axis=0)
    scale = squares / max(1, len(residuals) - len(design.sizes_by_stratum))
    size = ((np.abs(numerators) + np.abs(centre * denominators)) ** 2).sum(axis=0)
    weight = np.where(squares > NOTHING * size, ratio(np.ones(measures), scale), 0.0)
    articles = np.array(design.sizes, dtype=np.float64)[:, None]

    def statistic(found: Floats) -> Floats:
        apart = found[..., :measures] - centre * found[..., measures:] - expected
        q: Floats = (apart * apart / articles).sum(axis=-2, keepdims=True) * weight
        return q

    return statistic
