"""PolNeAR, hand-labelled attributions in political news: the gold that quotations are measured on.

Newell, Margolin and Ruths (2018), "An attribution relations corpus for political news", LREC.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words or thoughts as a coder marked them: `kind` is direct, mixed or indirect (by quotation marks)."""

    kind: str
    source: str
    contents: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """An article with its coder's attributions (the first coder's, where there are several)."""

    article_id: str
    text: str
    attributions: tuple[Attribution, ...]


def read_articles(path: Path) -> Iterator[CodedArticle]:
    """The coded articles of a file; attributions without content are left out.

    Raises:
        ArticleError: the file is missing, or is not one of PolNeAR's.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                yield _article(json.loads(line))
    except (OSError, EOFError, ValueError, KeyError, IndexError, TypeError) as error:
        remedy = "name the folder that holds PolNeAR's dev.jsonl.gz"
        raise ArticleError(f"cannot be read as PolNeAR ({error})", where=path, remedy=remedy) from None


def _article(row: dict[str, Any]) -> CodedArticle:
    """One article from its line."""
    coded = row["annotations"][0]["attributions"]
    attributions = (
        Attribution(a["kind"], a.get("source_text", ""), tuple((s, e) for s, e in a["content"]))
        for a in coded
    )
    return CodedArticle(row["id"], row["text"], tuple(item for item in attributions if item.contents))
