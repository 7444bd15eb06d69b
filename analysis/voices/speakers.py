"""Whom each source of an article means, read from its first sentence to its last."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.voices import words
from analysis.voices.names import name_runs
from analysis.voices.people import People, Person
from analysis.voices.phrases import Phrase
from analysis.voices.tokens import Token

_NOBODY = (
    words.DETERMINERS
    | words.ADVERBS
    | words.OPENERS
    | words.RELATIVES
    | {"none", "almost", "me", "him", "them", "us"}
)

MEMORY = 12
"""Persons that a pronoun may mean, at most."""


class Speakers:
    """Turns phrases into persons; remembers who was spoken of last, for the pronouns.

    `author` is who says "I" and "we" outside quotation marks, in an interview's turn.

    Args:
        people: the article's persons.
    """

    def __init__(self, people: People) -> None:
        self.people = people
        self.author: Person | None = None
        self._recent: list[Person] = []

    def person(self, source: Phrase | None) -> Person | None:
        """Whom a source means, or None when a pronoun has no antecedent."""
        if source is None:
            return None
        if source.tokens[-1].pronoun:
            return self._antecedent(source.tokens[-1].pronoun)
        if all(token.lower in _NOBODY for token in source.tokens):
            return None
        return self.people.named(source.tokens, self._recent) or self.people.described(
            source.tokens, self._recent
        )

    def _antecedent(self, pronoun: str) -> Person | None:
        """The latest person whom a pronoun fits."""
        if pronoun == "you":
            return None
        if pronoun in {"i", "we"}:
            return self.author
        if pronoun in {"he", "she"}:
            gender = "masculine" if pronoun == "he" else "feminine"
            fitting = [
                p for p in self._recent if p.human and p.gender in {"", gender} and p is not self.author
            ]
            return fitting[-1] if fitting else None
        others = [p for p in self._recent if not p.human]
        return others[-1] if others else None

    def note(self, person: Person | None) -> None:
        """Remember that a person was the subject just now."""
        if person is None:
            return
        self._recent = [*(p for p in self._recent if p is not person), person][-MEMORY:]

    def note_names(self, sentence: Sequence[Token]) -> None:
        """Remember the full names of a sentence, the first one as the latest."""
        for _, run in reversed(list(name_runs(sentence))):
            person = self.people.named(run, self._recent)
            if person is not None and person.human:
                self.note(person)
