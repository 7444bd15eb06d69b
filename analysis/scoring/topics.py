"""Topics of any documents, from file to file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import jsonl
from analysis.documents.find import Plan, Topics, find_topics

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import numpy as np

    from analysis.progress import Progress, Step

    Embed = Callable[[list[str], Step], np.ndarray]
    """The vectors of texts, row by row."""

DECIMALS = 6


def topics_file(source: Path, target: Path, *, embed: Embed, plan: Plan, progress: Progress) -> Topics:
    """Find the topics of a JSON Lines file and write the topic of every document.

    Args:
        source: objects with `id` and `text`, one a line; blank lines are passed over. Ids may repeat.
        target: written anew, in the order of the source: `id`; `topic`, 0 for the largest, -1 for a document without
            text; `confidence`, 0 to 1. A document's topic and confidence do not depend on the order of the lines.
        embed: the sentence encoder.
        plan: how topics are sought.
        progress: shows how far it is.

    Raises:
        ArticleError: a file cannot be read or written, or a line is no such object; the message names it.
        DocumentsError: there are too few different texts.
    """
    jsonl.check_target(target)
    rows = [row for _, row in jsonl.read(source, fields={"id": object, "text": str})]
    with progress.stage("Embedding documents") as step:
        found = find_topics(
            [row["text"] for row in rows], lambda texts: embed(texts, step), plan=plan, progress=progress
        )
    assigned = zip(rows, found.topic.tolist(), found.confidence.round(DECIMALS).tolist(), strict=True)
    jsonl.write(
        target, ({"id": row["id"], "topic": topic, "confidence": sure} for row, topic, sure in assigned)
    )
    return found
