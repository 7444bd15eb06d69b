"""The articles that a study lists: in blocks of `study.toml`, and in the rows of a table beside it."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import difflib
import functools
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from analysis.choices import Outlet, Source
from analysis.errors import SettingsError, shown
from analysis.spreadsheet import unescaped

EXTRA = "extra_"
"""What a column of the table is called that is kept for its reader's own use, such as `extra_bias`."""

LONGEST_CELL = 1_000_000
_KEYS = tuple(field.name for field in dataclasses.fields(Source))
_NEEDED = ("file", "outlet")


class _Cells(Protocol):
    """What `csv.reader` gives: rows, and how many lines were read for them."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


@dataclass(frozen=True, slots=True)
class Listed:
    """An article and where it is listed; `of` stands before a key's name in complaints."""

    source: Source
    where: str
    of: str


def blocks(articles: Iterable[Source], path: Path) -> Iterator[Listed]:
    """The articles of `study.toml`, numbered from 1."""
    for number, source in enumerate(articles, start=1):
        yield Listed(source, f"{path}: articles[{number}]", ".")


def rows(folder: Path, file: str) -> Iterator[Listed]:
    """The articles of a table: a CSV file whose first line names the keys; an empty cell is a key left out.

    Raises:
        SettingsError: the file is missing, is no UTF-8 text or no CSV, has a column of no known name or lacks one, or
            a line has more or fewer cells than the first; the message names the line.
    """
    path = folder / file
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from _rows(_numbered(csv.reader(lines, strict=True), path), path)
    except FileNotFoundError:
        remedy = "add it, or remove articles_file from study.toml"
        raise SettingsError("there is no such table of articles", where=path, remedy=remedy) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot be read ({error})", where=path, remedy="save it as UTF-8 CSV") from None
    finally:
        csv.field_size_limit(before)


def _numbered(cells: _Cells, path: Path) -> Iterator[tuple[str, list[str]]]:
    """Every row and where it stands; a row over several lines is named by its first."""
    line = 1
    try:
        for row in cells:
            yield f"{path}: line {line}", row
            line = cells.line_num + 1
    except csv.Error as error:
        remedy = 'close its quotation marks, and write "" for one inside'
        raise SettingsError(f"is no CSV ({error})", where=f"{path}: line {line}", remedy=remedy) from None


def _rows(numbered: Iterator[tuple[str, list[str]]], path: Path) -> Iterator[Listed]:
    """The articles below the first line, which names the keys."""
    _, keys = next(numbered, ("", []))
    _check_keys(keys, f"{path}: line 1")
    for where, row in numbered:
        if row:
            yield Listed(_source(keys, row, where), where, ", ")


def _check_keys(keys: list[str], where: str) -> None:
    """Complain about a column of no known name that is no extra, one that stands twice, and one that is missing."""
    times = Counter(keys)
    for key in keys:
        if key not in _KEYS and not key.startswith(EXTRA):
            near = difflib.get_close_matches(key, _KEYS, n=1)
            remedy = (
                f"did you mean {near[0]!r}?" if near else f"a column of your own is {EXTRA}{key or 'name'}"
            )
            raise SettingsError(f"unknown column {shown(key)}", where=where, remedy=remedy)
        if times[key] > 1:
            raise SettingsError(f"the column {key!r} stands twice", where=where, remedy="remove one")
    for key in _NEEDED:
        if key not in times:
            raise SettingsError(f"the column {key!r} is missing", where=where, remedy="add it")


def _source(keys: list[str], row: list[str], where: str) -> Source:
    """The article of a line."""
    if len(row) != len(keys):
        problem = f"has {len(row)} cells, the first line has {len(keys)}"
        raise SettingsError(problem, where=where, remedy="put texts with commas between quotation marks")
    given = {
        key: unescaped(cell)
        for key, cell in zip(keys, row, strict=True)
        if cell and not key.startswith(EXTRA)
    }
    for key in _NEEDED:
        if key not in given:
            raise SettingsError(f"the cell of {key!r} is empty", where=where, remedy="fill it in")
    return Source(**given)


def checked(listed: Iterable[Listed], folder: Path, outlets: Iterable[Outlet]) -> list[Source]:
    """The articles, each under its outlet's own name, once nothing is wrong with them.

    Raises:
        SettingsError: an outlet is unknown, a file is listed twice or leads out of the folder, or a date is none.
    """
    names = _names(outlets)
    root, parents = folder.resolve(), dict[str, Path]()
    seen: set[str] = set()
    sources = []
    for one in listed:
        sources.append(_named(one, names))
        remedy = "keep every article inside the folder"
        _check_path(root, one.source.file, parents, where=f"{one.where}{one.of}file", remedy=remedy)
        _check_date(one)
        path = os.path.normpath(one.source.file)  # "a.txt" and "./a.txt" are one file
        if path in seen:
            raise SettingsError(f"{one.source.file!r} is listed twice", where=one.where, remedy="remove one")
        seen.add(path)
    return sources


def _names(outlets: Iterable[Outlet]) -> dict[str, str]:
    """The outlet of each name: its own, or an alias that is no other outlet's."""
    outlets = list(outlets)
    aliases = {alias: outlet.name for outlet in outlets for alias in outlet.aliases}
    return aliases | {outlet.name: outlet.name for outlet in outlets}


def _named(one: Listed, names: Mapping[str, str]) -> Source:
    """The article with the names of its outlet and republisher in place of aliases."""
    source = one.source
    for name in filter(None, (source.outlet, source.republisher)):
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "add it under [[outlets]]"
            raise SettingsError(f"unknown outlet {name!r}", where=one.where, remedy=hint)
    outlet = names[source.outlet]
    republisher = names[source.republisher] if source.republisher else ""
    if (outlet, republisher) == (source.outlet, source.republisher):
        return source
    return dataclasses.replace(source, outlet=outlet, republisher=republisher)


def _check_date(one: Listed) -> None:
    """Complain about a date that is no day."""
    if one.source.date and not _is_day(one.source.date):
        problem, where = f"{one.source.date!r} is not a date", f"{one.where}{one.of}date"
        raise SettingsError(problem, where=where, remedy="write YYYY-MM-DD")


@functools.lru_cache(maxsize=10_000)
def _is_day(text: str) -> bool:
    """Whether the text is a day of the calendar."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def check_inside(folder: Path, file: str, where: str, remedy: str) -> None:
    """Complain about a path that leads out of the study folder, or is none."""
    _check_path(folder.resolve(), file, {}, where=where, remedy=remedy)


def _check_path(root: Path, file: str, parents: dict[str, Path], *, where: str, remedy: str) -> None:
    """Complain about a path that leads out of the folder `root`, or that no file can have; see `_leads_out`."""
    try:
        leads_out = _leads_out(root, file, parents)
    except (OSError, ValueError, RuntimeError) as error:  # too long, with a NUL, or links in a circle
        reason = getattr(error, "strerror", None) or error
        raise SettingsError(f"{shown(file)} is no path ({reason})", where=where, remedy="mend it") from None
    if leads_out:
        raise SettingsError(f"{shown(file)} leads out of the study folder", where=where, remedy=remedy)


def _leads_out(root: Path, file: str, parents: dict[str, Path]) -> bool:
    """Whether a path leads out of the folder `root`; each of its folders is resolved once, and only links further.

    Args:
        root: the study folder, resolved.
        file: the path.
        parents: the folders that were resolved before; this one's is added.
    """
    if "\0" in file:
        raise ValueError("it holds a NUL character")
    parent, name = os.path.split(file)
    if parent not in parents:
        parents[parent] = (root / parent).resolve()
    path = parents[parent] / name
    if name in {"", ".", ".."} or path.is_symlink():
        return not path.resolve().is_relative_to(root)
    return not (parents[parent] == root or root in parents[parent].parents)
