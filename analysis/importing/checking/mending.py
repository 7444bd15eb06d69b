"""What is mended in a text: encodings, control and invisible characters, markup."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from analysis.corpus.plain import unescaped
from analysis.importing import texts

AROUND = 24
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Soft hyphens, spaces of no width, marks of direction: between letters, they make another word of a word."""

LOST = "\ufffd"
_HALF = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_BLOCK = re.compile(
    r"(?i)<(?:/?(?:p|div|h[1-6]|li|ul|ol|blockquote|section|article|table|tr)\b[^<>]{0,500}|br\s*/?)>"
)
_INLINE = re.compile(
    r"(?i)</?(?:a|b|i|em|strong|span|font|u|sup|sub|img)(?:\s++[a-z][\w:-]{0,40}\s*+=[^<>]{0,2000})?\s*+/?>"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_SCRIPT = re.compile(r"(?i)<(script|style)\b")
_SCRIPT_ENDS = {"script": re.compile(r"(?i)</script>"), "style": re.compile(r"(?i)</style>")}
_COMMENT, _COMMENT_END = re.compile("<!--"), re.compile("-->")
SCRIPT, COMMENT = 100_000, 5_000
"""Characters of a script or comment, at most; of a longer one the words stay."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after mending, and what was done: characters lost before it came here are told, they cannot be mended.

    Attributes:
        text: the text.
        before: around the first place where the encoding was mended; "" where it was not.
        after: the same after mending.
        controls: control characters made spaces.
        invisible: invisible characters taken out.
        lost: characters that an earlier program has replaced by U+FFFD.
        markup: whether tags of HTML were taken out.
    """

    text: str
    before: str
    after: str
    controls: int
    invisible: int
    lost: int
    markup: bool


def mend(text: str) -> Mended:
    """A text whose wrong encodings are mended by ftfy (Speer 2019), without control characters, tags and the like.

    Only what was decoded wrongly is changed ("â€™" is an apostrophe); quotation marks and letters stay as they are.
    """
    text = _HALF.sub(LOST, _LINE_ENDS.sub("\n", text))
    markup = bool(_BLOCK.search(text) or _INLINE.search(text))
    bare = _without_markup(text) if markup else text
    sound = _decoded_again(bare)
    before, after = _difference(bare, sound)
    seen = INVISIBLE.sub("", sound)
    return Mended(
        text=texts.without_controls(seen),
        before=before,
        after=after,
        controls=texts.control_characters(seen),
        invisible=len(sound) - len(seen),
        lost=seen.count(LOST),
        markup=markup,
    )


def _decoded_again(text: str) -> str:
    """The text with wrong encodings undone; as it was where that leaves it as odd as before.

    Letters that were taken apart from their accents are put together first: the wrong ones are letters with accents.
    """
    from ftfy import fix_encoding
    from ftfy.badness import badness

    before = badness(text)
    if not before:
        return text
    sound = fix_encoding(unicodedata.normalize("NFC", text))
    return sound if badness(sound) < before else text


def _without_markup(text: str) -> str:
    """The words of HTML, a blank line where a block ends."""
    blocks = _BLOCK.sub("\n\n", _without_scripts(text))
    return unescaped(_TAG.sub("", _without_comments(blocks))).strip()


def _without_scripts(text: str) -> str:
    """A text with a space in place of each script and style sheet."""
    ends = _SCRIPT_ENDS
    return without(text, _SCRIPT, lambda opening: ends[opening[1].casefold()], longest=SCRIPT, instead=" ")


def _without_comments(text: str) -> str:
    """A text without the comments of HTML."""
    return without(text, _COMMENT, lambda _: _COMMENT_END, longest=COMMENT, instead="")


def without(
    text: str,
    opening: re.Pattern[str],
    closing: Callable[[re.Match[str]], re.Pattern[str]],
    *,
    longest: int,
    instead: str,
) -> str:
    """A text without what stands between two marks, which are taken out too.

    Each closing mark is looked for once, however many opening ones have none.

    Args:
        text: any text.
        opening: matches the mark where it begins.
        closing: what matches the mark where it ends, by the mark where it began.
        longest: characters between the two, at most.
        instead: what is put in their place.
    """
    ends: dict[re.Pattern[str], list[re.Match[str]]] = {}
    kept, place = list[str](), 0
    for start in opening.finditer(text):
        mark = closing(start)
        if mark not in ends:
            ends[mark] = list(mark.finditer(text))
        at = bisect_left(ends[mark], start.end(), key=re.Match.start)
        if start.start() < place or at == len(ends[mark]) or ends[mark][at].start() - start.end() > longest:
            continue
        kept += [text[place : start.start()], instead]
        place = ends[mark][at].end()
    return "".join([*kept, text[place:]])


def _difference(before: str, after: str) -> tuple[str, str]:
    """Some characters around the first that two texts do not share; nothing where they are the same."""
    if before == after:
        return "", ""
    pairs = zip(before, after, strict=False)
    first = next((at for at, (one, two) in enumerate(pairs) if one != two), min(len(before), len(after)))
    start, end = max(0, first - AROUND), first + AROUND
    return " ".join(before[start:end].split()), " ".join(after[start:end].split())
