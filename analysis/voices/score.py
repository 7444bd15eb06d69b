"""Quotations of any article text, one JSON object per line in and out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from analysis.errors import ArticleError
from analysis.voices.attribution import quotations
from analysis.voices.passages import Passage

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class ScoredQuotation:
    """A quotation at `start:end` of a text, so that `text` is what stands there."""

    start: int
    end: int
    text: str
    kind: Literal["direct", "indirect"]
    speaker: str
    cue: str
    cue_class: str


def score(text: str, *, doubled: bool = False) -> list[ScoredQuotation]:
    """The direct and indirect quotations of an article, in order; each line that is not blank is a paragraph.

    Args:
        text: an article.
        doubled: two apostrophes are a quotation mark, as in the exports of some news databases.
    """
    lines = [(match.start(), match.group()) for match in _LINE.finditer(text) if match.group().strip()]
    found = quotations([Passage(line) for _, line in lines], doubled=doubled)
    return [
        ScoredQuotation(start, end, text[start:end], item.kind, item.speaker, item.cue, item.cue_class)
        for item in found
        if item.kind != "term"
        for start, end in [(item.start + lines[item.passage][0], item.end + lines[item.passage][0])]
    ]


def score_file(source: Path, target: Path, *, doubled: bool = False) -> int:
    """Write the quotations of every article of a JSON Lines file; holds one article at a time.

    Args:
        source: objects with `id` and `text`, one a line; blank lines are passed over.
        target: written anew: `id`, `start`, `end`, `text`, `kind`, `speaker`, `cue`, `cue_class` per quotation.
        doubled: two apostrophes are a quotation mark.

    Returns:
        The number of quotations written.

    Raises:
        ArticleError: a file cannot be read or written, or a line is no such object; the message names it.
    """
    written = 0
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            for article_id, text in read_lines(source):
                for item in score(text, doubled=doubled):
                    out.write(json.dumps({"id": article_id, **_fields(item)}, ensure_ascii=False) + "\n")
                    written += 1
        part.replace(target)
    except OSError as error:
        raise ArticleError(
            f"cannot be written ({error.strerror})", where=target, remedy="choose another file"
        ) from None
    finally:
        part.unlink(missing_ok=True)
    return written


def _fields(item: ScoredQuotation) -> dict[str, Any]:
    """A quotation as the fields of its line."""
    return {
        name: getattr(item, name) for name in ("start", "end", "text", "kind", "speaker", "cue", "cue_class")
    }


def read_lines(source: Path) -> Iterator[tuple[Any, str]]:
    """The id and text of each object of a JSON Lines file.

    Raises:
        ArticleError: the file cannot be read, or a line is no object with `id` and `text`.
    """
    try:
        file = source.open(encoding="utf-8-sig")
    except OSError as error:
        raise ArticleError(
            f"cannot be read ({error.strerror})", where=source, remedy="name a JSON Lines file"
        ) from None
    with file:
        try:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _article(line, f"{source}: line {number}")
        except UnicodeDecodeError as error:
            raise ArticleError(
                f"is not UTF-8 ({error.reason})", where=source, remedy="save it as UTF-8"
            ) from None


def _article(line: str, where: str) -> tuple[Any, str]:
    """The id and text of one line."""
    remedy = 'write {"id": ..., "text": "..."}'
    try:
        article = json.loads(line)
    except ValueError as error:
        raise ArticleError(f"is not JSON ({error})", where=where, remedy=remedy) from None
    if not isinstance(article, dict) or "id" not in article or not isinstance(article.get("text"), str):
        raise ArticleError("has no id or no text", where=where, remedy=remedy)
    return article["id"], article["text"]
