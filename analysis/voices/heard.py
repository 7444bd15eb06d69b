"""A sentence with what it reports and whom each report's source means; its quotations, direct and indirect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from analysis.voices.lexicon import ATTITUDE
from analysis.voices.openers import first_subject
from analysis.voices.people import Person
from analysis.voices.phrases import Phrase
from analysis.voices.reports import Report, reports
from analysis.voices.speakers import Speakers
from analysis.voices.tokens import Token

Kind = Literal["direct", "indirect", "term"]
Form = Literal["words", "clause", "act"]

TERM = 5
"""Words of a stretch in marks that is a term where it is a part of its clause and no cue stands beside it."""

NEAR = 4
"""Tokens between a quotation and a cue whose content it is not in, at most."""


@dataclass(slots=True)
class Found:
    """A quotation while its article is read: what its speaker is called is known at the article's end.

    `bare` says that nothing but quotations is in its sentence.
    """

    passage: int
    start: int
    end: int
    kind: Kind
    form: Form = "words"
    person: Person | None = None
    cue: str = ""
    cue_class: str = ""
    bare: bool = False

    def take(self, person: Person | None, cue: str, cue_class: str) -> None:
        """Give the quotation its speaker and its cue."""
        self.person, self.cue, self.cue_class = person, cue, cue_class


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence of the passage number `passage`, its reports with the person of each, and its first subject."""

    passage: int
    sentence: tuple[Token, ...]
    said: tuple[tuple[Report, Person | None], ...]
    opener: Phrase | None

    @property
    def ends_open(self) -> bool:
        """Whether a colon ends the sentence, so that the next one holds what it introduces."""
        return self.sentence[-1].text == ":"

    @property
    def spoke(self) -> list[Person]:
        """The persons who say something in the sentence, those left out who only think or want it."""
        return [person for report, person in self.said if person is not None and report.cue_class != ATTITUDE]

    def quoted(self) -> Iterator[Found]:
        """The quotations, each with the cue whose content it is in or that stands beside it, if there is one.

        A short one that is a part of its clause and has no cue is a term.
        """
        bare = not any(token.word for token in self.sentence)
        for at, token in enumerate(self.sentence):
            if not token.quotation:
                continue
            found = Found(self.passage, token.start, token.end, "direct", bare=bare)
            report, person = min(self.said, key=lambda pair: _distance(pair[0], at), default=(None, None))
            if report is not None and _distance(report, at) < len(self.sentence):
                found.take(person, report.cue, report.cue_class)
            elif at and self.sentence[at - 1].word and len(token.text.split()) <= TERM:
                found.kind = "term"
            yield found

    def indirect(self, author: Person | None) -> Iterator[Found]:
        """The reported stretches without the quotations at their ends, which are direct; not what the author thinks."""
        for report, person in self.said:
            is_own = person is not None and person is author and report.cue_class == ATTITUDE
            for first, last in () if is_own else report.contents:
                kept = None if self.sentence[first].quotation else self._without_quotations(first, last)
                if kept is not None:
                    yield Found(
                        self.passage, *kept, "indirect", report.form, person, report.cue, report.cue_class
                    )

    def _without_quotations(self, first: int, last: int) -> tuple[int, int] | None:
        """Characters of the tokens `first:last` without quotations and marks at their ends; None if no word is left."""
        said = [token for token in self.sentence[first:last] if token.word]
        return (said[0].start, said[-1].end) if said else None


def _distance(report: Report, at: int) -> int:
    """Tokens between a cue and a quotation that it can introduce; a great number when it cannot."""
    away = report.first - at if at < report.first else at - report.last + 1
    is_content = any(first <= at < last for first, last in report.contents)
    return away if is_content or away <= NEAR else 1_000_000


def hear(passage: int, sentence: tuple[Token, ...], speakers: Speakers) -> Heard:
    """A sentence's reports with the person that each source means.

    Names that stand before a pronoun in the sentence are noted before it is asked for.
    """
    said = reports(sentence)
    opener = first_subject(sentence)
    first = said[0].source if said else None
    if first is not None and first.tokens[0].pronoun:
        speakers.note_names(sentence[: first.first])
    elif opener is not None and opener.tokens[-1].capital and (first is None or opener.first < first.first):
        speakers.note(speakers.person(opener))
    pairs = []
    for report in said:
        person = speakers.person(report.source)
        speakers.note(person)
        pairs.append((report, person))
    return Heard(passage, sentence, tuple(pairs), opener)
