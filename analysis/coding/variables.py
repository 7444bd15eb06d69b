"""What coders code: each variable with the values that it may take and its level of measurement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from analysis.errors import SheetError

TONES = ("-2", "-1", "0", "1", "2")
STANCES = {"negative": -1, "neutral": 0, "positive": 1}
FRAMES = ("conflict", "responsibility", "human interest", "economic", "morality")
NONE = "none"
IDENTIFIED_BY = ("unit", "target")
SHOWN = ("sentence", "paragraph")
CODED = ("tone", "stance", "frames")
COLUMNS = (*IDENTIFIED_BY, *SHOWN, "coder", *CODED, "note")


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable: its values in order, as numbers, and the level at which differences between them count."""

    name: str
    values: tuple[int, ...]
    level: Literal["nominal", "ordinal"]


TONE = Variable("tone", (-2, -1, 0, 1, 2), "ordinal")
STANCE = Variable("stance", (-1, 0, 1), "nominal")
FRAME_VARIABLES = tuple(Variable(f"frame {name}", (0, 1), "nominal") for name in FRAMES)
VARIABLES = (TONE, STANCE, *FRAME_VARIABLES)


def codes(column: str, cell: str, where: str) -> dict[str, int]:
    """The values that a cell gives its variables; none where it is empty.

    Args:
        column: tone, stance or frames.
        cell: what the coder wrote.
        where: the place, for the complaint.

    Raises:
        SheetError: the cell holds something else than the allowed values.
    """
    text = " ".join(cell.replace("\N{MINUS SIGN}", "-").casefold().split())
    if not text:
        return {}
    found = {"tone": _tone, "stance": _stance, "frames": _frames}[column](text)
    if found is None:
        raise SheetError(f"{cell!r} is not allowed", where=where, remedy=f"write {allowed(column)}")
    return found


def allowed(column: str) -> str:
    """The values that a column may hold, in words."""
    if column == "tone":
        return f"one of {', '.join(TONES)}, or leave it empty"
    if column == "stance":
        return f"one of {', '.join(STANCES)}, or leave it empty"
    return f"{NONE}, or one or more of {', '.join(FRAMES)} with a semicolon between them, or leave it empty"


def _tone(text: str) -> dict[str, int] | None:
    """A whole number from -2 to 2; spreadsheets may have made +1 or 1.0 of it."""
    match = re.fullmatch(r"(?:\+(?=\d))?(-?[0-2])(?:[.,]0*)?", text)
    return {TONE.name: int(match[1])} if match else None


def _stance(text: str) -> dict[str, int] | None:
    """One of the three stances."""
    return {STANCE.name: STANCES[text]} if text in STANCES else None


def _frames(text: str) -> dict[str, int] | None:
    """Every frame, present or absent."""
    named = {part.strip() for part in re.split(r"[;,]", text.replace("_", " ")) if part.strip()}
    named -= {NONE} if named == {NONE} else set()
    if not named <= set(FRAMES):
        return None
    return {f"frame {name}": int(name in named) for name in FRAMES}
