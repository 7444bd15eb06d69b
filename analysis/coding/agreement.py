"""How far coders agree with one another, and the instruments with most of them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pandas as pd

from analysis.coding.alpha import alpha_interval, percent_agreement, value_counts
from analysis.coding.filled import read_sheets
from analysis.coding.majority import instrument_codes, majority
from analysis.coding.variables import TONE, VARIABLES, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DECIMALS = 4
SIGNS = dataclasses.replace(TONE, values=(-1, 0, 1))


def agreement(paths: Sequence[Path], *, report: Path | None = None) -> pd.DataFrame:
    """Krippendorff's alpha between coders and, with a report, between most of them and each instrument.

    Args:
        paths: filled sheets.
        report: the folder of the report that the sheet was drawn from.

    Returns:
        One row per variable and pair of sides: `variable`; `between` ("coders", or "coders' majority and NAME");
        `level` (of measurement: nominal or ordinal); `alpha` with `low` and `high` (95 %, units resampled);
        `agreement` (share of pairs that agree); `correlation` (Spearman's, of the coders' mean code and the
        instrument's score; nan between coders); `units` (with two values or more); `coders`. Variables that nobody
        coded are left out; nan is what cannot be told.

    Raises:
        SheetError: as for `read_sheets`; or the sheets are not of this report.
    """
    codes = read_sheets(paths)
    rows = [_coders(codes[codes["variable"] == each.name], each) for each in VARIABLES]
    if report is not None:
        rows += _instruments(codes, report)
    return pd.DataFrame(row for row in rows if row)


def _coders(own: pd.DataFrame, variable: Variable) -> dict[str, object]:
    """The agreement of the coders on one variable; empty where nobody coded it."""
    if own.empty:
        return {}
    codings = [list(given) for _, given in own.groupby("unit", sort=True)["value"]]
    return _row(codings, variable, between="coders", coders=own["coder"].nunique())


def _instruments(codes: pd.DataFrame, report: Path) -> list[dict[str, object]]:
    """The agreement of each instrument with most coders, for every variable that both have."""
    voted = majority(codes)
    units = codes[["unit", "target"]].drop_duplicates("unit")
    both = voted.merge(instrument_codes(report, units), on=["unit", "variable"])
    rows = []
    for each in VARIABLES:
        variable = SIGNS if each is TONE else each
        coders = codes.loc[codes["variable"] == each.name, "coder"].nunique()
        for name, own in both[both["variable"] == each.name].groupby("instrument", sort=True):
            codings = own[["value", "code"]].astype(int).to_numpy().tolist()
            row = _row(codings, variable, between=f"coders' majority and {name}", coders=coders)
            rows.append({**row, "correlation": _spearman(own["mean"], own["score"].astype(float))})
    return rows


def _row(
    codings: Sequence[Sequence[int]], variable: Variable, *, between: str, coders: int
) -> dict[str, object]:
    """One row of the table."""
    counts = value_counts(codings, variable.values)
    found = alpha_interval(counts, variable)
    numbers = (found.value, found.low, found.high, percent_agreement(counts))
    alpha, low, high, share = (round(number, DECIMALS) + 0.0 for number in numbers)
    return {
        "variable": variable.name, "between": between, "level": variable.level, "alpha": alpha, "low": low,
        "high": high, "agreement": share, "correlation": float("nan"), "units": found.n, "coders": coders,
    }  # fmt: skip


def _spearman(first: pd.Series[float], second: pd.Series[float]) -> float:
    """Spearman's rank correlation; nan where one side does not vary."""
    if first.nunique() < 2 or second.nunique() < 2:  # noqa: PLR2004 - it takes two values to vary
        return float("nan")
    return round(float(first.rank().corr(second.rank())), DECIMALS) + 0.0
