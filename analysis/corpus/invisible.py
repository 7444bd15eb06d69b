"""Characters that show nothing and yet change what is read: they have no width, or turn the direction of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks, embeddings, overrides and isolates of the bidirectional algorithm: "\u202etxt.exe" is read from its end."""

WIDTHLESS = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\U000e0000-\U000e0fff"
)
"""Soft hyphens, spaces and fillers of no width, shaping marks and tags."""

JOINERS = "\u200c\u200d"
"""They join letters, or keep them apart, in Persian and the scripts of India, and join emoji: there they do show."""

INVISIBLE = re.compile(
    rf"[{DIRECTION}{WIDTHLESS}]|(?<![^\x00-\u05ff])[{JOINERS}]|[{JOINERS}](?![^\x00-\u05ff])"
)
"""One of them; a joiner only where a neighbour is of a script that has no use for it, or is missing."""


def invisible_characters(texts: pd.Series[str]) -> pd.Series[int]:
    """How many characters of each text show nothing."""
    return texts.str.count(INVISIBLE.pattern).astype("int64")
