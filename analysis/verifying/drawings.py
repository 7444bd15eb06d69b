"""Whether two drawings show the same: the same bytes, or the same marks up to a fraction of a pixel."""

from __future__ import annotations

import re

PIXELS = 0.05
"""How far a coordinate may be from where it was; a fifth of what an eye can tell on a screen."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def apart(before: str, after: str) -> float:
    """How many pixels the marks of two SVGs are apart at most: 0 for the same, infinity when the marks are others."""
    if before == after:
        return 0.0
    if _NUMBER.sub("#", before) != _NUMBER.sub("#", after):
        return float("inf")
    pairs = zip(_NUMBER.findall(before), _NUMBER.findall(after), strict=True)
    return max(abs(float(one) - float(other)) for one, other in pairs)
