"""Which stretches between quotation marks are speech, and which are titles, terms and scare quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from analysis.voices.lexicon import cues
from analysis.voices.marks import Marked, inner

LONG = 5
"""Letters of a word that has a capital in every title; shorter ones ("with") may not."""

SPEECH_WORDS = 4
"""Words; a shorter stretch is speech only where its end and a reporting verb beside it say so."""

_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
_ENDS = re.compile(r"[.,!?…—–-]['’\"”]*$")
_BESIDE = 60
"""Characters on either side in which a short quotation's reporting verb must stand."""


def is_speech(text: str, span: Marked) -> bool:
    """Whether a marked stretch of a paragraph is somebody's words.

    Four words or more are, unless each of the longer ones has a capital and no comma or colon introduces them, as in a
    title. A shorter stretch is when it ends with a mark of its own, no word stands right before it, and it stands alone
    or beside a reporting verb: '"No," he said'.
    """
    quoted = inner(text, span)
    found = _WORD.findall(quoted)
    if len(found) >= SPEECH_WORDS:
        return not (_is_title(found) and _stands_as_name(text, span))
    if not found or not _ENDS.search(quoted) or _follows_word(text, span):
        return False
    return _stands_alone(text, span) or _beside_verb(text, span)


def _follows_word(text: str, span: Marked) -> bool:
    """Whether a word and no mark stands before a stretch, which then is a part of its clause: 'called it "absurd"'."""
    return _last_before(text, span.start).isalnum()


def _last_before(text: str, at: int) -> str:
    """The last character before a place that is no white space; "" where there is none."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[at - 1 : at] if at else ""


def _is_title(found: Sequence[str]) -> bool:
    """Whether the first word and every word of five letters or more, at least two, have a capital."""
    long = [word for word in found if len(word) >= LONG]
    return found[0][0].isupper() and len(long) > 1 and all(word[0].isupper() for word in long)


def _stands_as_name(text: str, span: Marked) -> bool:
    """Whether a stretch follows a word without comma or colon, in a paragraph that has no capitals on all its words."""
    long, small = (_outside(places, span) for places in _long_words(text))
    return _follows_word(text, span) and (not long or bool(small))


@lru_cache(maxsize=1)
def _long_words(text: str) -> tuple[list[int], list[int]]:
    """Where a paragraph's longer words start, and where those without a capital do; found once for its quotations."""
    long = [match for match in _WORD.finditer(text) if len(match.group()) >= LONG]
    return [m.start() for m in long], [m.start() for m in long if not m.group()[0].isupper()]


def _outside(places: Sequence[int], span: Marked) -> int:
    """How many of some places, which are in order, are outside a span."""
    return len(places) - (bisect_left(places, span.end) - bisect_left(places, span.start))


def _stands_alone(text: str, span: Marked) -> bool:
    """Whether nothing else is in the paragraph, or the quotation opens it."""
    return not _last_before(text, span.start)


def _beside_verb(text: str, span: Marked) -> bool:
    """Whether a reporting verb follows within three words, or ends what stands before with a comma or colon."""
    after = _WORD.findall(text[span.end : span.end + _BESIDE])[:3]
    before = text[max(0, span.start - _BESIDE) : span.start].rstrip()
    return any(word.lower() in cues() for word in after) or (
        before.endswith((",", ":")) and any(word.lower() in cues() for word in _WORD.findall(before)[-3:])
    )
