"""A text of a collection made the text of an article file: headline, then paragraphs with blank lines between them."""

from __future__ import annotations

import re

_BREAK = re.compile(r"(?<=[.?!:\"'”’)])[ \t\xa0]*\n(?=[ \t\xa0]*\S)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NO_LETTER = re.compile(r"[\W_]+")


def control_characters(text: str) -> int:
    """How many characters of a text are control characters other than line break and tab."""
    return len(_CONTROL.findall(text))


def body(text: str, title: str) -> str:
    """A text without the headline that it may repeat as its first paragraph.

    The two are the same where their letters and digits are: the collection closes each headline with a full stop.
    """
    first, _, rest = text.partition("\n\n")
    return rest if _letters(first) == _letters(title) else text


def article_text(title: str, text: str) -> str:
    """The file of an article: its headline, a blank line, its paragraphs.

    A single line break behind the end of a sentence is a paragraph's end; one inside a sentence stays, and is read as a
    space. Control characters become spaces.
    """
    clean = _CONTROL.sub(" ", text.replace("\r\n", "\n")).strip()
    return f"{title}\n\n" + _BREAK.sub("\n\n", clean) + "\n"


def _letters(text: str) -> str:
    """Letters and digits of a text in lower case."""
    return _NO_LETTER.sub("", text).casefold()
