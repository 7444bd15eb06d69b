"""JSON: an object a line, an object a file, or a list of objects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.errors import ArticleError
from analysis.importing.reading.opening import decoded, opened, text_lines
from analysis.importing.reading.row import Row, Unread, taken_apart

LARGEST = 512 << 20
"""Bytes of a JSON file that is read as a whole; an object a line is read line by line, however long the file."""


def read_lines(path: Path, place: str) -> Iterator[Row | Unread]:
    """The objects of a file of JSON Lines; blank lines are passed over, and a line that is no object is not read."""
    for number, (line, encoding) in enumerate(text_lines(path), start=1):
        if line.strip():
            yield _object(line, f"{place}, line {number}", encoding)


def _object(text: str, place: str, encoding: str) -> Row | Unread:
    """The object of a line."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Unread(place, f"no JSON ({error})")
    return _row(value, place, encoding)


def _row(value: Any, place: str, encoding: str) -> Row | Unread:  # noqa: ANN401 - whatever JSON holds
    """An object as a row."""
    if not isinstance(value, dict):
        return Unread(place, f"no object with names and values, but {type(value).__name__}")
    return Row(place, taken_apart(value), encoding=encoding)


def read_file(path: Path, place: str) -> Iterator[Row | Unread]:
    """The objects of a JSON file: the file's one, those of its list, or those of the one list of objects in it.

    A file that holds an object a line is read as such, whatever it is called.

    Raises:
        ArticleError: the file cannot be read, or is too large to be read as a whole.
    """
    with opened(path) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        remedy = "write an object a line (JSON Lines, .jsonl), which is read line by line"
        raise ArticleError(f"is larger than {LARGEST >> 20} MiB", where=path, remedy=remedy)
    text, encoding = decoded(data)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            yield from read_lines(path, place)
        else:
            yield Unread(place, f"no JSON (line {error.lineno}: {error.msg})")
        return
    except RecursionError:
        yield Unread(place, "no JSON that can be read (nested too deeply)")
        return
    yield from _rows(value, place, encoding)


def _rows(value: Any, place: str, encoding: str) -> Iterator[Row | Unread]:  # noqa: ANN401 - whatever JSON holds
    """The objects of what a file holds."""
    inside = _list_inside(value)
    if inside is None:
        yield _row(value, place, encoding)
        return
    if not inside:
        yield Unread(place, "an empty list")
    for number, one in enumerate(inside, start=1):
        yield _row(one, f"{place}, entry {number}", encoding)


def _list_inside(value: Any) -> list[Any] | None:  # noqa: ANN401 - whatever JSON holds
    """The list of objects that a value is or holds as its only one; None where it is an object itself."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        lists = [one for one in value.values() if isinstance(one, list) and one and isinstance(one[0], dict)]
        if len(lists) == 1 and not any(isinstance(one, str) and len(one) > 1_000 for one in value.values()):  # noqa: PLR2004 - a text, not a label
            return lists[0]
    return None
