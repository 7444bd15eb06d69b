"""Quotations of any article text, one JSON object per line in and out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from analysis import jsonl
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
    rows = (
        {"id": row["id"], **_fields(item)}
        for _, row in jsonl.read(source, fields={"id": object, "text": str})
        for item in score(row["text"], doubled=doubled)
    )
    return jsonl.write(target, rows)


def _fields(item: ScoredQuotation) -> dict[str, Any]:
    """A quotation as the fields of its line."""
    return {
        name: getattr(item, name) for name in ("start", "end", "text", "kind", "speaker", "cue", "cue_class")
    }
