"""Tables of text: cells apart by commas, semicolons, tabs or bars, a row a line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import ArticleError
from analysis.importing.reading.opening import text_lines
from analysis.importing.reading.row import Row, Unread

LONGEST_CELL = 10_000_000
DELIMITERS = ",;\t|"


class _Lines:
    """The lines of a file for `csv`, which counts them and holds those of the row that is read."""

    def __init__(self, path: Path) -> None:
        self._lines = text_lines(path)
        self.number = 0
        self._held: list[_Line] = []

    def __iter__(self) -> Iterator[str]:
        for text, encoding in self._lines:
            self.number += 1
            self._held.append(_Line(self.number, text, encoding))
            yield text

    def taken(self) -> list[_Line]:
        """The lines since they were last taken."""
        taken, self._held = self._held, []
        return taken


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file with its number, and its encoding where that is not UTF-8."""

    number: int
    text: str
    encoding: str


def read(path: Path, place: str) -> Iterator[Row | Unread]:
    """The rows of a table below its first line, which names the columns.

    A row of more or fewer cells than that is not read, nor one whose cell is longer than `LONGEST_CELL` or whose
    quotation marks do not match: all lines that the reader took for it are named. In a table with tabs between its
    cells such marks are characters like all others, and the lines are rows (`_unquoted`).

    Args:
        path: the file.
        place: its name for people.

    Raises:
        ArticleError: the file cannot be read, is empty, or names a column twice or none.
    """
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield from _read(path, place)
    finally:
        csv.field_size_limit(before)


def _read(path: Path, place: str) -> Iterator[Row | Unread]:
    """The rows of a table; see `read`."""
    lines = _Lines(path)
    source = iter(lines)
    first = next(source, "")
    columns = _columns(first, path)
    mark = delimiter(first)
    cells = csv.reader(source, delimiter=mark, strict=True)
    lines.taken()
    while True:
        row: list[str] | None = []
        problem = ""
        try:
            row = next(cells, None)
        except csv.Error as error:
            problem = str(error)
        if row is None:
            return
        held = lines.taken()
        if mark == "\t" and (problem or _are_rows(held, len(columns))):
            yield from (_unquoted(columns, line, place) for line in held if line.text.strip())
        elif problem:
            yield Unread(_place(place, held), f"no row of a table ({problem})")
        elif row:
            encoding = next((line.encoding for line in held if line.encoding), "")
            yield _row(columns, row, _place(place, held[:1]), encoding)


def _place(place: str, lines: list[_Line]) -> str:
    """Where some lines stand."""
    first, last = lines[0].number, lines[-1].number
    return f"{place}, line {first}" if first == last else f"{place}, lines {first} to {last}"


def _are_rows(lines: list[_Line], columns: int) -> bool:
    """Whether lines that were read as one row are a row each: every one has the cells of a row, between tabs."""
    filled = [line.text for line in lines if line.text.strip()]
    return len(filled) > 1 and all(text.count("\t") == columns - 1 for text in filled)


def _unquoted(columns: list[str], line: _Line, place: str) -> Row | Unread:
    """A line with tabs between its cells, in which quotation marks are characters like all others."""
    cells = line.text.rstrip("\r\n").split("\t")
    return _row(columns, cells, _place(place, [line]), line.encoding)


def _row(columns: list[str], cells: list[str], place: str, encoding: str) -> Row | Unread:
    """A line of the table."""
    if len(cells) != len(columns):
        return Unread(place, f"{len(cells)} cells where the first line has {len(columns)}")
    return Row(place, dict(zip(columns, cells, strict=True)), encoding=encoding)


def delimiter(first: str) -> str:
    """What sets the cells of a table apart: the mark that its first line holds most often."""
    return max(DELIMITERS, key=first.count)


def _columns(first: str, path: Path) -> list[str]:
    """The names in the first line.

    Raises:
        ArticleError: there are none, one stands twice, or the line is no row.
    """
    where = f"{path}: line 1"
    try:
        names = [name.strip() for name in next(csv.reader([first], delimiter=delimiter(first)), [])]
    except csv.Error as error:
        remedy = "export it again, with the names of the columns in the first line"
        raise ArticleError(f"is no row of a table ({error})", where=where, remedy=remedy) from None
    if not any(names):
        raise ArticleError("names no columns", where=where, remedy="write their names in the first line")
    doubled = next((name for name in names if names.count(name) > 1 and name), None)
    if doubled is not None:
        raise ArticleError(f"names the column {doubled!r} twice", where=where, remedy="rename one")
    return [name or f"column {number}" for number, name in enumerate(names, start=1)]
