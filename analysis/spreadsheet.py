"""Texts in cells: what a spreadsheet would compute is written so that it shows it instead."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\0]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r\n\0]")


def escaped(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula; `unescaped` undoes it.

    A spreadsheet computes what begins with = + - or @, and passes over a tab, a line's end or a NUL before them. A text
    that begins so behind apostrophes of its own gets one more, so that every text comes back.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unescaped(text: str) -> str:
    """What `escaped` was given."""
    return text[1:] if _ESCAPED.match(text) else text
