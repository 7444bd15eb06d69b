"""Days as people and machines write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.corpus.dates import iso_date
from analysis.corpus.plain import folded

NONE = {"", "none", "nan", "nat", "null", "n/a", "na", "unknown", "-", "--"}
EARLIEST = 1900
MILLISECONDS = 100_000_000_000
_FIRST_STAMP = 100_000_000

NO_DATE, IMPOSSIBLE, NOT_A_DATE = "no-date", "impossible-date", "not-a-date"
AMBIGUOUS, TOO_EARLY, FUTURE, PLACEHOLDER = "ambiguous-date", "early-date", "future-date", "placeholder-date"

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?=$|[T\s])")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=$|T)")
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})[-/.](?P<year>\d{4})(?=$|[T\s,])")
_NAMED = re.compile(
    r"\b(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)?[ -][A-Z][a-z]{2,8}\.?,?[ -]\d{4})\b"
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_STAMP = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day as YYYY-MM-DD, or "" and what is wrong with the value, in a word and in a sentence."""

    day: str
    problem: str = ""
    told: str = ""


def read_day(
    value: object, *, day_first: bool | None = None, today: datetime.date = datetime.date.max
) -> Dated:
    """The day that a value states.

    Understood are days with the year first, with a month's name, as day.month.year, and as seconds or milliseconds
    since 1970. Of 03/04/2016 the order has to be known.

    Args:
        value: a text, a number, a date.
        day_first: whether days stand before months in dates like 03/04/2016; None when that is not known.
        today: days after it have not come yet.
    """
    if isinstance(value, datetime.datetime | datetime.date):
        return _checked(value.isoformat()[:10], value, today)
    text = folded("" if value is None else str(value))
    if text.casefold() in NONE:
        return Dated("", NO_DATE, "no date is given")
    if _STAMP.fullmatch(text) and float(text) >= _FIRST_STAMP:
        seconds = float(text) / (1_000 if float(text) >= MILLISECONDS else 1)
        return _checked(
            datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat(), text, today
        )
    return _written(text, today, day_first=day_first)


def _written(text: str, today: datetime.date, *, day_first: bool | None) -> Dated:
    """The day of a date in digits or words."""
    match = _YEAR_FIRST.match(text) or _COMPACT.match(text)
    if match:
        return _checked(f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}", text, today)
    named = _NAMED.search(text)
    if named:
        day = iso_date(_ORDINAL.sub("", named.group()))
        return _checked(day, text, today) if day else Dated("", IMPOSSIBLE, f"{text!r} is no day")
    match = _YEAR_LAST.match(text)
    if not match:
        return Dated("", NOT_A_DATE, f"{text[:60]!r} is not understood as a day")
    return _year_last(match, text, today, day_first=day_first)


def _year_last(match: re.Match[str], text: str, today: datetime.date, *, day_first: bool | None) -> Dated:
    """The day of a date like 03/04/2016."""
    one, two = int(match["one"]), int(match["two"])
    order = _order(one, two, match["mark"])
    order = day_first if order is None else order
    if order is None and one != two:
        return Dated("", AMBIGUOUS, f"{text!r} is the {one}th of month {two} or the {two}th of month {one}")
    day, month = (one, two) if order else (two, one)
    return _checked(f"{match['year']}-{month:02}-{day:02}", text, today)


def _order(one: int, two: int, mark: str) -> bool | None:
    """Whether the first number can only be the day; None where either can."""
    if mark == "." or one > 12:  # noqa: PLR2004 - months
        return True
    return False if two > 12 else None  # noqa: PLR2004 - months


def day_first(values: Iterable[object]) -> bool | None:
    """Whether days stand before months in these dates, told from those that can be read in one way only."""
    orders = set()
    for value in values:
        match = _YEAR_LAST.match(folded(str(value)))
        if match:
            orders.add(_order(int(match["one"]), int(match["two"]), match["mark"]))
    orders.discard(None)
    return orders.pop() if len(orders) == 1 else None


def _checked(day: str, given: object, today: datetime.date) -> Dated:
    """A day if there is such a day, in a time when news was published and that has come."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return Dated("", IMPOSSIBLE, f"{str(given)!r} is no day of the calendar")
    if date.year < EARLIEST:
        return Dated("", TOO_EARLY, f"{str(given)!r} is before {EARLIEST}")
    if date > today:
        return Dated("", FUTURE, f"{str(given)!r} is in the future")
    if day == "1970-01-01":
        return Dated("", PLACEHOLDER, f"{str(given)!r} is what programs write when they know no date")
    return Dated(day)
