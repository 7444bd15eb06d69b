"""Saved web pages: the article and its metadata, found by trafilatura (Barbaresi 2021, ACL demonstrations)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis.importing.reading.documents import text_of
from analysis.importing.reading.row import Row, Unread

COLUMNS = {"title": "title", "date": "date", "author": "author", "outlet": "sitename", "url": "url"}


def read(path: Path, place: str) -> Iterator[Row | Unread]:
    """The one article of a web page: text, title, date, author, site and address, as far as the page tells."""
    import trafilatura

    read = text_of(path, place)
    if isinstance(read, Unread):
        yield read
        return
    html, encoding = read
    page = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    text = (getattr(page, "text", None) or "").strip()
    if not text:
        yield Unread(place, "no article found in the page")
        return
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    values = {name: getattr(page, key, None) or "" for name, key in COLUMNS.items()}
    yield Row(place, {**values, "text": paragraphs}, encoding=encoding)
