"""A word list of the user's own, read from a file of words and scores."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis import store
from analysis.errors import SettingsError
from analysis.framing.tone.word_list import WordList
from analysis.settings import LexiconFile

TYPICAL = 2.0
"""The mean size of AFINN's scores. A list's scores are stretched to it, so that a list of -1 and 1 says as much."""
COLUMNS = 2


def read_lexicons(files: Sequence[LexiconFile], folder: Path) -> tuple[WordList, ...]:
    """The word lists that a study names, in its order.

    Args:
        files: name and file of each; files are found from `folder`.
        folder: the study's.

    Raises:
        SettingsError: a file cannot be read, or a line is not a word and a score; the message names the line.
    """
    return tuple(read_lexicon(each.name, folder / each.file) for each in files)


def read_lexicon(name: str, path: Path) -> WordList:
    """The word list of a file: a word or phrase and its score a line, apart by a tab or else a comma.

    The first line may be a heading; blank lines and lines from # on are passed over. Scores are any numbers, negative
    for negative words; all are multiplied by 2 / (mean size of the scores), so that lists of different scales say
    equally much. A word may end in * for any ending.

    Raises:
        SettingsError: see `read_lexicons`.
    """
    entries: dict[str, float] = {}
    for place, word, score in _lines(path):
        if word in entries and entries[word] != score:
            raise SettingsError(f"{word!r} stands there twice", where=place, remedy="keep one score")
        entries[word] = score
    size = sum(abs(score) for score in entries.values()) / max(1, len(entries))
    if not size:
        raise SettingsError("has no word with a score", where=path, remedy="write a word, a tab and a score")
    digest = store.sha256(path.read_bytes())[:12]
    return WordList(name, f"{path.name} {digest}", entries, scale=TYPICAL / size)


def _lines(path: Path) -> Iterator[tuple[str, str, float]]:
    """Place, word and score of every entry."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        remedy = "name a UTF-8 file of words and scores inside the study folder"
        raise SettingsError(f"cannot be read ({reason})", where=path, remedy=remedy) from None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            cells = _cells(line)
            score = _number(cells)
            if score is not None:
                yield f"{path}: line {number}", cells[0].strip().lower(), score
            elif number > 1 or len(cells) < COLUMNS:
                remedy = "write a word, a tab and a score"
                raise SettingsError(
                    f"{line[:40]!r} is no word and score", where=f"{path}: line {number}", remedy=remedy
                )


def _cells(line: str) -> list[str]:
    """The cells of a line."""
    return line.split("\t") if "\t" in line else next(csv.reader([line]))


def _number(cells: Sequence[str]) -> float | None:
    """The score of a line that has a word and a finite number, else None."""
    try:
        score = float(cells[1])
    except (IndexError, ValueError):
        return None
    return score if cells[0].strip() and math.isfinite(score) else None
