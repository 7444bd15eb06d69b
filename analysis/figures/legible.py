"""Texts from strangers as a reader can see them: nothing in them is hidden, and nothing runs over its neighbours."""

from __future__ import annotations

import functools
import re
import sys
import unicodedata

from analysis.corpus.invisible import INVISIBLE

MOST_MARKS = 8
"""Combining marks on one letter that are drawn; no script that is written today needs as many."""


def visible(text: str) -> str:
    """The text with each invisible character as its number, as in ⟨U+202E⟩, and floods of combining marks cut short.

    A mark of direction could make a reader see another text than the tables hold; hundreds of accents on one letter
    would cover the lines above. Both are said and not done.
    """
    if text.isascii():
        return text
    return _floods().sub(_cut, INVISIBLE.sub(_number, text))


def _number(found: re.Match[str]) -> str:
    """A character as its number."""
    return f"⟨U+{ord(found.group()):04X}⟩"


def _cut(flood: re.Match[str]) -> str:
    """The first of the marks, and how many follow."""
    marks = flood.group()
    return f"{marks[:MOST_MARKS]}⟨{len(marks) - MOST_MARKS:,} more combining marks⟩"


@functools.cache
def _floods() -> re.Pattern[str]:
    """More combining marks in a row than are drawn."""
    marks = [
        letter
        for letter in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(letter) in {"Mn", "Me"}
    ]
    return re.compile(rf"[{''.join(_ranges(marks))}]{{{MOST_MARKS + 1},}}")


def _ranges(letters: list[str]) -> list[str]:
    """Letters in ascending order as ranges of a character class."""
    ranges: list[tuple[int, int]] = []
    for code in map(ord, letters):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = ranges[-1][0], code
        else:
            ranges.append((code, code))
    return [f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges]
