"""JSON Lines: one object a line, read and written one at a time, plain or gzipped."""

from __future__ import annotations

import gzip
import json
import math
import os
import re
import tempfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import ArticleError, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_HALF = re.compile("[\ud800-\udfff]")


def read(source: Path, *, fields: Mapping[str, type]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a file with the place where it stands; blank lines are passed over.

    Args:
        source: a JSON Lines file in UTF-8, gzipped where its name ends in `.gz`.
        fields: what every object must have, with its type; `object` allows any.

    Yields:
        The place ("FILE: line N"), for complaints, and the object.

    Raises:
        ArticleError: the file cannot be read, or a line is no such object; the message names the line.
    """
    try:
        with gzip.open(source, "rb") if source.suffix == ".gz" else source.open("rb") as file:
            for number, line in enumerate(file, start=1):
                text = _decoded(line, f"{source}: line {number}")
                if text.strip():
                    yield f"{source}: line {number}", _object(text, fields, f"{source}: line {number}")
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArticleError(
            f"cannot be read ({reason})", where=source, remedy="name a JSON Lines file"
        ) from None


def lines(source: Path) -> int:
    """How many lines a file has, for a progress bar; held a stretch at a time. 0 where it cannot be read."""
    try:
        with gzip.open(source, "rb") if source.suffix == ".gz" else source.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except (OSError, EOFError, zlib.error):
        return 0


def check_target(target: Path) -> None:
    """Complain at once, before long work, about a file that could not be written at its end.

    Raises:
        ArticleError: nothing can be written beside it.
    """
    try:
        with tempfile.TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise _unwritable(error, target) from None


def write(target: Path, rows: Iterable[Mapping[str, Any]]) -> int:
    """Write one object a line; the file appears when the last is written, and an earlier one stays until then.

    Returns:
        The number of lines.

    Raises:
        ArticleError: the file cannot be written.
    """
    part: Path | None = None
    count = 0
    try:
        # A name of its own, so that two runs that write one file do not write into one another.
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        part = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            for row in rows:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
        part.chmod(0o644)
        part.replace(target)
    except OSError as error:
        raise _unwritable(error, target) from None
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
    return count


def _unwritable(error: OSError, target: Path) -> ArticleError:
    """The complaint about a file that cannot be written."""
    return ArticleError(f"cannot be written ({error.strerror})", where=target, remedy="choose another file")


def _refused(name: str) -> None:
    """Refuse NaN and the infinities, which JSON does not have: what is written could not be read elsewhere."""
    raise ValueError(f"{name} is no number of JSON")


def _finite(digits: str) -> float:
    """The number of a line, which JSON can write again: one too large would be read as infinity."""
    number = float(digits)
    if math.isinf(number):
        raise ValueError(f"{shown(digits)} is too large a number")
    return number


def _decoded(line: bytes, where: str) -> str:
    """The text of a line."""
    try:
        return line.decode("utf-8-sig" if where.endswith(": line 1") else "utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"is not UTF-8 ({error.reason})", where=where, remedy="save the file as UTF-8"
        ) from None


def _object(text: str, fields: Mapping[str, type], where: str) -> dict[str, Any]:
    """The object of a line, with the fields that it must have."""
    remedy = "write {" + ", ".join(f'"{name}": ...' for name in fields) + "}"
    try:
        row = json.loads(text, parse_constant=_refused, parse_float=_finite)
        halved = "\\u" in text and _HALF.search(json.dumps(row, ensure_ascii=False))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"is not JSON ({error})", where=where, remedy=remedy) from None
    if halved:
        raise ArticleError("has half a character (a lone surrogate)", where=where, remedy="remove it")
    if not isinstance(row, dict):
        raise ArticleError("is no object", where=where, remedy=remedy)
    for name, kind in fields.items():
        if name not in row:
            raise ArticleError(f"has no {name!r}", where=where, remedy=remedy)
        if not isinstance(row[name], kind) or (kind is int and isinstance(row[name], bool)):
            raise ArticleError(
                f"{name!r} is {shown(row[name])}, no {kind.__name__}", where=where, remedy=remedy
            )
    return row
