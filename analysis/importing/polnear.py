"""PolNeAR made a study: seven US outlets, 132 articles each, on the campaign of 2016.

Newell, Margolin and Ruths (2018), "An attribution relations corpus for political news", LREC. The coders' marks are not
used; the articles are.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import jsonl
from analysis.choices import Outlet, Source
from analysis.corpus.plain import folded
from analysis.errors import ArticleError
from analysis.importing import study, texts
from analysis.importing.datasheet import datasheet
from analysis.validation import gold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SOURCE = "PolNeAR (networkdynamics/PolNeAR; Newell, Margolin and Ruths, LREC 2018)"
FILES = ("dev.jsonl.gz", "train.jsonl.gz")
FIELDS = ("id", "publisher", "date", "title", "author", "wire", "text")
HEAD = Path(__file__).parent / "polnear.toml"
OUTLETS = {
    "breitbart": Outlet("Breitbart", ("Breitbart News",)),
    "huff-post": Outlet("HuffPost", ("The Huffington Post", "Huffington Post")),
    "nyt": Outlet("The New York Times", ("New York Times",)),
    "politico": Outlet("Politico", ("POLITICO",)),
    "usa-today": Outlet("USA Today", ("USA TODAY",)),
    "wash-post": Outlet("The Washington Post", ("Washington Post",)),
    "west-journal": Outlet("Western Journalism"),
}
"""The outlets by the collection's own names; another one is called by its own, with capitals."""

ARTICLE, WIRE = "news article", "wire report"
"""Genres. The collection does not tell reports from opinion; it does tell what an agency wrote."""

NOT_KNOWN = {"", "none", "na", "n/a"}
_BY = re.compile(r"^by(?=[\s:A-Z])[\s:]*", re.IGNORECASE)
_AGENCY = re.compile(r"\b(?:AP|UPI|AFP|Reuters|Associated Press|Agence France-Presse)$", re.IGNORECASE)
_FILE = re.compile(r"[\w-][\w.-]{0,150}")


@dataclass(frozen=True, slots=True)
class Row:
    """One article of the collection, and where it stands."""

    place: str
    article: str
    outlet: Outlet
    date: str
    title: str
    author: str
    agency: bool
    text: str


def import_polnear(data: Path, folder: Path, *, wire: bool = True) -> study.Imported:
    """Make a study folder from PolNeAR's two parts.

    Args:
        data: the folder of PolNeAR, or the one above it.
        folder: where the study goes; a new or an empty folder.
        wire: whether agencies' reports are kept (as the outlet's, with the genre `wire report`) or left out.

    Returns:
        What was written, and what was left out and why.

    Raises:
        StudyError: a file is missing or damaged, a line lacks a key or holds an impossible value, no article is left,
            or `folder` is not empty; the message names the file and the line.
    """
    study.check_free(folder)
    rows = list(_rows(data))
    reasons = _reasons(rows, wire=wire)
    kept = [row for row, reason in zip(rows, reasons, strict=True) if not reason]
    if not kept:
        raise ArticleError("no article is left to import", where=data, remedy=f"lay {SOURCE} there")
    left_out = tuple(
        study.Rejected(row.place, row.article, reason)
        for row, reason in zip(rows, reasons, strict=True)
        if reason
    )
    counts = Counter(row.outlet.name for row in kept)
    result = study.Imported(folder, dict(sorted(counts.items())), tuple(_notes(kept)), left_out)
    articles = tuple(study.Article(_entry(row), _file(row)) for row in kept)
    head = HEAD.read_text(encoding="utf-8")
    study.write(study.Study(head, _outlets(kept), articles, datasheet(result, SOURCE)), folder)
    return result


def _rows(data: Path) -> Iterator[Row]:
    """Every article of both parts, in the order of outlet, date and name, wherever it stands."""
    fields = dict.fromkeys(FIELDS, str)
    found = [
        _row(place, given)
        for name in FILES
        for place, given in jsonl.read(gold.find(data, "polnear", name, source=SOURCE), fields=fields)
    ]
    yield from sorted(found, key=lambda row: (row.outlet.name, row.date, row.article))


def _row(place: str, given: dict[str, str]) -> Row:
    """An article from its line.

    Raises:
        ArticleError: its name cannot be a file's, its headline is empty, or its date is none.
    """
    file = Path(place.rsplit(": line ", 1)[0]).name
    short = f"{file}, line {place.rsplit(' ', 1)[-1]}"
    if not _FILE.fullmatch(given["id"]):
        raise ArticleError(
            f"{given['id']!r} cannot be a file's name",
            where=place,
            remedy="use letters, digits, dots, hyphens and underscores",
        )
    title = folded(given["title"])
    if not title:
        raise ArticleError("'title' is empty", where=place, remedy="give the headline")
    author = _known(given["author"])
    return Row(
        place=short,
        article=given["id"],
        outlet=OUTLETS.get(given["publisher"], Outlet(given["publisher"].replace("-", " ").title())),
        date=_date(given["date"], place),
        title=title,
        author=author,
        agency=bool(_known(given["wire"]) or _AGENCY.search(author)),
        text=texts.body(given["text"], title),
    )


def _known(text: str) -> str:
    """A name as the collection gives it, without "By"; empty where it says that it knows none."""
    name = _BY.sub("", folded(text))
    return "" if name.casefold() in NOT_KNOWN else name


def _date(text: str, place: str) -> str:
    """A day, as YYYY-MM-DD.

    Raises:
        ArticleError: it is none.
    """
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise ArticleError(f"{text!r} is not a date", where=place, remedy="write YYYY-MM-DD") from None


def _reasons(rows: list[Row], *, wire: bool) -> list[str]:
    """Why each article is left out; "" for those that stay."""
    reasons, seen = [], set[str]()
    for row in rows:
        reasons.append(_reason(row, seen, wire=wire))
        seen.add(row.article.casefold())
    return reasons


def _reason(row: Row, seen: set[str], *, wire: bool) -> str:
    """Why an article is left out, or "".

    Args:
        row: the article.
        seen: the names of those before it.
        wire: whether agencies' reports are kept.
    """
    if row.article.casefold() in seen:
        return "an article of this name came before"
    if not row.text.strip():
        return "no text beside the headline"
    return "" if wire or not row.agency else "an agency's report"


def _notes(rows: list[Row]) -> Iterator[str]:
    """What a reader should know of the articles that are kept, a sentence each, with counts."""
    agencies = Counter(row.outlet.name for row in rows if row.agency)
    told = ", ".join(f"{count} in {outlet}" for outlet, count in sorted(agencies.items()))
    if agencies:
        yield f"{sum(agencies.values())} articles are agencies' reports ({told}); their genre is '{WIRE}'."
    repeated = [text for text, count in Counter(row.text for row in rows).items() if count > 1]
    for text in repeated:
        names = ", ".join(row.article for row in rows if row.text == text)
        yield f"One text is printed more than once and kept each time: {names}."
    controls = [texts.control_characters(row.text) for row in rows]
    if any(controls):
        places = sum(map(bool, controls))
        yield f"{sum(controls)} control characters in {places} articles were made spaces."
    unnamed = sum(not row.author for row in rows)
    if unnamed:
        yield f"{unnamed} articles name no author."


def _entry(row: Row) -> Source:
    """The article's entry in the manifest."""
    return Source(
        file=f"articles/{row.article}.txt",
        outlet=row.outlet.name,
        date=row.date,
        headline=row.title,
        byline=row.author,
        genre=WIRE if row.agency else ARTICLE,
    )


def _file(row: Row) -> str:
    """The text of an article's file: a single line break behind a sentence's end is a paragraph's end."""
    return texts.article_text(row.title, texts.with_breaks(texts.without_controls(row.text)))


def _outlets(rows: Iterable[Row]) -> tuple[Outlet, ...]:
    """The outlets of some articles, by name."""
    return tuple(sorted({row.outlet for row in rows}, key=lambda outlet: outlet.name))
