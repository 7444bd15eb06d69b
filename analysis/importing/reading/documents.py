"""Articles as files of their own: plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from analysis.importing.reading.opening import decoded, is_binary, opened
from analysis.importing.reading.row import Row, Unread

LARGEST = 20 << 20
_FRONT = re.compile(r"\A---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"^(?P<name>[A-Za-z][\w -]{0,30}):[ \t]*+(?P<value>.*)$")
_HEADING = re.compile(r"\A\s*+#[ \t]++(?P<title>[^\n]+)\n")


def text_of(
    path: Path, place: str, decode: Callable[[bytes], tuple[str, str]] = decoded
) -> tuple[str, str] | Unread:
    """The text of a file and its encoding where that is not UTF-8, or why it is none.

    Args:
        path: the file.
        place: its name for people.
        decode: how its bytes are made text; see `decoded`.
    """
    with opened(path) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        return Unread(place, f"larger than {LARGEST >> 20} MiB, no article")
    if is_binary(data):
        return Unread(place, "not text, but binary")
    text, encoding = decode(data)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def read_plain(path: Path, place: str) -> Iterator[Row | Unread]:
    """The one article of a text file."""
    read = text_of(path, place)
    yield read if isinstance(read, Unread) else Row(place, {"text": read[0]}, encoding=read[1])


def read_markdown(path: Path, place: str) -> Iterator[Row | Unread]:
    """The one article of a Markdown file, with what its head ("---", name: value, "---") and first heading say."""
    read = text_of(path, place)
    if isinstance(read, Unread):
        yield read
        return
    text, encoding = read
    values: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        text = text[front.end() :]
        lines = filter(None, map(_LINE.match, front["lines"].split("\n")))
        values = {match["name"].casefold(): match["value"].strip().strip("\"'") for match in lines}
    heading = _HEADING.match(text)
    if heading:
        values.setdefault("title", heading["title"].strip(" #"))
        text = text[heading.end() :]
    yield Row(place, {**values, "text": text}, encoding=encoding)
