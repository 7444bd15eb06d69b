"""Which column holds what: guessed by name and content, or as `--map` says."""

from __future__ import annotations

import difflib
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.errors import ArticleError
from analysis.importing.checking.dates import read_day
from analysis.importing.reading import SUB_FOLDER, Row
from analysis.importing.reading.row import TEXT_NAMES, plain_name

ROLES = ("text", "outlet", "date", "title", "url", "author", "bias")

NAMES: dict[str, tuple[str, ...]] = {
    "text": TEXT_NAMES,
    "outlet": (
        SUB_FOLDER, "outlet", "publisher", "publication", "newspaper", "source", "sourcename", "newssource", "site",
        "sitename", "medium", "media", "mediaoutlet", "mediasource", "publishername", "journal", "channel", "domain",
    ),
    "date": (
        "date", "published", "publishdate", "datepublished", "publicationdate", "publishedat", "pubdate",
        "datepublish", "publishedon", "datetime", "timestamp", "time", "publishtime", "day", "created", "createdat",
    ),
    "title": ("title", "headline", "head", "heading", "newstitle", "articletitle", "titletext", "header"),
    "url": ("url", "link", "articleurl", "href", "permalink", "address", "weburl", "sourcelink"),
    "author": ("author", "authors", "byline", "writer", "journalist", "creator", "reporter"),
    "bias": ("bias", "biastext", "leaning", "lean", "politicalleaning", "politicalbias", "orientation", "ideology"),
}  # fmt: skip
"""What such columns are called, the likeliest first, in small letters without marks."""

WORDS_OF_TEXT = 30
"""A column without a known name is taken for the text when its cells hold so many words in the middle."""

DATES_OF_TEN = 0.8
IN_OBJECTS = ("text", "name", "value")
"""What holds the words of an object that stands in place of a text, as in `{"name": "Ann Lee", "id": 7}`."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A role, the columns that may fill it (the first that is filled in a row does), why, and a value from them."""

    role: str
    columns: tuple[str, ...]
    why: str
    example: str = ""

    @property
    def told(self) -> str:
        """The columns for people: "source, else site"."""
        return ", else ".join(self.columns)

    def of(self, row: Row) -> object:
        """The value of a row; None where no column is filled."""
        return next((value for name in self.columns if _is_filled(value := row.values.get(name))), None)


def guess(rows: Sequence[Row], given: Mapping[str, str]) -> tuple[Guess, ...]:
    """The column of every role, in the order of `ROLES`.

    Args:
        rows: some rows from everywhere in the source.
        given: columns by role, as somebody chose them.

    Raises:
        ArticleError: a role is unknown, a column that was given is in none of the rows, or none can be the text.
    """
    columns = list(dict.fromkeys(name for row in rows for name in row.values))
    _check(given, columns)
    guesses = list[Guess]()
    chosen: tuple[str, ...]
    taken = set(given.values())
    for role in ROLES:
        if role in given:
            chosen, why = (given[role],), "as --map says"
        else:
            chosen, why = _guess(role, rows, [name for name in columns if name not in taken])
        taken.update(chosen)
        guesses.append(Guess(role, chosen, why, _example(rows, chosen)))
    if not guesses[0].columns:
        problem = f"no column looks like the articles' text; there are {', '.join(columns) or 'none'}"
        raise ArticleError(problem, remedy="say which one it is: --map text=COLUMN")
    return tuple(guesses)


def _check(given: Mapping[str, str], columns: Sequence[str]) -> None:
    """Complain about a role or a column that there is not."""
    for role, column in given.items():
        if role not in ROLES:
            raise ArticleError(
                f"unknown role {role!r}", where=f"--map {role}={column}", remedy=f"use {', '.join(ROLES)}"
            )
        if column not in columns:
            near = difflib.get_close_matches(column, columns, n=1)
            remedy = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(columns)}"
            raise ArticleError(f"no column {column!r}", where=f"--map {role}={column}", remedy=remedy)


def _guess(role: str, rows: Sequence[Row], columns: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The likeliest columns for a role, and why: lists of paragraphs, then names, then contents."""
    plain = {name: name if name == SUB_FOLDER else plain_name(name) for name in columns}
    named = [name for known in NAMES[role] for name in columns if plain[name] == known]
    filled = [name for name in named if any(_is_filled(row.values.get(name)) for row in rows)]
    lists = [name for name in filled if role == "text" and _holds_lists(rows, name)]
    if lists:
        return (lists[0],), "by its name; its values are lists of paragraphs"
    if role == "text":  # one column for all, and none of numbers that is called "article"
        filled = [name for name in filled if _share(rows, name, _has_letters) > 0][:1]
    if filled:
        return tuple(dict.fromkeys(filled)), "by name"
    column, why = _by_content(role, rows, columns)
    return ((column,) if column else ()), why


def _by_content(role: str, rows: Sequence[Row], columns: Sequence[str]) -> tuple[str, str]:
    """The column whose values look like the role's, and why: texts, dates and addresses show themselves, no other."""
    if role == "text":
        words = {name: _words(rows, name) for name in columns}
        best = max(columns, key=lambda name: words[name], default="")
        if best and words[best] >= WORDS_OF_TEXT:
            return best, f"its values are the longest ({words[best]:,.0f} words in the middle)"
    found = ""
    if role == "date":
        found = next((name for name in columns if _share(rows, name, _is_day) >= DATES_OF_TEN), "")
    if role == "url":
        found = next((name for name in columns if _share(rows, name, _is_address) == 1), "")
    return (found, f"by its values, {role}s") if found else ("", "no column looks like it")


def _has_letters(value: object) -> bool:
    """Whether a value has words in it, and is not a number."""
    return any(map(str.isalpha, as_text(value)))


def _is_day(value: object) -> bool:
    """Whether a value is a date."""
    return bool(read_day(value, day_first=True).day)


def _is_address(value: object) -> bool:
    """Whether a value is an address of the web."""
    return str(value).startswith(("http://", "https://"))


def _words(rows: Iterable[Row], column: str) -> float:
    """The median number of words of a column's values."""
    return statistics.median(len(as_text(row.values.get(column)).split()) for row in rows)


def _share(rows: Sequence[Row], column: str, holds: Callable[[object], bool]) -> float:
    """The share of a column's filled values that pass a test; 0 where none is filled."""
    values = [value for row in rows if _is_filled(value := row.values.get(column))]
    return sum(map(holds, values)) / len(values) if values else 0.0


def _holds_lists(rows: Iterable[Row], column: str) -> bool:
    """Whether a column's first filled value is a list."""
    return isinstance(
        next((value for row in rows if _is_filled(value := row.values.get(column))), None), list
    )


def _is_filled(value: object) -> bool:
    """Whether a value says anything."""
    return not _is_no_number(value) and (bool(value) or value == 0)


def _is_no_number(value: object) -> bool:
    """Whether a value is NaN or NaT, which programs write for a cell that is empty: neither is equal to itself."""
    return not isinstance(value, list | dict) and value != value  # noqa: PLR0124 - see above


def _example(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """The beginning of the first filled value of some columns."""
    values = (row.values.get(name) for name in columns for row in rows)
    text = " ".join(as_text(next(filter(_is_filled, values), "")).split())
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004 - characters of a terminal's line


def as_text(value: object) -> str:
    """A value as text: the paragraphs of a list, or of a list of lists of sentences, with blank lines between them.

    Of an object it is the text, the name or the value in it; one without these, and NaN, is no text.
    """
    if isinstance(value, list):
        parts = (" ".join(map(as_text, part)) if isinstance(part, list) else as_text(part) for part in value)
        return "\n\n".join(part for part in parts if part.strip())
    if isinstance(value, dict):
        named = (value[name] for name in IN_OBJECTS if isinstance(value.get(name), str))
        return next(filter(None, named), "")
    return "" if value is None or _is_no_number(value) else str(value)
