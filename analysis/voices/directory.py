"""The persons of an article by their names, so that each is found at once, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from analysis.voices import words
from analysis.voices.names import MOST


class Named(Protocol):
    """Somebody with a name, which may be empty; `human` says that it is a person's."""

    name: tuple[str, ...]
    human: bool


Somebody = TypeVar("Somebody", bound=Named)


class Directory(Generic[Somebody]):
    """Persons by their whole names, by first name and surname, and by the beginnings and ends of their names.

    Beginnings and ends are of `MOST` words at most, as many as a person's name has.
    """

    def __init__(self) -> None:
        self._whole: dict[tuple[str, ...], Somebody] = {}
        self._first_and_last: dict[tuple[str, str], Somebody] = {}
        self._ends: dict[tuple[str, ...], dict[Somebody, None]] = {}
        self._begins: dict[tuple[str, ...], dict[Somebody, None]] = {}

    def add(self, person: Somebody) -> None:
        """Take somebody up who has a name; of several with the same one, the first is found."""
        self._whole.setdefault(person.name, person)
        if not person.human:
            return
        self._first_and_last.setdefault((person.name[0], surname(person.name)), person)
        core = tuple(part for part in person.name if part.lower() not in words.SUFFIXES)
        for size in range(1, min(MOST, len(core) - 1) + 1):
            self._ends.setdefault(core[-size:], {})[person] = None
        for size in range(1, min(MOST, len(person.name)) + 1):
            self._begins.setdefault(person.name[:size], {})[person] = None

    def whole(self, name: tuple[str, ...]) -> Somebody | None:
        """Who has this very name, a body included."""
        return self._whole.get(name)

    def same(self, name: Sequence[str]) -> Somebody | None:
        """The person of the same first name and surname."""
        return self._first_and_last.get((name[0], surname(name)))

    def part(self, name: tuple[str, ...]) -> dict[Somebody, None]:
        """The persons whose full names end, or where there is none begin, with a name; in the order of the article."""
        return self._ends.get(name) or self._begins.get(name) or {}


def surname(name: Sequence[str]) -> str:
    """The last word of a name that is no suffix."""
    return next((part for part in reversed(name) if part.lower() not in words.SUFFIXES), name[-1])
