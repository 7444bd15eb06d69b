"""What a mention is: the characters of a sentence that stand for an actor, and how that is known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal, Protocol, TypeVar

How = Literal["alias", "pronoun", "description"]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Characters `start:end` of a sentence that stand for the actor `target`.

    `is_office` says that the name only places a person ("a NATO spokesman"): the actor is then named, so that a
    description behind it can mean it, but the sentence is about the person.
    """

    start: int
    end: int
    target: str
    how: How = "alias"
    is_office: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A person's name at `start:end` of a sentence: the full `name`, and a gender where one is known."""

    start: int
    end: int
    name: str
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a paragraph with who speaks, and the persons whom it names, in order, of the study or not."""

    sentence_id: str
    text: str
    voice: str = "narration"
    speaker: str = ""
    named: tuple[Named, ...] = ()


class Stretch(Protocol):
    """Characters `start:end` of a sentence."""

    @property
    def start(self) -> int:
        """The first."""

    @property
    def end(self) -> int:
        """Behind the last."""


Some = TypeVar("Some", bound=Stretch)


def first_in(stretches: Sequence[Some], start: int, end: int) -> Some | None:
    """The first of some stretches that shares characters with `start:end`; they are in order and share none."""
    at = bisect_right(stretches, start, key=attrgetter("end"))
    return stretches[at] if at < len(stretches) and stretches[at].start < end else None
