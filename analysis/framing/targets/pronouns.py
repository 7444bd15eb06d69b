"""Pronouns: "he" is a person of the study where the paragraph has named nobody else whom it could mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.framing.targets import words
from analysis.framing.targets.mention import Line, Mention, first_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(words.MASCULINE | words.FEMININE))})\b", re.IGNORECASE)
_NOUN = re.compile(rf"\b(?:{'|'.join(sorted(words.UNNAMED))})\b(?![^\S\n]+[A-Z])")
_MARK = re.compile(r"[\"“”]")
EARLIER = "of an earlier paragraph, "
_STRAIGHT = '"'


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """What a reader meets at a place of a sentence: a person's name, a person without one, or a pronoun."""

    start: int
    what: str
    text: str
    gender: str = ""
    is_quoted: bool = False


@dataclass(slots=True)
class Persons:
    """The persons whom a paragraph has named so far, with their gender.

    `told` are those named outside quotation marks; `unnamed` says that somebody without a name came last.
    """

    genders: dict[str, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    unnamed: bool = False
    _fitting: dict[str, set[str]] = field(default_factory=dict)

    def name(self, event: Event) -> None:
        """Note a name."""
        self._note(event.text, self.genders.get(event.text) or event.gender)
        if not event.is_quoted:
            self.told.add(event.text)
        self.unnamed = False

    def meant(self, gender: str) -> str:
        """The only person whom a pronoun of this gender can mean; "" where that is nobody, or one of several.

        A pronoun before any name means somebody of an earlier paragraph, whom later ones can mean too.
        """
        groups = [group for known in ("", gender) if (group := self._fitting.get(known))]
        if not groups:
            self._note(EARLIER + gender, gender)
            return ""
        if self.unnamed or sum(map(len, groups)) > 1:
            return ""
        (only,) = groups[0]
        return only if only in self.told else ""

    def _note(self, who: str, gender: str) -> None:
        """Note somebody's gender, known before or not."""
        self._fitting.get(self.genders.get(who, ""), set()).discard(who)
        self.genders[who] = gender
        self._fitting.setdefault(gender, set()).add(who)


def find_pronouns(
    line: Line, mentions: Sequence[Mention], persons: Persons, aliases: Mapping[str, str]
) -> Iterator[Mention]:
    """The mentions by "he", "she" and their forms in a sentence, reading on from `persons`.

    A pronoun counts when the paragraph has named exactly one person before it whose gender fits, that person is of the
    study, and nobody without a name ("his lawyer") has come between. Neither may stand in quotation marks: whom a
    speaker means by "he" is not known, and whom quoted words name is not the one who says them (“I trust Obama,” he
    said). "It" and "they" are never taken for a name.

    Args:
        line: the sentence.
        mentions: its mentions by name or description, of persons of the study only, in order.
        persons: whom the paragraph has named before; whom this sentence names is added.
        aliases: the persons of the study, by each name that they go by.
    """
    for event in sorted(_events(line, mentions, aliases)):
        if event.what == "name":
            persons.name(event)
        elif event.what == "unnamed":
            persons.unnamed = True
        elif not event.is_quoted:
            who = persons.meant(event.gender)
            if who in aliases.values():
                yield Mention(event.start, event.start + len(event.text), who, "pronoun")


def _events(line: Line, mentions: Sequence[Mention], aliases: Mapping[str, str]) -> Iterator[Event]:
    """All names, nouns and pronouns of a sentence; a name of the study once, under the study's name for it."""
    quoted = Quoted(line)
    for mention in mentions:
        same = first_in(line.named, mention.start, mention.end)
        gender = same.gender if same is not None else ""
        yield Event(mention.start, "name", mention.target, gender, quoted.at(mention.start))
    for one in line.named:
        if first_in(mentions, one.start, one.end) is None:
            name = aliases.get(one.name, one.name)
            yield Event(one.start, "name", name, one.gender, quoted.at(one.start))
    yield from (Event(match.start(), "unnamed", match.group()) for match in _NOUN.finditer(line.text))
    for match in _PRONOUN.finditer(line.text):
        gender = "masculine" if match.group().lower() in words.MASCULINE else "feminine"
        yield Event(match.start(), "pronoun", match.group(), gender, quoted.at(match.start()))


class Quoted:
    """Which places of a sentence stand in quotation marks, also where they open or close in another sentence.

    Args:
        line: the sentence.
    """

    def __init__(self, line: Line) -> None:
        marks = list(_MARK.finditer(line.text))
        opener = marks[0].group() if marks else ""
        opened = opener == "”" or (opener == _STRAIGHT and _starts_inside(line))
        self._marks = [mark.start() for mark in marks]
        self._inside = [opened or (not marks and line.voice == "direct")]
        for mark in marks:
            now = self._inside[-1]
            self._inside.append({"“": True, "”": False, _STRAIGHT: not now}[mark.group()])

    def at(self, place: int) -> bool:
        """Whether a place does."""
        return self._inside[bisect_left(self._marks, place)]


def _starts_inside(line: Line) -> bool:
    """Whether a quotation of straight marks goes on from the sentence before: one mark only, and not in front."""
    return line.text.count(_STRAIGHT) % 2 == 1 and not line.text.lstrip().startswith(_STRAIGHT)
