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

FAR = 250
"""Characters, about, in which syntok looks for the partner of a bracket, anew for each."""

_OPENING = "([{\uff5f\uff5b\uff3b\uff08\ufe5d\ufe5b\ufe59\ufd3e\u301a\u3018\u2985\u2983\u2329"
_CLOSING = ")]}\uff60\uff5d\uff3d\uff09\ufe5e\ufe5c\ufe5a\ufd3f\u301b\u3019\u2986\u2984\u232a"
_BRACKET = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
_MAY_END = re.compile(
    rf"[\n\x1c-\x1f.!?;\u203c\u203d\u2047-\u2049\u3002\ufe52\ufe57\uff01\uff0e\uff1f\uff61{re.escape(_OPENING)}]"
)
"""What a text has to hold for syntok to cut it."""

_SEEN = re.compile(r"[^\s\u200b]")
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
    """The sentences of `text` as syntok sees them; without a mark that may end one, all of it is one."""
    if not _MAY_END.search(text):
        seen = _SEEN.search(text)
        yield from [(seen.start(), len(text))] if seen else []
        return
    for paragraph in syntok.analyze(_without_thickets(text)):
        for sentence in paragraph:
            if sentence:
                yield sentence[0].offset, sentence[-1].offset + len(sentence[-1].value)


def _without_thickets(text: str) -> str:
    """`text`, with hyphens for brackets where so many are open at once that syntok would take seconds over them."""
    searched = 0
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match.group() in _OPENING:
            opened.append(match.start())
        elif opened:
            searched += min(FAR, match.start() - opened.pop())
    searched += FAR * len(opened)
    return _BRACKET.sub("-", text) if searched > 5 * len(text) + 20 * FAR else text


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
