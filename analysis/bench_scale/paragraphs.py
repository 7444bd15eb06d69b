"""The labelled paragraphs that both are run on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import jsonl
from analysis.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE = "abp/paragraphs_120k.jsonl.gz"
FIELDS = {"text": str, "topic": str}


def labelled(data: Path) -> list[dict[str, Any]]:
    """Text and topic label of every paragraph.

    Raises:
        ArticleError: the collection is not there, or a line of it is no such object.
    """
    return [{"text": row["text"], "topic": row["topic"]} for _, row in jsonl.read(data / FILE, fields=FIELDS)]


def spread(rows: Sequence[dict[str, Any]], size: int) -> list[dict[str, Any]]:
    """So many of the rows, at even distances, so that every outlet and time has its part.

    Raises:
        ArticleError: there are not so many.
    """
    if size > len(rows):
        problem = f"holds {len(rows):,} paragraphs, not {size:,}"
        raise ArticleError(problem, where=FILE, remedy="ask for a smaller size")
    return [rows[place * len(rows) // size] for place in range(size)]
