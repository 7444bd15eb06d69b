"""The text of one article file, decoded without losing a character."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import ArticleError

LONGEST_LINE = 4_000_000
"""Characters; a longer line is a data file or a damaged one, not an article."""

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded file: `text` holds every character, also a byte order mark and carriage returns."""

    path: str
    text: str
    sha256: str


def read_source(folder: Path, file: str, encoding: str) -> SourceText:
    """The decoded text of `folder / file`, with the SHA-256 of its bytes.

    Raises:
        ArticleError: the file is missing, empty, holds NUL, half a character or undecodable bytes, or a line of more
            than `LONGEST_LINE` characters; the message names the line.
    """
    path = folder / file
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        remedy = "add it, or remove it from study.toml"
        raise ArticleError(
            "the manifest names it, but there is no such file", where=path, remedy=remedy
        ) from None
    except OSError as error:
        raise ArticleError(
            f"cannot be read ({error.strerror})", where=path, remedy="check the file"
        ) from None
    text = _decoded(data, path, encoding)
    check_text(text, path)
    return SourceText(path=file, text=text, sha256=hashlib.sha256(data).hexdigest())


def _decoded(data: bytes, path: Path, encoding: str) -> str:
    """The characters of `data`, or a complaint that names the line of the first bad byte."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"byte 0x{data[error.start]:02x} is not {encoding} text"
        remedy = 'save the file as UTF-8, or give its encoding in study.toml (encoding = "windows-1252")'
        raise ArticleError(problem, where=f"{path}, line {line}", remedy=remedy) from None
    except (LookupError, ValueError):
        remedy = "use a name such as utf-8 or windows-1252"
        raise ArticleError(f"unknown encoding {encoding!r}", where=path, remedy=remedy) from None


def check_text(text: str, path: str | Path) -> None:
    """Complain about what no article holds.

    Args:
        text: of the article.
        path: where it stands, for the complaint.

    Raises:
        ArticleError: it is empty, holds a NUL or half a character, or a line of more than `LONGEST_LINE` characters.
    """
    if not text.strip("\ufeff \t\r\n\xa0"):
        raise ArticleError(
            "the file is empty",
            where=path,
            remedy="add its text, or remove it from study.toml",
        )
    nul, half = text.find("\0"), _HALF.search(text)
    if nul >= 0 or half:
        place, name = (
            (nul, "a NUL character") if nul >= 0 or half is None else (half.start(), "half a character")
        )
        line = text.count("\n", 0, place) + 1
        remedy = "save the file as plain text"
        raise ArticleError(f"holds {name}", where=f"{path}, line {line}", remedy=remedy)
    for number, line_text in enumerate(text.split("\n"), start=1):
        if len(line_text) > LONGEST_LINE:
            problem = f"a line of {len(line_text):,} characters (at most {LONGEST_LINE:,})"
            remedy = "break it into paragraphs; is this an article?"
            raise ArticleError(problem, where=f"{path}, line {number}", remedy=remedy)
