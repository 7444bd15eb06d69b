"""Numbers, names and lists as a reader wants them: the only place where a figure or a sentence formats a value."""

from __future__ import annotations

import datetime
import math
import unicodedata
from collections.abc import Iterable, Sequence

from analysis.figures.legible import visible

MINUS = "\N{MINUS SIGN}"
MISSING = "\N{EN DASH}"
HALF_PERCENT = 0.005
MOST_CLAUSES = 8


def count(number: float, noun: str, plural: str = "") -> str:
    """A number with its noun, as in "1 article", "1,204 paragraphs" or "no sentences"."""
    several = plural or f"{noun}s"
    if number == 0:
        return f"no {several}"
    return f"{number:,.0f} {noun if number == 1 else several}"


def spelled(number: int, noun: str = "", plural: str = "") -> str:
    """A number in words up to twelve, as at the start of a sentence, with its noun if one is given."""
    word = _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"
    return word if not noun else f"{word} {noun if number == 1 else plural or f'{noun}s'}"


_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def percent(share: float) -> str:
    """A share as a whole percentage; what is neither nothing nor everything never reads as 0% or 100%."""
    if math.isnan(share):
        return MISSING
    if 0 < share < HALF_PERCENT:
        return "under 1%"
    if 1 - HALF_PERCENT <= share < 1:
        return "over 99%"
    return f"{_half_up(100 * share)}%"


def _half_up(number: float) -> int:
    """The nearest whole number; a half goes up, as a reader expects, and 57.5 is one though it is stored as less."""
    return math.floor(round(number, 9) + 0.5)


def points(difference: float) -> str:
    """The size of a difference between two shares, as in "12 percentage points"."""
    size = abs(difference) * 100
    return (
        "less than 1 percentage point"
        if size < 100 * HALF_PERCENT
        else count(_half_up(size), "percentage point")
    )


def decimal(number: float, digits: int = 2) -> str:
    """A number with a fixed count of decimals and a true minus sign; a dash where it is missing, and never "-0.00"."""
    if math.isnan(number):
        return MISSING
    text = f"{abs(number):.{digits}f}"
    return f"{MINUS}{text}" if number < 0 and float(text) else text


def signed(number: float, digits: int = 2) -> str:
    """A number that always shows its sign, except for zero."""
    text = decimal(number, digits)
    return f"+{text}" if number > 0 and float(f"{number:.{digits}f}") else text


def times(number: float) -> str:
    """How often: "once", "twice", "7 times"."""
    return {0: "never", 1: "once", 2: "twice"}.get(int(number), f"{number:,.0f} times")


def listed(items: Iterable[str]) -> str:
    """Items as a list in a sentence: "a", "a and b", "a, b and c"."""
    *most, last = list(items) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def listed_up_to(items: Sequence[str], most: int, noun: str) -> str:
    """At most `most` items as a list, and how many more there are."""
    left_out = len(items) - most
    return listed([*items[:most], f"{count(left_out, f'more {noun}')}"]) if left_out > 0 else listed(items)


def clauses(items: Sequence[str], noun: str) -> str:
    """At most eight items, which may hold commas themselves, and how many more there are."""
    left_out = len(items) - MOST_CLAUSES
    more = [count(left_out, f"more {noun}")] if left_out > 0 else []
    return "; ".join([*items[:MOST_CLAUSES], *more])


def quoted(text: str) -> str:
    """A name or word in quotation marks."""
    return f"“{text}”"


def capitalised(sentence: str) -> str:
    """The sentence with its first letter in upper case; `str.capitalize` would lower all the others."""
    return sentence[:1].upper() + sentence[1:]


def day(date: str) -> str:
    """An ISO date as "22 September 2010"; "undated" for none, and anything else as it was given."""
    if not date:
        return "undated"
    try:
        parsed = datetime.date.fromisoformat(date)
    except ValueError:
        return date
    return f"{parsed.day} {_MONTHS[parsed.month - 1]} {parsed.year}"


# Not strftime: the names of its months are those of the reader's locale.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def clean(text: str) -> str:
    """The text on one line, without control characters, which neither XML nor a reader can take, the rest `visible`."""
    if (
        not text.isprintable()
    ):  # else it has none of these, and long texts need not be looked at letter by letter
        text = "".join(
            " " if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} else letter for letter in text
        )
    return visible(" ".join(text.split()))


def shorten(text: str, most: int) -> str:
    """The cleaned text, cut at a word's end to at most `most` characters with an ellipsis."""
    text = clean(text)
    if len(text) <= most:
        return text
    head = text[: most - 1]
    at_word = head.rsplit(" ", 1)[0] if " " in head[most // 2 :] else head
    return at_word.rstrip(" ,;:-–—") + "…"
