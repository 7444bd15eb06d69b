"""JSON: an object a line, an object a file, or a list of objects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.errors import ArticleError
from analysis.importing.reading.opening import decoded, opened, text_lines
from analysis.importing.reading.row import TEXT_NAMES, Row, Unread, plain_name, taken_apart

LARGEST = 512 << 20
"""Bytes of a JSON file that is read as a whole; an object a line is read line by line, however long the file."""

LABEL = 1_000
"""Characters; a longer string is a text, whatever it is called."""


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
    """The objects of a JSON file: the file's one, those of its list, or those of the one list of articles in it.

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
    except ValueError as error:  # a whole number of more digits than Python reads
        yield Unread(place, f"no JSON that can be read ({error})")
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
    """The list that a value is, or the only list of articles in an object that is none; None for any other value.

    Where no list holds what looks like an article, and the object nothing in words, its only list of objects is meant:
    their columns may be mapped.
    """
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not _is_article(value):
        lists = [one for one in value.values() if isinstance(one, list)]
        articles = [one for one in lists if any(map(_is_article, one))]
        if not articles and not any(isinstance(one, str) for one in value.values()):
            articles = [one for one in lists if any(isinstance(row, dict) for row in one)]
        return articles[0] if len(articles) == 1 else None
    return None


def _is_article(value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Whether a value is an object that holds a text: by its name, as one or in paragraphs, or by its length."""
    if not isinstance(value, dict):
        return False
    return any(
        (isinstance(one, str) and len(one) > LABEL) or (plain_name(name) in TEXT_NAMES and _is_text(one))
        for name, one in value.items()
    )


def _is_text(value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Whether a value is a text, or a list of paragraphs or of their sentences."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, str | list) for one in value)
    return isinstance(value, str)
