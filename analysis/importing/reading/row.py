"""One row of what was given: an object, a line of a table or a file, as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TEXT_NAMES = (
    "text", "body", "content", "articletext", "fulltext", "maintext", "bodytext", "articlebody", "paragraphs",
    "bodyparagraphs", "articlecontent", "contenttext", "newscontent", "storytext", "article", "story", "plaintext",
)  # fmt: skip
"""What a column of texts is called, the likeliest first, as `plain_name` makes it."""


@dataclass(frozen=True, slots=True)
class Row:
    """Values by the names of their columns, and where they stand ("news.csv, line 12").

    Attributes:
        place: for people.
        values: an object inside the object has been taken apart: `source.name`.
        outlet: whose it may be, from the name of the table that it stands in.
        encoding: what the text was decoded as, where that was not UTF-8.
    """

    place: str
    values: Mapping[str, Any]
    outlet: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read: its place, and why."""

    place: str
    reason: str


def plain_name(name: str) -> str:
    """The name of a column in small letters, without marks."""
    return "".join(filter(str.isalnum, name.casefold()))


def taken_apart(given: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """The values of an object whose objects inside are taken apart, their names joined by dots, to three levels."""
    values: dict[str, Any] = {}
    for name, value in given.items():
        key = f"{before}{name}"
        if isinstance(value, dict) and before.count(".") < 2:  # noqa: PLR2004 - deeper is data, not a column
            values |= taken_apart(value, f"{key}.")
        else:
            values[key] = value
    return values
