"""Spans between quotation marks that are long enough to be speech."""

from __future__ import annotations

import re

SPEECH_WORDS = 4
"""Shorter quotations are titles, terms or scare quotes."""

_QUOTED = re.compile(
    r"“[^“”]{1,5000}(?:”|$)|\"[^\"]{1,5000}(?:\"|$)|«[^«»]{1,5000}(?:»|$)|„[^„“”]{1,5000}(?:[“”]|$)"
)


def speech_spans(text: str) -> list[tuple[int, int]]:
    """Start and end offsets of quotations of at least `SPEECH_WORDS` words, their marks included.

    A quotation that is opened and not closed runs to the end of the paragraph, as those over several paragraphs do.
    """
    spans = (match.span() for match in _QUOTED.finditer(text))
    return [(start, end) for start, end in spans if len(text[start:end].split()) >= SPEECH_WORDS]
