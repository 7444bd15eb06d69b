"""Outlets whose names look like two names of one."""

from __future__ import annotations

import difflib
import functools
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

GENERIC = frozenset({
    "the", "a", "an", "and", "of", "online", "digital", "web", "website", "news", "edition", "print",
    "opinion", "editorial", "editorials", "blog", "com", "org", "net", "co", "uk", "us", "www", "newspaper",
    "daily", "international",
})  # fmt: skip
"""Words that one outlet's names have and lack; a name of nothing else keeps them."""

ALIKE = 0.9
"""difflib's ratio of two names' letters from which they are a misspelling apart."""

SHORTEST, LONGEST = 6, 200
"""Letters of a name that is compared letter by letter."""

COMPARED = 1_000
"""Outlets that are compared, those of the most articles: every one is compared with every other."""

_BRACKETS = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Alike:
    """Names that may be one outlet's: that of most articles first, and why each of the others looks like another."""

    names: tuple[str, ...]
    articles: tuple[int, ...]
    why: tuple[str, ...]


def alike(articles: Mapping[str, int]) -> list[Alike]:
    """Groups of outlets that look alike, by name.

    Two do when they are the same but for capitals, marks, brackets and words such as "online" or "the"; when one is
    the other's initials ("NYT"); or when they are a letter or two apart. It is a suggestion: "CBS" and "CBS News" may
    be two.

    Args:
        articles: the number of articles of each outlet; of more than `COMPARED`, the most frequent are compared.
    """
    compared = sorted(sorted(articles, key=lambda name: (-articles[name], name))[:COMPARED])
    group = {name: name for name in compared}
    why: dict[str, str] = {}
    for one, two in itertools.combinations(compared, 2):
        reason = _reason(one, two)
        if reason:
            why.setdefault(two, f"“{one}” and “{two}” {reason}")
            kept, gone = group[one], group[two]
            group = {name: kept if of == gone else of for name, of in group.items()}
    found = []
    for head in dict.fromkeys(group.values()):
        names = sorted(
            (name for name in group if group[name] == head), key=lambda name: (-articles[name], name)
        )
        if len(names) > 1:
            reasons = tuple(why[name] for name in sorted(names) if name in why)
            found.append(Alike(tuple(names), tuple(articles[name] for name in names), reasons))
    return sorted(found, key=lambda one: one.names)


def _reason(one: str, two: str) -> str:
    """Why two names look alike; "" where they do not."""
    first, second = _core(one), _core(two)
    if first == second:
        return "differ in capitals, marks or words such as “online” only"
    if _is_initials(one, two) or _is_initials(two, one):
        return "are a name and its initials"
    if _digits(one) == _digits(two) and _is_near("".join(first), "".join(second)):
        return "are a letter or two apart"
    return ""


def _is_near(first: str, second: str) -> bool:
    """Whether two names are a misspelling apart; the bounds that are quickly found are looked at first."""
    if min(len(first), len(second)) < SHORTEST or max(len(first), len(second)) > LONGEST:
        return False
    letters = difflib.SequenceMatcher(None, first, second, autojunk=False)
    return all(ratio() >= ALIKE for ratio in (letters.real_quick_ratio, letters.quick_ratio, letters.ratio))


@functools.lru_cache(maxsize=COMPARED)
def _core(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others."""
    words = tuple(_WORD.findall(_BRACKETS.sub(" ", name).casefold()))
    telling = tuple(word for word in words if word not in GENERIC)
    return telling or words or (name.casefold(),)


def _digits(name: str) -> list[str]:
    """The digits of a name: "Channel 4" is not "Channel 5"."""
    return [character for character in name if character.isdigit()]


def _is_initials(short: str, name: str) -> bool:
    """Whether a name in capitals is another's initials, with or without its "The"."""
    words = _WORD.findall(_CAMEL.sub(" ", _BRACKETS.sub(" ", name)))
    letters = "".join(word[0] for word in words if word.casefold() not in {"of", "and", "for"}).upper()
    bare = short.replace(".", "")
    return (
        len(words) > 1 and len(bare) > 1 and bare.isupper() and bare in {letters, letters.removeprefix("T")}
    )
