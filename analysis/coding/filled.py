"""Filled coding sheets as one table of codes, every cell checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.coding import cells
from analysis.coding.variables import CODED, COLUMNS, IDENTIFIED_BY, codes
from analysis.errors import SheetError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

NEEDED = tuple(column for column in COLUMNS if column not in {"sentence", "paragraph", "note"})
FIRST_ROW = 2
"""The first row below the names of the columns, as a spreadsheet counts."""


def read_sheets(paths: Sequence[Path]) -> pd.DataFrame:
    """The codes in some sheets; a coder's work may be spread over files, and a file may hold several coders.

    Returns:
        One row per unit, coder and variable: `unit`, `target`, `coder`, `variable`, `value` (int).

    Raises:
        SheetError: a file is no coding sheet; a value is not allowed (the message names file, row, column, value and
            what is allowed); a coder codes a unit twice; nothing is coded; or there are fewer than two coders.
    """
    rows = pd.DataFrame(row for path in paths for row in _codes(path))
    if rows.empty:
        raise SheetError(
            "nothing is coded yet", where=", ".join(map(str, paths)), remedy="fill in tone, stance or frames"
        )
    doubled = rows[rows.duplicated(["unit", "coder", "variable"])]
    if len(doubled):
        first = doubled.iloc[0]
        problem = f"{first['coder']!r} codes the unit {first['unit']} a second time"
        raise SheetError(
            problem, where=first["place"], remedy="name each file once, or give the coders names"
        )
    coders = sorted(set(rows["coder"]))
    if len(coders) < 2:  # noqa: PLR2004 - it takes two to agree
        remedy = "name the sheet of a second coder too, or fill in the column coder"
        raise SheetError(f"only {coders[0]!r} has coded", where=", ".join(map(str, paths)), remedy=remedy)
    return rows.drop(columns="place")


def _codes(path: Path) -> Iterator[dict[str, object]]:
    """The codes of one sheet."""
    for number, row in enumerate(cells.read(path, columns=NEEDED), start=FIRST_ROW):
        coder = row.get("coder", "").strip() or path.stem
        given = {column: row.get(column, "").strip() for column in CODED}
        if any(given.values()):
            _check(row, given, f"{path}: row {number}")
        for column, cell in given.items():
            for variable, value in codes(column, cell, f"{path}: row {number}, column {column!r}").items():
                yield {
                    **{name: row[name] for name in IDENTIFIED_BY},
                    "coder": coder, "variable": variable, "value": value, "place": f"{path}: row {number}",
                }  # fmt: skip


def _check(row: Mapping[str, str], given: Mapping[str, str], where: str) -> None:
    """Complain about a coded row that cannot be told apart from others, or that has a stance toward nobody."""
    if not row.get("unit"):
        raise SheetError("the unit is gone", where=where, remedy="take it over from the blank sheet")
    if given["stance"] and not row.get("target"):
        problem = f"{given['stance']!r} stands in a row without a target"
        raise SheetError(problem, where=f"{where}, column 'stance'", remedy="leave stance empty there")
