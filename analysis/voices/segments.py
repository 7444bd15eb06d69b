"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import syntok.segmenter as syntok

from analysis.voices.lexicon import cues

ATTRIBUTION = 160
"""Characters in which an attribution's verb must follow its quotation."""

SIGNATURE = 60
"""Characters of a dash and a name that sign a quotation, at most."""

ATTRIBUTION_WORDS = 14
"""Words in which it must."""

_OPEN_END = re.compile(r"[?!…,–—-]['’\"”»“]{1,4}$")
_LOWER = re.compile(r"\b[A-Za-z]+\b")
_TITLES = (
    "Rep|Reps|Sen|Sens|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Maj|Atty|Amb|Rev|Hon|Prof|Dr|Mr|Mrs|Ms|Messrs|St|Jr|vs"
)
_NO_END = re.compile(rf"(?:^|[\s(“\"‘'])(?:{_TITLES}|[A-HJ-Z])\.$")
"""Ends of a stretch at which no sentence ends, when another word follows."""


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end offsets of the sentences of `text`, in order; white space between them belongs to none.

    syntok's sentences, those joined again that end with a title or an initial ("Rep.", "J."). `segmenters` measures
    it beside others; pySBD is none of them, as it hangs on bracketed numbers.
    """
    held: tuple[int, int] | None = None
    for start, end in stretches(text):
        held = (held[0], end) if held else (start, end)
        if not _NO_END.search(text, max(0, held[0] - 1, end - 12), end):
            yield held
            held = None
    if held:
        yield held


def sentences_of(text: str) -> list[str]:
    """The sentences of a text of any length; each of its lines is a paragraph of its own."""
    return [
        line[start:end] for line in text.splitlines() if line.strip() for start, end in sentence_spans(line)
    ]


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of `text` as syntok sees them."""
    for paragraph in syntok.analyze(text):
        for sentence in paragraph:
            if sentence:
                yield sentence[0].offset, sentence[-1].offset + len(sentence[-1].value)


def clause_spans(text: str, closed: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of `text`, those that end inside one of the `closed` stretches joined with the next.

    A quotation of three sentences with its attribution is then one span, as a reader takes it.
    """
    starts = [first for first, _ in closed]
    ends = {last for _, last in closed}
    joined: list[tuple[int, int]] = []
    for start, end in sentence_spans(text):
        before = bisect_left(starts, start) - 1
        is_inside = before >= 0 and start < closed[before][1]
        if joined and (is_inside or (joined[-1][1] in ends and _attributes(text, joined[-1][1], start, end))):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _attributes(text: str, mark: int, start: int, end: int) -> bool:
    """Whether `start:end` attributes the quotation that ends at `mark` and looked like a sentence: '"Why?" he said'."""
    if text[start] in "-–—" and end - start < SIGNATURE:
        return True
    if not _OPEN_END.search(text, max(0, mark - 6), mark):
        return False
    unquoted = re.split(r"[“\"«„]", text[start : min(end, start + ATTRIBUTION)], maxsplit=1)[0]
    return any(word.lower() in cues() for word in _LOWER.findall(unquoted)[:ATTRIBUTION_WORDS])
