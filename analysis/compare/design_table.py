"""The gate as a table for the report: one row per comparison that the design allows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.floors import distinct_resamples
from analysis.compare.gate import DESCRIPTIVE_ONLY, INFERENCE_POSSIBLE

if TYPE_CHECKING:
    from analysis.compare.gate import Gate, Reach

COLUMNS = {
    "comparison": "str", "kind": "str", "outlet": "str", "other": "str", "articles": "int64",
    "other_articles": "int64", "assignments": "float64", "exact": "bool", "smallest_p": "float64",
    "resamples": "float64", "verdict": "str", "reason": "str",
}  # fmt: skip


def design_table(gate: Gate) -> pd.DataFrame:
    """What each comparison can reach, from the number of articles alone.

    Returns:
        One row per comparison: all outlets at once, each outlet versus the rest, each pair. `articles` and
        `other_articles` (counts; for all outlets, all articles and 0); `assignments` (distinct ways to deal
        the articles, as a float, `inf` beyond 1e308) and whether the test is `exact`; `smallest_p` (0 to
        1); `resamples` (distinct bootstrap samples of the outlet, C(2n - 1, n), nan where the row is not
        one outlet's); `verdict`, "descriptive only" or "inference possible"; for all outlets it is the
        gate's, and `reason` says why in one sentence ("" in the other rows). With fewer than two outlets,
        the row of all outlets only.
    """
    rows = [_row(reach, gate.alpha) for reach in gate.reaches]
    rows[0] |= {"verdict": gate.verdict, "reason": gate.reason}
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _row(reach: Reach, alpha: float) -> dict[str, object]:
    """One comparison's row."""
    omnibus, rest = reach.kind == "omnibus", reach.kind == "rest"
    name = "all outlets" if omnibus else f"{reach.outlet} versus {'the rest' if rest else reach.other}"
    return {
        "comparison": name,
        "kind": reach.kind,
        "outlet": reach.outlet,
        "other": reach.other,
        "articles": sum(reach.sizes) if omnibus else reach.sizes[0],
        "other_articles": 0 if omnibus else reach.sizes[1],
        "assignments": _as_float(reach.assignments),
        "exact": reach.exact,
        "smallest_p": reach.smallest_p,
        "resamples": _as_float(distinct_resamples(reach.sizes[0])) if rest else math.nan,
        "verdict": INFERENCE_POSSIBLE if reach.can_reach(alpha) else DESCRIPTIVE_ONLY,
        "reason": "",
    }


def _as_float(count: int) -> float:
    """A count as a float; a few thousand articles already have more assignments than a float can hold."""
    try:
        return float(count)
    except OverflowError:
        return math.inf
