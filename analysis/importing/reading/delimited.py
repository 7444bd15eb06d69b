"""Tables of text: cells apart by commas, semicolons, tabs or bars, a row a line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from analysis.errors import ArticleError
from analysis.importing.reading.opening import text_lines
from analysis.importing.reading.row import Row, Unread

LONGEST_CELL = 10_000_000
DELIMITERS = ",;\t|"


class _Lines:
    """The lines of a file for `csv`, which counts them and remembers the last that was not UTF-8."""

    def __init__(self, path: Path) -> None:
        self._lines = text_lines(path)
        self.number = 0
        self.other: dict[int, str] = {}

    def __iter__(self) -> Iterator[str]:
        for text, encoding in self._lines:
            self.number += 1
            if encoding:
                self.other[self.number] = encoding
            yield text

    def encoding_since(self, line: int) -> str:
        """The encoding of the lines from `line` on, where it is not UTF-8; they are then forgotten."""
        found = next((name for number, name in self.other.items() if number >= line), "")
        self.other.clear()
        return found


def read(path: Path, place: str) -> Iterator[Row | Unread]:
    """The rows of a table below its first line, which names the columns.

    A row of more or fewer cells than that is not read, nor one whose cell is longer than `LONGEST_CELL`.

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
    cells = csv.reader(source, delimiter=delimiter(first))
    while True:
        line = lines.number + 1
        try:
            row = next(cells, None)
        except csv.Error as error:
            yield Unread(f"{place}, line {line}", f"no row of a table ({error})")
            continue
        if row is None:
            return
        if row:
            yield _row(columns, row, f"{place}, line {line}", lines.encoding_since(line))


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
        ArticleError: there are none, or one stands twice.
    """
    where = f"{path}: line 1"
    names = [name.strip() for name in next(csv.reader([first], delimiter=delimiter(first)), [])]
    if not any(names):
        raise ArticleError("names no columns", where=where, remedy="write their names in the first line")
    doubled = next((name for name in names if names.count(name) > 1 and name), None)
    if doubled is not None:
        raise ArticleError(f"names the column {doubled!r} twice", where=where, remedy="rename one")
    return [name or f"column {number}" for number, name in enumerate(names, start=1)]
