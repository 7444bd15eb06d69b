"""Pronouns: "he" is a person of the study where the paragraph has named nobody else whom it could mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.framing.targets import words
from analysis.framing.targets.mention import Line, Mention, Named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(words.MASCULINE | words.FEMININE))})\b", re.IGNORECASE)
_NOUN = re.compile(rf"\b(?:{'|'.join(sorted(words.UNNAMED))})\b(?![^\S\n]+[A-Z])")
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

    def name(self, event: Event) -> None:
        """Note a name."""
        self.genders[event.text] = self.genders.get(event.text) or event.gender
        if not event.is_quoted:
            self.told.add(event.text)
        self.unnamed = False

    def meant(self, gender: str) -> str:
        """The only person whom a pronoun of this gender can mean; "" where that is nobody, or one of several.

        A pronoun before any name means somebody of an earlier paragraph, whom later ones can mean too.
        """
        if not any(known in {"", gender} for known in self.genders.values()):
            self.genders[EARLIER + gender] = gender
            return ""
        fitting = [who for who, known in self.genders.items() if known in {"", gender}]
        return fitting[0] if len(fitting) == 1 and fitting[0] in self.told and not self.unnamed else ""


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
        mentions: its mentions by name, of persons of the study only.
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
    for mention in mentions:
        gender = next((one.gender for one in line.named if _overlap(one, mention)), "")
        yield Event(mention.start, "name", mention.target, gender, is_quoted(line, mention.start))
    for one in line.named:
        if not any(_overlap(one, mention) for mention in mentions):
            name = aliases.get(one.name, one.name)
            yield Event(one.start, "name", name, one.gender, is_quoted(line, one.start))
    yield from (Event(match.start(), "unnamed", match.group()) for match in _NOUN.finditer(line.text))
    for match in _PRONOUN.finditer(line.text):
        gender = "masculine" if match.group().lower() in words.MASCULINE else "feminine"
        yield Event(match.start(), "pronoun", match.group(), gender, is_quoted(line, match.start()))


def _overlap(one: Named | Mention, other: Named | Mention) -> bool:
    """Whether two stretches of a sentence share characters."""
    return one.start < other.end and other.start < one.end


def is_quoted(line: Line, place: int) -> bool:
    """Whether a place of a sentence stands in quotation marks, also where they open or close in another sentence."""
    if line.voice != "direct" and not set(line.text) & set('"“”'):
        return False
    marks = [mark for mark in line.text if mark in '"“”']
    opened = bool(marks) and (marks[0] == "”" or (marks[0] == _STRAIGHT and _starts_inside(line)))
    is_inside = opened or not marks
    for letter in line.text[:place]:
        is_inside = {"“": True, "”": False, _STRAIGHT: not is_inside}.get(letter, is_inside)
    return is_inside


def _starts_inside(line: Line) -> bool:
    """Whether a quotation of straight marks goes on from the sentence before: one mark only, and not in front."""
    return line.text.count(_STRAIGHT) % 2 == 1 and not line.text.lstrip().startswith(_STRAIGHT)
