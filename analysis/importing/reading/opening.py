"""Files opened, gzipped or not, and their bytes made text."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from analysis.errors import ArticleError

LEGACY = "windows-1252"
"""What text is that is not UTF-8, in a Western newsroom's exports; it gives every byte but five a character."""

_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_HEAD = 8_192


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked where its name ends in `.gz`.

    Raises:
        ArticleError: it cannot be read, or what is packed in it is damaged.
    """
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as file:
            yield cast("IO[bytes]", file)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        remedy = "check that it is whole and that you may read it"
        raise ArticleError(f"cannot be read ({reason})", where=path, remedy=remedy) from None


def decoded(data: bytes) -> tuple[str, str]:
    """The text of some bytes, and the name of its encoding where that is not UTF-8.

    Bytes that are no UTF-8 are read as windows-1252, the five that it lacks as U+FFFD.
    """
    wide = next((name for mark, name in _WIDE.items() if data.startswith(mark)), "")
    if wide:
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return data.decode(LEGACY, errors="replace"), LEGACY


def is_binary(head: bytes) -> bool:
    """Whether the beginning of a file is no text: one NUL in a hundred bytes, and no mark of UTF-16 before them."""
    return not any(head.startswith(mark) for mark in _WIDE) and head.count(0) * 100 > len(head)


def text_lines(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of a file with their ends, each with its encoding where that is not UTF-8; one at a time.

    Raises:
        ArticleError: the file cannot be read, or is no text.
    """
    with opened(path) as file:
        head = file.read(_HEAD)
        if is_binary(head):
            raise ArticleError("is no text", where=path, remedy="export it as CSV, JSON Lines or plain text")
        file.seek(0)
        if any(head.startswith(mark) for mark in _WIDE):
            wide = io.TextIOWrapper(file, encoding="utf-16", errors="replace", newline="")
            yield from ((line, "utf-16") for line in wide)
            return
        # Old Macs end a line with a carriage return only; `bytes.splitlines` knows it, a file's own lines do not.
        old = b"\r" in head and b"\n" not in head
        yield from map(decoded, file.read().splitlines(keepends=True) if old else file)
