"""The persons and bodies of one article, and which of them a phrase means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Protocol

from analysis.voices import words
from analysis.voices.directory import Directory
from analysis.voices.names import bare_name, gender_of, is_person, name_runs, trailing_name
from analysis.voices.roles import PERSON_NOUNS, Description, about, describe, fits, speaks
from analysis.voices.tokens import Token

ANONYMOUS = ", anonymous"
"""What stands behind the description of a person whom the article does not name."""

LOOKED_THROUGH = 200
"""Persons whom a description may mean, at most: an article that names more is a list."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody who can speak: a person, a body, or an unnamed one known by `descriptions` alone."""

    name: tuple[str, ...]
    human: bool
    gender: str = ""
    known: frozenset[str] = frozenset()
    descriptions: list[Description] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The full name; of an unnamed person the shortest description that says more than the noun.

        Empty for what cannot say anything ("the available facts"): its words are reported, nobody is quoted.
        """
        if self.name:
            return " ".join(self.name)
        if not any(speaks(item.noun) for item in self.descriptions):
            return ""
        telling = [item for item in self.descriptions if item.about] or self.descriptions
        text = min((item.text for item in telling), key=len)
        return f"{text}{ANONYMOUS}" if self.human else text


NOBODY = frozenset({("None",), ("Nobody",), ("Everybody",), ("Everyone",), ("Somebody",), ("Someone",)})
"""Words that a capital at the start of a sentence makes look like names."""


class Known(Protocol):
    """Somebody whose names the study gives."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def aliases(self) -> Sequence[str]:
        """Other names."""

    @property
    def titles(self) -> Sequence[str]:
        """Descriptions that mean nobody else in the study."""


class People:
    """Everybody in an article. Fill it with `read`, then ask `named` and `described`.

    Args:
        known: persons that the study names.
    """

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self._persons: list[Person] = []
        self._names = Directory[Person]()
        self._unnamed_by_noun: dict[str, list[Person]] = {}
        self._aliases: dict[str, Person] = {}
        for given in known:
            parts = tuple(given.name.split())
            person = Person(
                parts, human=True, gender=gender_of(parts, ()), known=about(" ".join(given.titles).split())
            )
            self._aliases |= {
                alias.casefold(): person for alias in (given.name, *given.aliases, *given.titles)
            }
            self._add(person)

    def _add(self, person: Person) -> None:
        """Take somebody up."""
        self._persons.append(person)
        if person.name:
            self._names.add(person)
        elif person.descriptions:
            self._unnamed_by_noun.setdefault(person.descriptions[0].noun, []).append(person)

    def read(self, sentence: Sequence[Token]) -> None:
        """Note the full names in a sentence, with the titles before them and what is said about them between commas."""
        for first, run in name_runs(sentence):
            name = bare_name(run)
            if is_person(name):
                titles = [token.stem for token in run[: len(run) - len(name)]]
                person = self._full(name, titles)
                person.known |= about(titles) | about(_apposition(sentence, first, first + len(run)))

    def _full(self, name: tuple[str, ...], titles: Sequence[str]) -> Person:
        """The person of this full name, new if nobody of the same first name and surname was seen."""
        person = self._aliases.get(" ".join(name).casefold()) or self._names.same(name)
        if person is None:
            person = Person(name, human=True, gender=gender_of(name, titles))
            self._add(person)
        person.gender = person.gender or gender_of(name, titles)
        return person

    def called(self, name: str) -> Person:
        """The person of this very name, new if there is none: an interviewee, or an outlet that asks."""
        parts = tuple(name.split())
        return self._aliases.get(name.casefold()) or self._names.whole(parts) or self._full(parts, ())

    def named(self, phrase: Sequence[Token], recent: Sequence[Person]) -> Person | None:
        """The person or body whom a phrase names at its end, or None when it ends in a common noun.

        A surname alone is the most recent person of that surname whose gender fits the title ("Mrs. Clinton").
        """
        run = trailing_name(phrase)
        name = bare_name(run)
        if not name or _is_office(name) or name in NOBODY:
            return None
        alias = self._aliases.get(" ".join(name).casefold())
        if alias is not None:
            return alias
        titles = [token.stem for token in run[: len(run) - len(name)]]
        if is_person(name):
            return self._full(name, titles)
        return self._by_surname(name, gender_of(name, titles), recent) or self._body(name, titles)

    def _by_surname(self, name: tuple[str, ...], gender: str, recent: Sequence[Person]) -> Person | None:
        """The person of a full name that ends, or starts, with `name`: the latest, else the first of all."""
        same = self._names.part(name)
        met = [person for person in reversed(recent) if person in same]
        everybody = chain(met, same)
        return next(
            (p for p in everybody if not gender or p.gender in {"", gender}), next(chain(met, same), None)
        )

    def _body(self, name: tuple[str, ...], titles: Sequence[str]) -> Person:
        """The body, place or one-name person called `name`; a title makes it a person."""
        person = self._names.whole(name)
        if person is None:
            person = Person(name, human=bool(titles), gender=gender_of(name, titles), known=about(titles))
            self._add(person)
        return person

    def described(self, phrase: Sequence[Token], recent: Sequence[Person]) -> Person:
        """Whom a description means: the latest named person whom it fits, an unnamed one met before, or a new one."""
        description = describe(phrase)
        alias = self._aliases.get(description.text.casefold())
        if alias is not None:
            return alias
        if description.definite and description.person:
            found = self._fitting(description, recent)
            if found is not None:
                return found
        return self._unnamed(description)

    def _fitting(self, description: Description, recent: Sequence[Person]) -> Person | None:
        """The latest person, unnamed ones included, whom a definite description fits; else any in the article."""
        everybody = chain(reversed(recent), islice(self._persons, LOOKED_THROUGH))
        return next((p for p in everybody if p.human and p.name and fits(description, p.known)), None)

    def _unnamed(self, description: Description) -> Person:
        """The unnamed person of the same noun that a definite description can mean; else a new one."""
        alike = self._unnamed_by_noun.get(description.noun, [])
        for person in islice(reversed(alike), LOOKED_THROUGH if _may_agree(description) else 0):
            if _agrees(description, person):
                person.descriptions.append(description)
                person.known |= description.about
                return person
        person = Person(
            (),
            human=description.person,
            known=description.about | {description.noun},
            descriptions=[description],
        )
        self._add(person)
        return person


def _may_agree(description: Description) -> bool:
    """Whether a description can mean somebody met before: an indefinite one of a person is a new one."""
    return description.definite or not description.person


def _agrees(description: Description, person: Person) -> bool:
    """Whether a description can mean an unnamed person met before."""
    if description.text == person.descriptions[0].text and not description.person:
        return True
    return description.definite and (
        description.about <= person.known or person.known <= description.about | {description.noun}
    )


def _is_office(name: Sequence[str]) -> bool:
    """Whether a run of capitalised words is a title alone: "the Foreign Minister", "Secretary-General"."""
    return name[-1].lower() in PERSON_NOUNS and all(part.lower().strip(".") in words.TITLES for part in name)


def _apposition(sentence: Sequence[Token], first: int, last: int) -> list[str]:
    """The words that describe a name: behind it ("Smith, the envoy,") or right before it ("the envoy, Smith")."""
    found = (
        [token.stem for token in _until_stop(sentence[last + 1 : last + 13])]
        if _is_comma(sentence, last)
        else []
    )
    before = first - 1 if first and sentence[first - 1].text == "," else first
    return found + [token.stem for token in _until_stop(sentence[max(0, before - 9) : before][::-1])]


def _is_comma(sentence: Sequence[Token], at: int) -> bool:
    """Whether a comma stands there."""
    return at < len(sentence) and sentence[at].text == ","


def _until_stop(tokens: Sequence[Token]) -> list[Token]:
    """The tokens up to the first mark, verb or pronoun."""
    kept = []
    for token in tokens:
        if not token.word or token.lower in words.AUXILIARIES | words.PRONOUNS | words.CONJUNCTIONS:
            break
        kept.append(token)
    return kept
