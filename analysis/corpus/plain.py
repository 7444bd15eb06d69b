"""A text as its reader sees it: white space folded, markdown removed."""

from __future__ import annotations

import html
import re

BLANK = "\ufeff\u200b\u2060"
"""Byte order marks and spaces of no width: beside white space, and at the ends of a text, they are white space too."""

_WHITE_SPACE = re.compile(rf"[\s{BLANK}]+")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,2000})\]\([^()\s]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{0,2000})\]\([^()\s]{0,2000}\)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])")
_UNDERSCORED = re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]{1,2000}?)(?<=\S)_(?!\w)")
_MARK = re.compile(r"^(?:#{1,6}|>)\s+")
_NO_CHARACTER = re.compile(r"&#[0-9]{4000,};?")
"""A reference to a character by a number of more digits than Python makes numbers of."""


def folded(text: str) -> str:
    """`text` with every run of white space made one space, none at its ends.

    What is blank counts as white space beside it. Between two letters it stays: it was put there, and is shown.
    """
    return _WHITE_SPACE.sub(_space, text).strip().strip(BLANK)


def _space(run: re.Match[str]) -> str:
    """A space for a run with white space in it; any other as it is."""
    return run.group() if not run.group().strip(BLANK) else " "


def plain(text: str) -> str:
    """`text` without markdown: the words of links and emphasis stay, their marks go; entities become characters.

    Square brackets that are no link ("[more cooperation]") are an editor's insertion and stay.
    """
    for pattern, words in (
        (_IMAGE, r"\1"),
        (_LINK, r"\1"),
        (_AUTOLINK, r"\1"),
        (_STRONG, r"\2"),
        (_EMPHASIS, r"\1"),
        (_UNDERSCORED, r"\1"),
        (_MARK, ""),
    ):
        text = pattern.sub(words, text)
    return folded(unescaped(text))


def unescaped(text: str) -> str:
    """`text` with the entities of HTML made characters; a number that no character has becomes U+FFFD."""
    return html.unescape(_NO_CHARACTER.sub("\ufffd", text))
