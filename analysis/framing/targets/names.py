"""Where a sentence names an actor: whole words, as they are written, the longest name first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.framing.targets import words
from analysis.framing.targets.mention import Line, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from analysis.choices import Actor

_BEFORE = r"(?<![\w@])(?<!\w[.'’])"
_AFTER = r"(?![\w@])(?!\.\w)(?!-(?:based|born)\b)"
_GOES_ON = re.compile(r"(?:-\w+)?[^\S\n]+(?P<word>[A-Z][\w-]*)")
_FOLLOWING = re.compile(r"[^\S\n]+(\w[\w-]*)(?:[^\S\n]+(\w[\w-]*))?")
_PRECEDING = re.compile(r"((?:\w|[.’'-](?=\w))+)(\.?)[^\S\n]+$")
_OF_NAME = re.compile(r"\b[A-Z]\w*[^\S\n]+of(?:[^\S\n]+the)?[^\S\n]+$")
_NATION = re.compile(r"(?:ian|ean|ish|ese|rican)$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;—–“”\"(\[])[^\S\n]*$")


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
                is_office = actor.kind != "person" and _is_office(line.text[match.end() :])
                found.append(Mention(match.start(), match.end(), actor.name, is_office=is_office))
        return found

    def _stands_alone(self, actor: Actor, line: Line, start: int, end: int) -> bool:
        """Whether the name is the whole name, and the actor's rather than a place's."""
        before, after = line.text[:start], line.text[end:]
        if _goes_on(after):
            return False
        if actor.kind == "person":
            return not any(
                one.start <= start and end <= one.end and one.end - one.start > end - start
                for one in line.named
            )
        return not (_starts_before(before) or (actor.kind == "state" and is_place(before, after)))


def pattern(alias: str, *, initials: bool = False) -> str:
    """A regular expression for an alias: any white space, either apostrophe, a capital where a sentence starts.

    Args:
        alias: as the study writes it.
        initials: whether initials may stand between its words ("Donald J. Trump").
    """
    gap = r"\s+(?:[A-Z]\.\s+)*" if initials else r"\s+"
    spelled = [re.sub(r"['’]", "['’]", re.escape(part)) for part in alias.split()]
    if alias[:1].islower():
        spelled[0] = f"[{alias[0]}{alias[0].upper()}]{spelled[0][1:]}"
    return gap.join(spelled)


def alternatives(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression for whole words; the number of the group that matched is that of the pattern."""
    return re.compile(f"{_BEFORE}(?:{'|'.join(f'({one})' for one in patterns)}){_AFTER}")


def _goes_on(after: str) -> bool:
    """Whether a capitalised word follows: "Russia Today", "Trump Tower", "Russia-Africa Forum"; not a day or month."""
    following = _GOES_ON.match(after)
    return following is not None and following["word"] not in words.CALENDAR | {"I"}


def _starts_before(before: str) -> bool:
    """Whether a capitalised word stands directly before and belongs to the name: "United Russia", "Bank of Russia"."""
    if _OF_NAME.search(before):
        return True
    preceding = _PRECEDING.search(before)
    if preceding is None or not preceding[1][0].isupper():
        return False
    word = preceding[1]
    if word in words.LONGER or _NATION.search(word):
        return True
    is_first = _SENTENCE_START.search(before[: preceding.start()]) is not None
    return not (is_first or word in words.CALENDAR or word.endswith(("'s", "’s", "s'", "s’")))


def _is_office(after: str) -> bool:
    """Whether the name only says whose office-holder somebody is: "NATO chief", "U.S. foreign minister"."""
    following = _FOLLOWING.match(after)
    if following is None:
        return False
    adjective = following[1] in words.OFFICE_ADJECTIVES
    return following[1] in words.OFFICES or (adjective and following[2] in words.OFFICES)


def is_place(before: str, after: str) -> bool:
    """Whether a state's name says where: "eastern Ukraine", "in Moscow"; not "in US policy", "confidence in Russia"."""
    if re.match(r"['’-]", after):
        return False
    told = [word.lower() for word in _reversed_words(before)]
    if told and told[0] in words.REGIONS:
        return True
    told = told[1:] if told[:1] == ["the"] else told
    if not told or told[0] not in words.PLACE_PREPOSITIONS or (told[1:] and told[1] in words.TRUST):
        return False
    following = re.match(r"[^\S\n]+([a-z][\w-]*)", after)
    return following is None or following[1] in words.FUNCTION or following[1].endswith("ly")


def _reversed_words(before: str) -> Iterator[str]:
    """The words before the name from the last back, up to the first mark, six at most."""
    tail = re.search(r"(?:[\w-]+[^\S\n]+){1,6}$", before)
    yield from reversed(tail[0].split() if tail else [])
