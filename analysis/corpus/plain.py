"""A text as its reader sees it: white space folded, markdown removed."""

from __future__ import annotations

import html
import re

INVISIBLE = "\ufeff\u200b\u2060"
_WHITE_SPACE = re.compile(rf"[\s{INVISIBLE}]+")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,2000})\]\([^()\s]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{0,2000})\]\([^()\s]{0,2000}\)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])")
_UNDERSCORED = re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]{1,2000}?)(?<=\S)_(?!\w)")
_MARK = re.compile(r"^(?:#{1,6}|>)\s+")


def folded(text: str) -> str:
    """`text` with every run of white space made one space, none at its ends. A byte order mark is white space."""
    return _WHITE_SPACE.sub(" ", text).strip()


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
    return folded(html.unescape(text))
