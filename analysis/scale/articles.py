"""The rows of a part as articles and paragraphs, and what could not be used of them."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd

from analysis import tables
from analysis.choices import Outlet, Source
from analysis.corpus.article import read_article
from analysis.corpus.corpus import slug
from analysis.corpus.plain import folded
from analysis.corpus.recurring import Recurring, read_recurring
from analysis.corpus.source import SourceText, check_text
from analysis.errors import ArticleError
from analysis.scale.job import one_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.records import Article, Paragraph
    from analysis.scale.parts import Part
    from analysis.settings import Settings

REJECTED = {"source_path": "str", "article_id": "str", "reason": "str"}
NOTHING = "no paragraph to analyse: only a headline, captions or boilerplate were found"


def articles_of(part: Part, rows: pd.DataFrame, settings: Settings) -> dict[str, pd.DataFrame]:
    """The tables `articles`, `paragraphs` and `rejected` of a part.

    A row that cannot be used is a row of `rejected`, with its place and the reason; nothing is dropped in silence.

    Args:
        part: where the rows stand.
        rows: see `Part.read`.
        settings: whose outlets hold every outlet of the rows.

    Raises:
        ScaleError: two articles have one name.
    """
    articles: list[Article] = []
    paragraphs: list[Paragraph] = []
    rejected: list[tuple[str, str, str]] = []
    seen: dict[str, str] = {}
    recurring = read_recurring(settings.folder, settings.corpus.boilerplate_file)
    names = {alias: outlet for outlet in settings.outlets for alias in (*outlet.aliases, outlet.name)}
    for place, article_id, row in _placed(part, rows):
        try:
            read = _read(place, article_id, row, names=names, recurring=recurring)
        except ArticleError as error:
            rejected.append((place, article_id, error.problem))
            continue
        if not any(one.analysed for one in read[1]):
            rejected.append((place, article_id, NOTHING))
            continue
        if article_id in seen:
            raise one_name(article_id, seen[article_id], place)
        seen[article_id] = place
        articles.append(read[0])
        paragraphs += read[1]
    return {
        "articles": tables.table("articles", map(dataclasses.asdict, articles)),
        "paragraphs": tables.table("paragraphs", map(dataclasses.asdict, paragraphs)),
        "rejected": pd.DataFrame(rejected, columns=list(REJECTED)).astype(REJECTED),
    }


def _placed(part: Part, rows: pd.DataFrame) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each row with its place and the name of its article: its own, or one made of file and row."""
    stem = part.file.removesuffix(".parquet")
    for offset, row in enumerate(rows.to_dict("records")):
        place = f"{stem}.parquet#{part.first + offset}"
        given = {str(name): str(value) for name, value in row.items()}
        yield place, slug(given["article_id"] or f"{stem}-{part.first + offset}"), given


def _read(
    place: str, article_id: str, row: dict[str, str], *, names: dict[str, Outlet], recurring: Recurring
) -> tuple[Article, list[Paragraph]]:
    """The article of a row, and its paragraphs.

    Raises:
        ArticleError: it names no outlet, its date is none, or its text is empty or no article's.
    """
    name = row["outlet"].strip()
    if not name:
        raise ArticleError("it names no outlet", where=place)
    check_text(row["text"], place)
    text = headed(row["text"], row["headline"])
    outlet = names.get(name, Outlet(name))
    given = {key: row[key].strip() for key in ("republisher", "date_reason", "headline", "byline", "url")}
    given["date"] = _day(row["date"].strip(), place)
    genre = {"genre": row["genre"].strip()} if row["genre"].strip() else {}
    entry = Source(file=place, outlet=outlet.name, **given, **genre)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = SourceText(place, text, digest)
    known = recurring.of(outlet.name, *outlet.aliases)
    return read_article(source, entry, outlet, article_id, recurring=known)


def _day(date: str, place: str) -> str:
    """A date as YYYY-MM-DD; a time behind it is left out.

    Raises:
        ArticleError: it is no date of this form.
    """
    try:
        return datetime.fromisoformat(date).date().isoformat() if date else ""
    except ValueError:
        raise ArticleError(f"{date[:40]!r} is no date as in 2024-03-01", where=place) from None


def headed(text: str, headline: str) -> str:
    """The text under its headline: one that does not begin with it gets it as a first paragraph.

    Where a paragraph stands in its source is counted in this text.
    """
    title = folded(headline)
    return text if not title or folded(text).startswith(title) else f"{title}\n\n{text}"
