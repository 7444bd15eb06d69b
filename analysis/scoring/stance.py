"""The stance of any sentences toward targets in them, one JSON object per line in and out."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from analysis import jsonl
from analysis.errors import ArticleError
from analysis.framing.targets.stances import DECIMALS, polarity
from analysis.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from analysis.framing.targets.stances import Classifier
    from analysis.progress import Step

FIELDS = {"id": object, "text": str, "start": int, "end": int}
BATCH = 256


def score_file(source: Path, target: Path, classifier: Classifier, *, progress: Step = ignore) -> int:
    """Write the stance of every line of a JSON Lines file; holds 256 lines at a time.

    Args:
        source: objects with `id`, `text`, and `start` and `end` of the target (characters of the text, the end
            exclusive); blank lines are passed over.
        target: written anew when all is done: `id`, `polarity` (-1, 0 or 1), `p_negative`, `p_neutral`, `p_positive` to
            four decimals, in the order of the lines.
        classifier: reads the stance toward a target off a sentence.
        progress: told the lines that are done, and how many there are.

    Returns:
        The number of lines.

    Raises:
        ArticleError: a file cannot be read or written, a line is no such object, or its target lies outside its text;
            the message names the line, and an earlier result stays.
    """
    return jsonl.write(target, _scored(_checked(source), classifier, jsonl.lines(source), progress))


def _checked(source: Path) -> Iterator[dict[str, Any]]:
    """The lines of a file, each with a target that stands in its text."""
    for place, row in jsonl.read(source, fields=FIELDS):
        start, end, length = row["start"], row["end"], len(row["text"])
        if not 0 <= start < end <= length:
            remedy = "count characters from 0, the end exclusive"
            raise ArticleError(
                f"the target at {start}:{end} is not in the text of {length:,} characters",
                where=place,
                remedy=remedy,
            )
        if not row["text"][start:end].strip():
            raise ArticleError(
                f"the target at {start}:{end} is white space", where=place, remedy="name the target's words"
            )
        yield row


def _scored(
    rows: Iterable[dict[str, Any]], classifier: Classifier, total: int, progress: Step
) -> Iterator[dict[str, Any]]:
    """The rows of the result."""
    done, left = 0, iter(rows)
    while batch := list(itertools.islice(left, BATCH)):
        given = classifier.probabilities(
            [row["text"] for row in batch], [(row["start"], row["end"]) for row in batch], progress=ignore
        )
        for row, chances in zip(batch, given.tolist(), strict=True):
            negative, neutral, positive = (round(chance, DECIMALS) for chance in chances)
            yield {
                "id": row["id"], "polarity": polarity(negative, neutral, positive), "p_negative": negative,
                "p_neutral": neutral, "p_positive": positive,
            }  # fmt: skip
        done += len(batch)
        progress(done, max(done, total))
