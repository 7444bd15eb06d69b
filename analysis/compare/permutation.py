"""Article-label permutation: p-values from dealing the articles to the outlets in other ways.

The null hypothesis is that which outlet published an article has nothing to do with what is in it. Whole
articles are dealt, since paragraphs of one article are not independent. Any statistic gives a valid test;
two-sided p compare absolute values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from analysis.compare.arrays import Floats, Integers, Matrix, rows_at_once
from analysis.compare.assignments import assignments, is_exact

if TYPE_CHECKING:
    import numpy.typing as npt

    from analysis.compare.design import Design
    from analysis.settings import CompareSettings

Statistic: TypeAlias = Callable[[Floats], Floats]
"""From sums (assignments x outlets x columns) to statistics (assignments x outlets x measures), never nan."""

TIE = 1e-9
"""Statistics this close, relatively, are tied: equal quotients may be rounded differently."""


@dataclass(frozen=True, slots=True, eq=False)
class Significance:
    """Two-sided p of every outlet (rows) and measure (columns).

    `alone` is for a contrast looked at by itself; `within_family` is corrected for all contrasts of its
    family by max-T.
    """

    alone: Floats
    within_family: Floats


def significance(
    columns: Matrix,
    *,
    design: Design,
    statistic: Statistic,
    families: Integers,
    settings: CompareSettings,
    rng: np.random.Generator,
) -> Significance:
    """p-values by article-label permutation, with max-T within each family of measures.

    alone = share of assignments whose |statistic| reaches the observed one
    within_family = share of assignments whose largest |statistic| in the family reaches it

    A family is all outlets and measures of one number. The second is single-step max-T (Westfall and Young
    1993, Resampling-based multiple testing). All distinct assignments are gone through when there are at most
    `settings.exact_up_to`, the observed one among them; else `settings.permutations` are drawn and
    p = (b + 1) / (m + 1) (Phipson and Smyth 2010). Ties count as reached, so a constant measure has p = 1.

    Args:
        columns: articles x columns, what is summed per outlet; whole numbers, whose sums no order changes.
        design: the articles and their outlets.
        statistic: from sums per outlet to one number per outlet and measure.
        families: the family of each measure.
        settings: how many assignments.
        rng: drawn from only when the assignments are too many to go through.
    """
    members = np.unique(families, return_inverse=True)[1]
    reached = np.abs(statistic(_outlet_sums(columns, design.labels[None, :], design)))[0] * (1 - TIE)
    alone, peaks = np.zeros(reached.shape), []
    rows = rows_at_once(4 * len(design.outlets) * columns.shape[1] + 2 * len(design.articles))
    for labels in assignments(design, settings=settings, rng=rng, rows=rows):
        found = np.abs(statistic(_outlet_sums(columns, labels, design)))
        alone += (found >= reached).sum(axis=0)
        peaks.append(_peaks(found, members))
    highest = np.concatenate(peaks)
    within = _reaching(highest, reached, members)
    observed = 0 if is_exact(design, settings) else 1
    return Significance(*((count + observed) / (len(highest) + observed) for count in (alone, within)))


def _outlet_sums(columns: Matrix, labels: npt.NDArray[np.integer], design: Design) -> Floats:
    """Sums of the columns over each outlet's articles: assignments x outlets x columns."""
    sums = np.empty((len(labels), len(design.outlets), columns.shape[1]))
    for outlet in range(len(design.outlets)):
        sums[:, outlet] = (labels == outlet).astype(np.float64) @ columns
    return sums


def _peaks(found: Floats, members: Integers) -> Floats:
    """The largest statistic of each family under each assignment: assignments x families."""
    largest = found.max(axis=1)
    if not len(members):
        return np.empty((len(found), 0))
    order = np.argsort(members, kind="stable")
    starts = np.searchsorted(members[order], np.arange(members.max() + 1))
    peaks: Floats = np.maximum.reduceat(largest[:, order], starts, axis=1)
    return peaks


def _reaching(highest: Floats, reached: Floats, members: Integers) -> Floats:
    """How many assignments have a peak in the measure's family at least as large as what was reached."""
    ordered = np.sort(highest, axis=0, kind="stable")
    below = [
        np.searchsorted(ordered[:, family], reached[:, m], side="left") for m, family in enumerate(members)
    ]
    return len(highest) - np.stack(below, axis=1).astype(np.float64)
