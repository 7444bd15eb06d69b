"""When an article was published, and how that is known."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from analysis.corpus import patterns
from analysis.corpus.blocks import Block
from analysis.corpus.plain import plain
from analysis.settings import Source

_MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_PARTS = re.compile(r"[A-Za-z]+|\d+")


def find_date(blocks: Sequence[Block], source: Source, url: str) -> tuple[str, str]:
    """The ISO date of an article and its source in words; the date is empty when nothing tells it.

    A date of the manifest stands first: it is there because somebody checked it. Then the date line of the text, then
    the date in the url.
    """
    if source.date:
        reason = source.date_reason
        return (
            source.date,
            f"inferred: {reason}" if reason else "stated in the manifest",
        )
    for block in blocks:
        if block.role == "date" and (match := patterns.DATE_LINE.match(plain(block.text))):
            date = iso_date(match.group("date"))
            if date:
                return date, f"stated in the text: {match.group('date')}"
    match = patterns.URL_DATE.search(url)
    if match and (date := _valid(*(int(part) for part in match.groups()))):
        return date, f"inferred: the url holds {match.group().strip('/')}"
    return "", "unknown: neither text nor manifest states it"


def iso_date(text: str) -> str:
    """YYYY-MM-DD of a date written as "April 18, 2012", "18 April 2012" or "2012-04-18"; empty when impossible."""
    parts = _PARTS.findall(text)
    names = [part for part in parts if part.isalpha() and part[:3].lower() in _MONTHS]
    numbers = [int(part) for part in parts if part.isdigit()]
    if names and len(numbers) == 2:  # noqa: PLR2004 - a day and a year
        return _valid(max(numbers), _MONTHS.index(names[0][:3].lower()) + 1, min(numbers))
    return _valid(*numbers) if len(numbers) == 3 else ""  # noqa: PLR2004 - year, month, day


def _valid(year: int, month: int, day: int) -> str:
    """The ISO form of a day that exists, else an empty string."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""
