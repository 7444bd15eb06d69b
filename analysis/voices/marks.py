"""Stretches of text between quotation marks: which mark opens, which closes, and what to do when one is missing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

LOW, LEFT, RIGHT = "\u201a", "\u2039", "\u203a"
"""Single marks: the low one, and the two angles. Spelled out, as they look like a comma and arithmetic."""

CLOSERS = {
    "“": "”",
    '"': '"',
    "«": "»",
    "„": "“”",
    "»": "«",
    "”": "”",
    "‘": "’",
    "'": "'’",
    LOW: "‘’",
    LEFT: RIGHT,
    RIGHT: LEFT,
}
"""The marks that close what a mark opens. Where an article puts ” on both sides, or turns angles round, those open."""

REACH = 3_000
"""Characters in which a mark's partner is looked for: an apostrophe looks the same, and the search must end."""

SHORTEST = 3
"""Characters of a quotation, its marks included."""

_SINGLES = f"‘'{LOW}"
_OPENERS = f"“«„{LOW}{LEFT}"
_FILLER = "\u2060"
_MARK = re.compile(rf"[\"“”«»„‘'{LOW}{LEFT}{RIGHT}]")
_NOT_OPENED = re.compile(r"(?i)['’‘](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|n['’]|round\b)")
_SINGLE_CLOSER = re.compile(r"(?<=\S)['’](?!\w)")
_OPENS_AFTER = frozenset(" \t\n\u00a0\u2009\u202f([{—–-/:")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text's `start:end`, its marks included. `closed` is false when the paragraph ends before the quotation does."""

    start: int
    end: int
    closed: bool


def marked_spans(text: str, *, doubled: bool = False) -> list[Marked]:
    """The outermost stretches of a paragraph that stand between quotation marks, in order; they never overlap.

    Quotations inside a quotation belong to the outer one. An opened quotation without its closing mark runs to the
    next mark that can only open another one, or to the end of the paragraph, as speech over several paragraphs does. A
    closing mark that nothing opened is passed over, and so are apostrophes and the marks of inches and decades. No mark
    is looked for further than `REACH` characters away, so that the time grows with the text's length only.

    Args:
        text: a paragraph.
        doubled: two apostrophes are a double mark, as in the exports of some news databases; else they are none.
    """
    text = text.replace("''", f'"{_FILLER}' if doubled else _FILLER * 2)
    closers = _Closers.of(text)
    spans: list[Marked] = []
    position = 0
    while match := _MARK.search(text, position):
        at = match.start()
        if not _opens(text, at):
            position = at + 1
            continue
        span = _single(text, at, closers) if text[at] in _SINGLES else _double(text, at)
        position = span.end if span else at + 1
        if span and span.end - span.start >= SHORTEST:
            end = span.end + text.startswith(_FILLER, span.end)
            spans.append(Marked(span.start, end, span.closed))
    return spans


def inner(text: str, span: Marked) -> str:
    """What stands between the marks of a span."""
    return text[span.start + 1 : span.end - 1 if span.closed else span.end].strip("' \n\t")


def _opens(text: str, at: int) -> bool:
    """Whether the mark at this place can open a quotation, by its neighbours."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    mark = text[at]
    if mark in _OPENERS:
        return True
    if mark in f"”»{RIGHT}":
        return before.isspace() and text.find(CLOSERS[mark], at + 1, at + REACH) > 0
    if mark in "'‘" and (_NOT_OPENED.match(text, at) or before.isalnum()):
        return False
    return (before in _OPENS_AFTER or before in '“"‘') and not after.isspace()


@dataclass(frozen=True, slots=True)
class _Closers:
    """Where single marks may end a quotation: `sure` where they are no plural's possessive ("the states' rights")."""

    all: list[int]
    sure: list[int]

    @classmethod
    def of(cls, text: str) -> _Closers:
        """All in a text."""
        found = [match.start() for match in _SINGLE_CLOSER.finditer(text)]
        return cls(found, [at for at in found if text[at - 1] not in "sS" or text[at + 1 : at + 2] != " "])

    def behind(self, at: int) -> int | None:
        """The first sure one within reach, without one the first; None where there is none."""
        return next((ends[place] for ends in (self.sure, self.all) for place in _within(ends, at)), None)


def _within(ends: list[int], at: int) -> range:
    """The places in a list of those ends that are within reach of a mark."""
    return range(bisect_right(ends, at), bisect_left(ends, at + REACH))


def _single(text: str, at: int, closers: _Closers) -> Marked | None:
    """The span that a single mark opens, or None when it is an apostrophe."""
    end = closers.behind(at)
    if end is not None:
        return Marked(at, end + 1, closed=True)
    return Marked(at, len(text), closed=False) if text[at] == "‘" and at == 0 else None


def _double(text: str, at: int) -> Marked:
    """The span that a double mark opens."""
    mark, closers = text[at], CLOSERS[text[at]]
    depth = 1
    for match in _MARK.finditer(text, at + 1):
        place = match.start()
        is_closer = text[place] in closers or (mark == "“" and text[place] == '"' and not _opens(text, place))
        if _reopens(text, at, place):
            if not _is_nested(text, place, mark, depth):
                return Marked(at, _trimmed(text, at, place), closed=False)
            depth += 1
        elif is_closer:
            depth -= 1
            if not depth:
                return Marked(at, place + 1, closed=True)
    return Marked(at, len(text), closed=False)


def _reopens(text: str, at: int, place: int) -> bool:
    """Whether the mark at `place` opens a quotation of the kind that is open since `at`."""
    mark = text[at]
    if text[place] != mark or mark == "”":
        return False
    return mark != '"' or (text[place - 1].isspace() and _opens(text, place))


def _is_nested(text: str, place: int, mark: str, depth: int) -> bool:
    """Whether enough closing marks follow for a quotation in a quotation; otherwise the outer one was left open."""
    rest = text[place + 1 : place + 1 + REACH]
    if mark == '"':
        return rest.count('"') % 2 == 0 and '"' in rest
    return sum(rest.count(closer) for closer in CLOSERS[mark]) - rest.count(mark) > depth


def _trimmed(text: str, at: int, place: int) -> int:
    """Where a quotation that was left open ends, when the next one opens at `place`."""
    return at + len(text[at:place].rstrip())
