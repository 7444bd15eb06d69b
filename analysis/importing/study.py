"""A study folder as data, and written to disk so that `settings` reads it back unchanged."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import store
from analysis.errors import StoreError
from analysis.settings import STUDY_FILE
from analysis.spreadsheet import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from analysis.choices import Outlet, Source

    Rows = Iterable[Mapping[str, str | tuple[str, ...]]]

DATASHEET = "DATASHEET.md"
ARTICLES = "articles.csv"
KEYS = ("file", "outlet", "date", "headline", "byline", "genre", "url")
_DELETE = 0x7F


@dataclass(frozen=True, slots=True)
class Rejected:
    """An article that is not in the study: where it stood, which it was, and why it was left out."""

    place: str
    article: str
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import wrote, and what it left out: articles by outlet, and the reasons one by one."""

    folder: Path
    articles: dict[str, int]
    notes: tuple[str, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article to be written: its entry in the manifest, and its text."""

    entry: Source
    text: str


@dataclass(frozen=True, slots=True)
class Study:
    """A study to be written.

    Attributes:
        head: of its study.toml: the table of articles, title, actors and choices, with their comments.
        outlets: who publishes.
        articles: in the order of the manifest.
        datasheet: what the texts are, in Markdown.
    """

    head: str
    outlets: tuple[Outlet, ...]
    articles: tuple[Article, ...]
    datasheet: str


def check_free(folder: Path) -> None:
    """Complain about a folder that holds something, or that is none: an earlier study is never overwritten.

    Raises:
        StoreError: `folder` is a file, or is not empty.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError("is a file", where=folder, remedy="name a new folder")
    if folder.is_dir() and any(folder.iterdir()):
        remedy = "name a new folder, or empty this one first"
        raise StoreError("is not empty, and is left as it is", where=folder, remedy=remedy)


def write(study: Study, folder: Path) -> None:
    """Write a study into an empty or new folder, the manifest last: a broken import leaves no study behind.

    Raises:
        StoreError: the folder is not empty, or cannot be written to.
    """
    check_free(folder)
    for article in study.articles:
        store.write_bytes(folder / article.entry.file, article.text.encode())
    store.write_bytes(folder / DATASHEET, study.datasheet.encode())
    table = articles_table((article.entry, {}) for article in study.articles)
    store.write_bytes(folder / ARTICLES, table.encode())
    store.write_bytes(folder / STUDY_FILE, manifest(study.head, study.outlets).encode())


def manifest(head: str, outlets: Iterable[Outlet]) -> str:
    """A `study.toml`: its head, which names the table of articles, and its outlets."""
    rows: Rows = ({"name": one.name, "aliases": one.aliases} for one in outlets)
    return "\n".join([head, *_entries("outlets", rows)])


def articles_table(articles: Iterable[tuple[Source, Mapping[str, str]]]) -> str:
    """The table of a study's articles as CSV, an article a line; keys that no article has are left out.

    Args:
        articles: each with columns of the reader's own, whose names begin with `listed.EXTRA`.
    """
    rows = [{key: getattr(source, key) for key in KEYS} | dict(extra) for source, extra in articles]
    used = [key for key in dict.fromkeys(key for row in rows for key in row) if any(row[key] for row in rows)]
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(used)
    table.writerows([escaped(row[key]) for key in used] for row in rows)
    return text.getvalue()


def _entries(name: str, rows: Rows) -> list[str]:
    """An array of tables in TOML, a block for each row."""
    return [
        f"[[{name}]]\n" + "".join(f"{key} = {toml_value(value)}\n" for key, value in row.items() if value)
        for row in rows
    ]


def toml_value(value: str | tuple[str, ...]) -> str:
    """A string or a list of strings as TOML, whatever quotation marks, line breaks or control characters are in it.

    JSON's string is TOML's basic string, but for U+007F, which TOML wants escaped and JSON leaves.
    """
    if isinstance(value, tuple):
        return f"[{', '.join(toml_value(one) for one in value)}]"
    return json.dumps(value, ensure_ascii=False).replace(chr(_DELETE), "\\u007f")
