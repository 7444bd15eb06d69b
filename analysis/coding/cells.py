"""Rows as a spreadsheet opens them safely: no cell is a formula, and what was written comes back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from analysis import store
from analysis.errors import SheetError
from analysis.spreadsheet import escaped, unescaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_DELIMITERS = (",", ";", "\t")


def write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write a sheet as CSV in UTF-8 with a byte order mark, by which Excel knows it.

    Raises:
        StoreError: the file cannot be written.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([escaped(row.get(column, "")) for column in columns] for row in rows)
    store.write_bytes(path, out.getvalue().encode("utf-8-sig"))


def read(path: Path, *, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a sheet, whatever separates its cells: a comma, a semicolon or a tab.

    Args:
        path: of the file.
        columns: those that it must have; others may stand beside them.

    Raises:
        SheetError: it cannot be read, is not UTF-8, or lacks a column.
    """
    remedy = "name a sheet that `framing codesheet` made, saved as CSV in UTF-8"
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise SheetError(f"cannot be read ({reason})", where=path, remedy=remedy) from None
    tried = [_rows(text, delimiter) for delimiter in _DELIMITERS]
    rows = next((rows for rows in tried if rows and set(columns) <= set(rows[0])), None)
    if rows is None:
        header = max((rows[0] for rows in tried if rows), key=len, default=[])
        missing = next(column for column in columns if column not in header)
        raise SheetError(f"is no coding sheet: it has no column {missing!r}", where=path, remedy=remedy)
    return [{name: unescaped(cell) for name, cell in zip(rows[0], row, strict=False)} for row in rows[1:]]


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """The cells of every row, the names of the columns first; empty where the text cannot be cut so."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return []
    return [[cell.strip() for cell in rows[0]], *rows[1:]] if rows else []
