"""Tone of any texts, one JSON object a line in and out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import jsonl
from analysis.errors import ArticleError
from analysis.framing.tone.instruments import chosen
from analysis.framing.tone.lexicon import Lexicon

if TYPE_CHECKING:
    from analysis.progress import Step

LONGEST = 100_000


def score_file(
    source: Path, target: Path, *, names: Sequence[str], own: Sequence[Lexicon] = (), progress: Step
) -> int:
    """Write the tone of every text of a JSON Lines file; holds one text at a time.

    A text is scored as one, as the study scores a sentence: give longer texts a sentence a line.

    Args:
        source: objects with `id` and `text`, one a line; blank lines are passed over.
        target: written anew, one line for each: `id`, and `tone`, an object of instrument -> -1 to 1.
        names: of the instruments; all where none is named.
        own: word lists beside the bundled ones.
        progress: told how many lines are done.

    Returns:
        The number of texts.

    Raises:
        SettingsError: a name is no instrument of tone.
        ArticleError: a file cannot be read or written, a line is no such object, or its text is longer than 100,000
            characters; the message names it.
    """
    using = chosen(names, own)
    total = jsonl.lines(source)

    def rows() -> Iterator[dict[str, Any]]:
        found = jsonl.read(source, fields={"id": object, "text": str})
        for done, (place, row) in enumerate(found, start=1):
            _check_length(row["text"], place)
            yield {"id": row["id"], "tone": {each.name: each.tone(row["text"]) for each in using}}
            progress(done, total)

    return jsonl.write(target, rows())


def _check_length(text: str, place: str) -> None:
    """Refuse a text that VADER would take minutes for: its time grows with the square of the words."""
    if len(text) > LONGEST:
        raise ArticleError(
            f"the text has {len(text):,} characters, more than {LONGEST:,}",
            where=place,
            remedy="give a sentence or a paragraph a line",
        )
