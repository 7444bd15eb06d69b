"""Texts that make a regular expression work hard, made of the expression itself: a beginning, a pump, a wrong end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

FEW = 4
"""Spellings of one part of an expression, at most."""

LONG = 20
"""A repetition that may go on for so long is worth pumping."""

UNITS, PAIRED, TRIPLED = 24, 8, 4
"""How many pumps are taken alone, in pairs and in threes."""

ENDS = ("", "\0", "\n!", " x")
_LETTERS = "a1 .-_\n(<\"'’Z/:*#\0"
_OF_CATEGORY = {
    code.CATEGORY_DIGIT: "1", code.CATEGORY_NOT_DIGIT: "a.", code.CATEGORY_SPACE: " \n", code.CATEGORY_NOT_SPACE: "a.",
    code.CATEGORY_WORD: "a_1", code.CATEGORY_NOT_WORD: ". -",
}  # fmt: skip
_REPEATS = {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}

Items = Sequence[tuple[Any, Any]]


def hostile(pattern: re.Pattern[str], length: int, *, together: bool = True) -> Iterator[str]:
    """Texts of about so many characters for an expression: each of its beginnings, pumps and ends with each other.

    Args:
        pattern: the expression.
        length: of a text.
        together: whether pumps are also taken in pairs and in threes.
    """
    tree = list(parser.parse(pattern.pattern, pattern.flags))
    begins, pumps = _parts(tree, together=together)
    for begin, pump, end in itertools.product(begins, pumps, ENDS):
        yield begin + pump * max(1, length // len(pump)) + end


def _parts(tree: Items, *, together: bool) -> tuple[list[str], list[str]]:
    """What leads up to the repetitions of an expression, and what may be repeated."""
    begins, units = [""], list[str]()
    for before, body in _repetitions(tree, ()):
        lead, inner = _spelled(before), _spelled(body)
        begins += lead[:2]
        units += [*inner, *(one + other for one in lead[:2] for other in inner[:2])]
    units += [*_characters(tree), *_spelled(tree)]
    units = [unit for unit in _different(units) if unit][:UNITS]
    pairs = map("".join, itertools.permutations(units[: PAIRED * together], 2))
    threes = map("".join, itertools.permutations(units[: TRIPLED * together], 3))
    return _different(begins)[:FEW], [pump for pump in _different([*units, *pairs, *threes]) if pump]


def _different(texts: Iterable[str]) -> list[str]:
    """Each text once."""
    return list(dict.fromkeys(texts))


def _repetitions(items: Items, before: Items) -> Iterator[tuple[Items, Items]]:
    """The long repetitions in a part of an expression, each with what stands before it."""
    for at, (kind, given) in enumerate(items):
        lead = (*before, *items[:at])
        if kind in _REPEATS:
            _, most, body = given
            if most >= LONG:
                yield lead, list(body)
            yield from _repetitions(list(body), lead)
        for body in _bodies(kind, given):
            yield from _repetitions(body, lead)


def _bodies(kind: Any, given: Any) -> list[Items]:  # noqa: ANN401 - as the parser gives it
    """The parts inside a group, a choice or a look around."""
    if kind is code.SUBPATTERN:
        return [list(given[3])]
    if kind is code.ATOMIC_GROUP:
        return [list(given)]
    if kind is code.BRANCH:
        return [list(body) for body in given[1]]
    if kind in {code.ASSERT, code.ASSERT_NOT}:
        return [list(given[1])]
    return []


def _characters(items: Items) -> list[str]:
    """The characters that the expression knows, one of each class."""
    found: list[str] = []
    for kind, given in items:
        if kind in {code.LITERAL, code.IN, code.ANY, code.NOT_LITERAL}:
            found += _options(kind, given)
        bodies = [list(given[2])] if kind in _REPEATS else _bodies(kind, given)
        for body in bodies:
            found += _characters(body)
    return found


def _spelled(items: Items) -> list[str]:
    """A few texts that a part of an expression matches, or nearly."""
    found = [""]
    for kind, given in items:
        longer = [text + option for option in _options(kind, given) for text in found]
        found = longer[:: max(1, len(longer) // FEW)][:FEW]
    return found


def _options(kind: Any, given: Any) -> list[str]:  # noqa: ANN401 - as the parser gives it
    """Texts for one item of an expression."""
    if kind is code.LITERAL:
        return [chr(given)]
    if kind in {code.IN, code.ANY, code.NOT_LITERAL}:
        return _members(kind, given)
    if kind in _REPEATS:
        fewest, most, body = given
        counts = dict.fromkeys((fewest, max(1, fewest), min(int(most), fewest + 2)))
        return [text * count for text in _spelled(list(body))[:2] for count in counts]
    if kind is code.ASSERT_NOT or (kind is code.ASSERT and given[0] > 0):
        return [""]
    spelled = [text for body in _bodies(kind, given) for text in _spelled(body)]
    return spelled or [""]


def _members(kind: Any, given: Any) -> list[str]:  # noqa: ANN401 - as the parser gives it
    """Some characters of a class."""
    if kind is code.ANY:
        return ["a", " "]
    if kind is code.NOT_LITERAL:
        return [letter for letter in _LETTERS if letter != chr(given)][:2]
    if given[0][0] is code.NEGATE:
        outside = {letter for item in given[1:] for letter in _letters(item)}
        return [letter for letter in _LETTERS if letter not in outside and not _is_in(letter, given[1:])][:3]
    return _different([letter for item in given for letter in _letters(item)])[:8]


def _letters(item: tuple[Any, Any]) -> str:
    """The characters of one entry of a class, or some of them."""
    kind, given = item
    if kind is code.LITERAL:
        return chr(given)
    if kind is code.RANGE:
        return chr(given[0])
    return _OF_CATEGORY.get(given, "a")


def _is_in(letter: str, items: Items) -> bool:
    """Whether a character is in one of the ranges or categories of a class."""
    for kind, given in items:
        if kind is code.RANGE and given[0] <= ord(letter) <= given[1]:
            return True
        if kind is code.CATEGORY and letter in _OF_CATEGORY.get(given, ""):
            return True
    return False
