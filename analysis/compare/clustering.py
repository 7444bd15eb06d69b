"""Clustering: how much less the paragraphs of one article tell than as many independent ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.arrays import Floats, ratio

if TYPE_CHECKING:
    from analysis.compare.sums import Sums


FEWEST_DEGREES = 10


def intraclass_correlation(sums: Sums) -> Floats:
    """Likeness of units of the same article, within outlets, for each measure.

    ICC = (MSB - MSW) / (MSB + (n0 - 1) MSW)

    MSB: mean square between articles of the same outlet, (articles - outlets) degrees of freedom.
    MSW: mean square within articles, (units - articles) degrees of freedom.
    n0 = (units - sum over outlets of sum(n^2) / sum(n)) / (articles - outlets), n
    the units of an article: the articles' typical size. Articles and outlets without units do not count.

    One-way analysis of variance estimator, nested in outlets (Donner 1986, International Statistical Review
    54).

    Returns:
        One value per measure, -1 to 1: 1 when an article's units are all alike and articles differ, about 0
        when articles differ no more than chance; below 0 when less, and cut at -1, which the estimator passes where
        articles have fewer than two units on average. nan where no outlet has two articles,
        no article two units, or nothing varies.
    """
    between, within, typical = _mean_squares(sums)
    return np.maximum(ratio(between - within, between + (typical - 1) * within), -1)


def pooled_correlation(sums: Sums) -> float:
    """One intraclass correlation for several measures of one kind, such as the shares of all topics.

    ICC = sum(MSB - MSW) / sum(MSB + (n0 - 1) MSW), over measures; terms as in `intraclass_correlation`

    A measure counts by how much it varies, so that topics that hardly occur do not blur the rest.

    Returns:
        -1 to 1; nan where the articles leave fewer than `FEWEST_DEGREES` degrees of freedom between them (articles
        less outlets): so few say nothing of how alike paragraphs are.
    """
    if len(sums.design.articles) - len(sums.design.outlets) < FEWEST_DEGREES:
        return float("nan")
    between, within, typical = _mean_squares(sums)
    known = np.isfinite(between) & np.isfinite(within) & np.isfinite(typical)
    above, below = (between - within)[known].sum(), (between + (typical - 1) * within)[known].sum()
    return max(-1.0, float(above / below)) if below > 0 else float("nan")


def _mean_squares(sums: Sums) -> tuple[Floats, Floats, Floats]:
    """MSB, MSW and n0 of each measure."""
    units, totals, squares = (matrix / sums.parts for matrix in (sums.units, sums.total, sums.squares))
    outlet_units, outlet_totals = sums.per_outlet(units), sums.per_outlet(totals)
    article_part = np.nan_to_num(ratio(totals**2, units)).sum(axis=0)
    outlet_part = np.nan_to_num(ratio(outlet_totals**2, outlet_units)).sum(axis=0)
    articles = (units > 0).sum(axis=0).astype(np.float64)
    freedom = articles - (outlet_units > 0).sum(axis=0)
    between = ratio(article_part - outlet_part, freedom)
    # Copies that are weighed may leave articles with less than a unit, which tell nothing of likeness.
    inside = np.maximum(units.sum(axis=0) - articles, 0)
    within = ratio(squares.sum(axis=0) - article_part, inside)
    crowding = np.nan_to_num(ratio(sums.per_outlet(units**2), outlet_units)).sum(axis=0)
    typical = ratio(units.sum(axis=0) - crowding, freedom)
    return between, within, typical


def design_effect(sums: Sums) -> Floats:
    """By what factor clustering inflates the variance of each outlet's value: outlets x measures.

    deff = 1 + (sum(n^2) / sum(n) - 1) max(ICC, 0)

    n: units of each of the outlet's articles, so that unequal articles count for more (Kish 1965, Survey
    Sampling). A negative ICC is taken as 0: it never makes a sample worth more than its size.

    Returns:
        1 or more; nan where the ICC is, or the outlet has no units.
    """
    units = sums.units / sums.parts
    per_unit = ratio(sums.per_outlet(units**2), sums.per_outlet(units))
    return 1 + np.maximum(per_unit - 1, 0) * np.maximum(intraclass_correlation(sums), 0)


def effective_units(sums: Sums) -> Floats:
    """As many independent units as each outlet's are worth: units / design effect; nan where that is."""
    return sums.per_outlet(sums.units) / sums.parts / design_effect(sums)
