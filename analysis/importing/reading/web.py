"""Saved web pages: the article and its metadata, found by trafilatura (Barbaresi 2021, ACL demonstrations)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from analysis.importing.reading.documents import text_of
from analysis.importing.reading.opening import LEGACY, decoded
from analysis.importing.reading.row import Row, Unread

COLUMNS = {"title": "title", "date": "date", "author": "author", "outlet": "sitename", "url": "url"}

HEAD = 2_048
"""Bytes in which a page has to say how it is encoded."""

_DECLARED = re.compile(
    rb"""(?i)<(?:meta\s[^<>]{0,500}?\bcharset|\?xml\s[^<>]{0,500}?\bencoding)\s*=\s*["']?\s*([a-z][\w.:-]{0,40})"""
)
_PASSED_OVER = {"ascii", "iso8859-1", "utf-7", "utf-8"}
_PROBE = "<p>\\n"


def decoded_page(data: bytes) -> tuple[str, str]:
    """The text of a page, and its encoding where that is not UTF-8: what its head declares, else windows-1252.

    Pages that declare ISO-8859-1 mean windows-1252, and are read so by browsers too; a declaration that cannot be true
    is passed over.
    """
    text, encoding = decoded(data)
    declared = _DECLARED.search(data[:HEAD])
    if encoding != LEGACY or not declared:
        return text, encoding
    name = declared[1].decode().lower()
    try:
        if codecs.lookup(name).name in _PASSED_OVER or _PROBE.encode().decode(name) != _PROBE:
            return text, encoding
        return data.decode(name, errors="replace"), name
    except (LookupError, ValueError):
        return text, encoding


def read(path: Path, place: str) -> Iterator[Row | Unread]:
    """The one article of a web page: text, title, date, author, site and address, as far as the page tells."""
    import trafilatura

    read = text_of(path, place, decoded_page)
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
