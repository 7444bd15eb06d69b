"""A file's text as blocks: what blank lines set apart, before anyone knows what each block is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from analysis.corpus.plain import BLANK, folded
from analysis.records import Kind

_LINE = re.compile(r"[^\n]*\n?")
_CREDIT_LINE = re.compile(r"^\s*(?:©|\(c\)\s|photo(?:graph)?\s?:|credit\s?:)[^.!?\n]{0,100}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """Characters `start:end` of the source, white space after them included, so that blocks tile the file.

    `gap` counts the blank lines before; `line` is the number of the first line. `kind` is None until a rule claims
    the block, and `role` says which rule it was.
    """

    start: int
    end: int
    text: str
    gap: int
    line: int
    kind: Kind | None = None
    role: str = ""
    speaker: str = ""

    @property
    def words(self) -> int:
        """Number of white-space separated words."""
        return len(self.text.split())


def split_blocks(text: str) -> list[Block]:
    """Blocks of `text` in order; together they cover each of its characters once.

    A block is a run of lines between blank ones; a credit line that is glued to a paragraph by a single line break is a
    block of its own.
    """
    starts: list[tuple[int, int, int]] = []
    blank, after_break = 0, True
    for number, match in enumerate(_lines(text), start=1):
        line = match.group()
        if not line.strip().strip(BLANK):
            blank, after_break = blank + 1, True
            continue
        if after_break:
            starts.append((match.start(), blank, number))
        blank, after_break = 0, _CREDIT_LINE.match(line) is not None
    return _tiles(text, starts)


def _lines(text: str) -> list[re.Match[str]]:
    """The lines of `text` with their line breaks, without the empty match at the end."""
    return [match for match in _LINE.finditer(text) if match.group()]


def _tiles(text: str, starts: list[tuple[int, int, int]]) -> list[Block]:
    """Blocks from (offset, gap, line) of their first characters; each reaches to the next one's start."""
    offsets = [0, *(start for start, _, _ in starts[1:]), len(text)] if starts else []
    return [
        Block(
            offsets[i],
            offsets[i + 1],
            folded(text[offsets[i] : offsets[i + 1]]),
            gap,
            line,
        )
        for i, (_, gap, line) in enumerate(starts)
    ]


def usual_gap(blocks: list[Block]) -> int:
    """The commonest number of blank lines between two blocks (the smaller of equals); 1 for a single block."""
    counts = Counter(block.gap for block in blocks[1:])
    return min(counts, key=lambda gap: (-counts[gap], gap)) if counts else 1
