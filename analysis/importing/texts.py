"""A text of a collection made the text of an article file: headline, then paragraphs with blank lines between them."""

from __future__ import annotations

import re

_BREAK = re.compile(r"(?<=[.?!:\"'”’)])[ \t\xa0]*\n(?=[ \t\xa0]*\S)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NO_LETTER = re.compile(r"[\W_]+")


def control_characters(text: str) -> int:
    """How many characters of a text are control characters other than line break and tab."""
    return len(_CONTROL.findall(text))


def without_controls(text: str) -> str:
    """A text with a space in place of each control character; a carriage return with its line break is one break."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n"))


def body(text: str, title: str) -> str:
    """A text without the headline that it may repeat as its first paragraph.

    The two are the same where their letters and digits are: collections close a headline with a full stop, say.
    """
    first, _, rest = text.partition("\n\n")
    return rest if letters(first) == letters(title) else text


def with_breaks(text: str) -> str:
    """A text with a blank line where a single line break behind the end of a sentence ends a paragraph.

    One inside a sentence stays, and is read as a space.
    """
    return _BREAK.sub("\n\n", text)


def article_text(title: str, text: str) -> str:
    """The file of an article: its headline, if it has one, a blank line, its text."""
    return (f"{title}\n\n" if title else "") + text.strip() + "\n"


def letters(text: str) -> str:
    """Letters and digits of a text in lower case."""
    return _NO_LETTER.sub("", text).casefold()
