"""Where a sentence names an actor: whole words, as they are written, the longest name first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.framing.targets import words
from analysis.framing.targets.mention import Line, Mention, first_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from analysis.choices import Actor

_BEFORE = r"(?<![\w@])(?<!\w[.'’])"
_AFTER = r"(?![\w@])(?!\.\w)(?!-(?:based|born)\b)"
_GOES_ON = re.compile(r"(?:-\w+)?[^\S\n]+(?P<word>[A-Z][\w-]*)")
_FOLLOWING = re.compile(r"[^\S\n]+(\w[\w-]*)(?:[^\S\n]+(\w[\w-]*))?")
_PRECEDING = re.compile(r"(?<![\w.’'-])((?:\w|[.’'-](?=\w))++)(\.?)[^\S\n]++$")
_OF_NAME = re.compile(r"\b[A-Z]\w*[^\S\n]+of(?:[^\S\n]+the)?[^\S\n]+$")
_NATION = re.compile(r"(?:ian|ean|ish|ese|rican)$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;—–“”\"(\[])[^\S\n]*$")
_WORDS = re.compile(r"(?<![\w-])(?:[\w-]++[^\S\n]++){1,6}+$")
_IN_WORD = re.compile(r"['’-]")
_SMALL = re.compile(r"[^\S\n]+([a-z][\w-]*)")

REACH = 200
"""Characters in which the words before a name are looked for."""


class Names:
    """Finds the actors of a study by their names and aliases.

    Args:
        actors: of the study; an alias that starts with a small letter may also start a sentence.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._actors = {actor.name: actor for actor in actors}
        spelled = {
            alias: (actor.name, pattern(alias, initials=actor.kind == "person"))
            for actor in actors
            for alias in (actor.name, *actor.aliases)
        }
        longest = sorted(spelled, key=lambda alias: (-len(alias), alias))
        self._owners = [spelled[alias][0] for alias in longest]
        self._pattern = alternatives([spelled[alias][1] for alias in longest])

    def find(self, line: Line) -> list[Mention]:
        """Every mention by name in a sentence, in order; none inside a longer name, none of a mere place."""
        found = []
        for match in self._pattern.finditer(line.text) if self._owners else ():
            actor = self._actors[self._owners[(match.lastindex or 1) - 1]]
            if self._stands_alone(actor, line, match.start(), match.end()):
                is_office = actor.kind != "person" and _is_office(line.text, match.end())
                found.append(Mention(match.start(), match.end(), actor.name, is_office=is_office))
        return found

    def _stands_alone(self, actor: Actor, line: Line, start: int, end: int) -> bool:
        """Whether the name is the whole name, and the actor's rather than a place's."""
        if _goes_on(line.text, end):
            return False
        if actor.kind == "person":
            one = first_in(line.named, start, end)
            return one is None or not (
                one.start <= start and end <= one.end and one.end - one.start > end - start
            )
        is_placed = actor.kind == "state" and is_place(line.text, start, end)
        return not (_starts_before(line.text, start) or is_placed)


def pattern(alias: str, *, initials: bool = False) -> str:
    """A regular expression for an alias: any white space, either apostrophe, a capital where a sentence starts.

    Args:
        alias: as the study writes it.
        initials: whether initials may stand between its words ("Donald J. Trump").
    """
    gap = r"\s+(?:[A-Z]\.\s+){0,3}" if initials else r"\s+"
    spelled = [re.sub(r"['’]", "['’]", re.escape(part)) for part in alias.split()]
    if alias[:1].islower():
        spelled[0] = f"[{alias[0]}{alias[0].upper()}]{spelled[0][1:]}"
    return gap.join(spelled)


def alternatives(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression for whole words; the number of the group that matched is that of the pattern."""
    return re.compile(f"{_BEFORE}(?:{'|'.join(f'({one})' for one in patterns)}){_AFTER}")


def _search_before(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """The match that ends right before a place, looked for in the `REACH` characters before it."""
    return pattern.search(text, max(0, at - REACH), at)


def _goes_on(text: str, end: int) -> bool:
    """Whether a capitalised word follows: "Russia Today", "Trump Tower", "Russia-Africa Forum"; not a day or month."""
    following = _GOES_ON.match(text, end)
    return following is not None and following["word"] not in words.CALENDAR | {"I"}


def _starts_before(text: str, start: int) -> bool:
    """Whether a capitalised word stands directly before and belongs to the name: "United Russia", "Bank of Russia"."""
    if _search_before(_OF_NAME, text, start):
        return True
    preceding = _search_before(_PRECEDING, text, start)
    if preceding is None or not preceding[1][0].isupper():
        return False
    word = preceding[1]
    if word in words.LONGER or _NATION.search(word):
        return True
    is_first = _search_before(_SENTENCE_START, text, preceding.start()) is not None
    return not (is_first or word in words.CALENDAR or word.endswith(("'s", "’s", "s'", "s’")))


def _is_office(text: str, end: int) -> bool:
    """Whether the name only says whose office-holder somebody is: "NATO chief", "U.S. foreign minister"."""
    following = _FOLLOWING.match(text, end)
    if following is None:
        return False
    adjective = following[1] in words.OFFICE_ADJECTIVES
    return following[1] in words.OFFICES or (adjective and following[2] in words.OFFICES)


def is_place(text: str, start: int, end: int) -> bool:
    """Whether a state's name says where: "eastern Ukraine", "in Moscow"; not "in US policy", "confidence in Russia"."""
    if _IN_WORD.match(text, end):
        return False
    told = [word.lower() for word in _reversed_words(text, start)]
    if told and told[0] in words.REGIONS:
        return True
    told = told[1:] if told[:1] == ["the"] else told
    if not told or told[0] not in words.PLACE_PREPOSITIONS or (told[1:] and told[1] in words.TRUST):
        return False
    following = _SMALL.match(text, end)
    return following is None or following[1] in words.FUNCTION or following[1].endswith("ly")


def _reversed_words(text: str, start: int) -> Iterator[str]:
    """The words before the name from the last back, up to the first mark, six at most."""
    tail = _search_before(_WORDS, text, start)
    yield from reversed(tail[0].split() if tail else [])
