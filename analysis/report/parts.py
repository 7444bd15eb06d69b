"""What readers call the parts that a card measures: frames by the codebook's titles, axes by their opposites."""

from __future__ import annotations

import re

from analysis.framing.frames.codebook import codebook

NAMED = re.compile(r"^(?P<before>frame |.*: )(?P<frame>\w+)$")
AXIS = "axis "


def part_title(part: str) -> str:
    """A part of a card as readers know it; as it is where it names neither a frame nor an axis."""
    if part.startswith(AXIS):
        return part.removeprefix(AXIS).replace("-", " – ")
    found = NAMED.match(part)
    if found is None or found["frame"] not in codebook().names:
        return part
    title = codebook().frame(found["frame"]).full_title
    return title if found["before"] == "frame " else f"{found['before']}{title}"
