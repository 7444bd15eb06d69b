"""Correction across families of tests, each already corrected within itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import stats

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats, Integers

AT_ONCE = 10_000
"""Tests that are held against all families at a time."""


def across_families(p: Floats, families: Integers) -> Floats:
    """The level at which each test would be called, when families are picked by Benjamini-Hochberg.

    A family's own p is its smallest p. At level a, Benjamini-Hochberg picks R of the F families, and in a
    picked family a test is called when p <= a R / F. q is the smallest such a. With one test per family
    that is the Benjamini-Hochberg adjusted p; it bounds the share of wrong calls, averaged over the picked
    families.

    Source: Benjamini and Bogomolov (2014), Selective inference on multiple families of hypotheses, JRSS B 76.

    Args:
        p: p of each test, corrected within its family; nan where there was no test.
        families: the family of each test.

    Returns:
        q of each test, p <= q <= 1; nan where p is.
    """
    q = np.full(p.shape, np.nan)
    tested = np.isfinite(p)
    if not tested.any():
        return q
    members = np.unique(families[tested], return_inverse=True)[1]
    count = members.max() + 1
    smallest = np.array([p[tested][members == family].min() for family in range(count)])
    levels = np.sort(stats.false_discovery_control(smallest), kind="stable")
    picked, own = np.arange(1, count + 1), p[tested]
    pieces = np.split(own, range(AT_ONCE, len(own), AT_ONCE))
    q[tested] = np.concatenate(
        [np.maximum(piece[:, None] * count / picked, levels).min(axis=1) for piece in pieces]
    )
    return q


def holm_within_families(p: Floats, families: Integers) -> Floats:
    """The p corrected for all tests of their family by Holm's step-down method.

    adjusted p(i) = max over j <= i of min(1, (m - j + 1) p(j)), p(1) <= ... <= p(m) the family's

    Source: Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6.

    Args:
        p: p of each test; nan where there was no test.
        families: the family of each test.

    Returns:
        p <= adjusted p <= 1; nan where p is.
    """
    adjusted = np.full(p.shape, np.nan)
    tested = np.isfinite(p)
    for family in np.unique(families[tested]):
        inside = tested & (families == family)
        order = np.argsort(p[inside], kind="stable")
        steps = np.arange(len(order), 0, -1)
        stepped = np.minimum(np.maximum.accumulate(p[inside][order] * steps), 1.0)
        values = np.empty(len(order))
        values[order] = stepped
        adjusted[inside] = values
    return adjusted
