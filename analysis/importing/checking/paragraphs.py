"""Where paragraphs end in a text: at blank lines, at line breaks, or, where it has neither, at ends of sentences."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass

from analysis.importing import texts
from analysis.voices.segments import sentence_spans

AS_GIVEN, CUT = "as-given", "cut"
WORDS = 80
"""Words of a paragraph that is cut out of a text without any; the last sentence may go over."""

LONGEST = 160
"""Words of a text that passes for one paragraph."""

WRAPPED = 100
"""Characters; shorter lines that break inside sentences are lines of a screen or a mail, no paragraphs."""

_BLANK = re.compile(r"\n[ \t\xa0]*\n")
_BREAK = re.compile(r"(?:(?<![ \t\xa0])[ \t\xa0]+)?+\n[ \t\xa0]*")
"""A line break with the white space around it, which is looked for from its beginning on only."""
_CLOSED = re.compile(r"[.?!:\"'”’)]$")


@dataclass(frozen=True, slots=True)
class Parted:
    """A text with blank lines between its paragraphs; `was_cut` where they are not its author's."""

    text: str
    was_cut: bool = False


def part(text: str, *, cut: bool) -> Parted:
    """A text with its paragraphs set apart.

    Args:
        text: with line breaks or without.
        cut: whether a text of more than `LONGEST` words without a break is cut at ends of sentences, into paragraphs of
            about `WORDS` words.
    """
    if _BLANK.search(text):
        return Parted(texts.with_breaks(text) if not _is_wrapped(text) else text)
    if "\n" in text and not _is_wrapped(text):
        return Parted(_BREAK.sub("\n\n", text))
    if cut and len(text.split()) > LONGEST:
        return Parted("\n\n".join(_pieces(" ".join(text.split()))), was_cut=True)
    return Parted(text)


def _is_wrapped(text: str) -> bool:
    """Whether lines break where a screen ends: most are short, and most of those inside a paragraph end no sentence."""
    lines = [line for block in _BLANK.split(text) for line in block.strip().split("\n")[:-1]]
    if not lines or statistics.median(map(len, lines)) > WRAPPED:
        return False
    return sum(_CLOSED.search(line.rstrip()) is None for line in lines) * 2 > len(lines)


def _pieces(text: str) -> list[str]:
    """Runs of sentences of `WORDS` words or more each, save the last, which joins its neighbour when it is short."""
    pieces, held = list[str](), list[str]()
    for start, end in sentence_spans(text):
        held.append(text[start:end])
        if sum(len(sentence.split()) for sentence in held) >= WORDS:
            pieces.append(" ".join(held))
            held.clear()
    rest = " ".join(held)
    if pieces and rest and len(rest.split()) < WORDS / 2:
        pieces[-1] += f" {rest}"
    elif rest:
        pieces.append(rest)
    return pieces
