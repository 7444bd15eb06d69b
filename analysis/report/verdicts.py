"""What the test of a difference says, as a cell of a table: for every measure in one wording."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis.figures.estimates import has_interval
from analysis.figures.wording import decimal, signed
from analysis.report.listing import Cell, Heading
from analysis.report.study import Study

SMALLEST_Q = 0.001
POINTS = " points"
DIFFERENCE = "Difference from the others"

Written = Callable[[float], str]


def verdict_heading(study: Study) -> list[Heading]:
    """A column for what the test says, where the design allows a test."""
    return [Heading(DIFFERENCE)] if study.is_tested else []


def verdict_cell(study: Study, found: pd.DataFrame, written: Written = signed) -> list[Cell]:
    """The verdict on the first row of some estimates, with its difference; nothing where nothing is tested.

    Args:
        study: the study.
        found: rows of the table `estimates`, at most one.
        written: how a difference is written.
    """
    if not study.is_tested:
        return []
    if found.empty:
        return [Cell("not estimable")]
    row = found.iloc[0]
    return [Cell(str(row["verdict"]), note=difference(row, written))]


def difference(row: pd.Series, written: Written = signed) -> str:
    """A difference with its interval and corrected p, as a note; "" where it was not tested."""
    low, high = row["difference_low"], row["difference_high"]
    if not has_interval(low, high, row["verdict"]):
        return ""
    return f"{written(row['difference'])} ({span(low, high, written)}), corrected p {probability(row['q'])}"


def span(low: float, high: float, written: Written = signed) -> str:
    """The ends of an interval; their unit stands once."""
    return f"{written(low).removesuffix(POINTS)} to {written(high)}"


def probability(p: float) -> str:
    """A p with its sign of relation: "= .012" or "< .001"."""
    if p < SMALLEST_Q:
        return f"< {decimal(SMALLEST_Q, 3)}"
    return f"= {decimal(p, 3)}"


def in_points(difference_of_shares: float) -> str:
    """A difference between shares as signed percentage points."""
    return f"{signed(100 * difference_of_shares, 0)}{POINTS}"
