"""What a mention is: the characters of a sentence that stand for an actor, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name at `start:end` of a sentence: the full `name`, and a gender where one is known."""

    start: int
    end: int
    name: str
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a paragraph with who speaks, and the persons whom it names, actors of the study or not."""

    sentence_id: str
    text: str
    voice: str = "narration"
    speaker: str = ""
    named: tuple[Named, ...] = ()
