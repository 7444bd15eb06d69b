"""Every quotation and every report of an article, each with who speaks and by which cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.voices.heard import Form, Found, Heard, Kind, hear
from analysis.voices.lexicon import BY_MARK
from analysis.voices.passages import Parsed, Passage, parse
from analysis.voices.people import Known, People, Person
from analysis.voices.phrases import Phrase, starting_at
from analysis.voices.reports import LONGEST
from analysis.voices.roles import can_voice
from analysis.voices.speakers import Speakers
from analysis.voices.subjects import subject
from analysis.voices.verbs import is_title_case, reporting_verbs


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters `start:end` of a passage: somebody's words (`direct`), a report of them (`indirect`), or a `term`.

    The `form` of a report is a clause ("said that ...") or an act of speech that tells its object only ("criticised the
    plan"), as in Leech and Short (1981), Style in Fiction, chapter 10.
    """

    passage: int
    start: int
    end: int
    kind: Kind
    form: Form = "words"
    speaker: str = ""
    cue: str = ""
    cue_class: str = ""


def quotations(
    passages: Sequence[Passage], known: Sequence[Known] = (), *, doubled: bool = False
) -> list[Quotation]:
    """All quotations of an article, in the order of the text.

    A direct quotation's speaker is the subject of the cue beside it; else the subject of the sentence it stands in, who
    was introduced just before it, or the speaker going on. Indirect ones overlap direct ones where a reported clause
    holds quoted words.

    Args:
        passages: the article's paragraphs, in order.
        known: persons that the study names; others are found in the text.
        doubled: two apostrophes are a quotation mark, as in the exports of some news databases.
    """
    parsed = [parse(passage, doubled=doubled) for passage in passages]
    people = People(known)
    for item in parsed:
        for sentence in item.sentences:
            if item.passage.kind != "headline" and not is_title_case(sentence):
                people.read(sentence)
    reader = _Reader(Speakers(people))
    for item in parsed:
        reader.read(item)
    labels = {person: person.label for person in {q.person for q in reader.found} if person is not None}
    return [
        Quotation(
            q.passage,
            q.start,
            q.end,
            q.kind,
            q.form,
            labels[q.person] if q.person else "",
            q.cue,
            q.cue_class,
        )
        for q in reader.found
    ]


class _Reader:
    """Reads an article's passages in order; keeps who goes on speaking."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self.found: list[Found] = []
        self._passages = 0
        self._going_on: Person | None = None
        self._introduced: Person | None = None

    def read(self, parsed: Parsed) -> None:
        """Add the quotations and terms of the next passage."""
        self._start(parsed.passage)
        self._sign(parsed)
        here: list[Found] = []
        heard: Heard | None = None
        for sentence in parsed.sentences:
            heard = hear(self._passages, sentence, self.speakers)
            opener = self._opener(heard.opener)
            quoted = list(heard.quoted())
            direct = [item for item in quoted if item.kind == "direct"]
            for item in direct:
                self._find_speaker(item, opener)
            here += [*quoted, *heard.indirect(self.speakers.author)]
            self._remember(heard, opener, direct)
        if heard is None or not heard.ends_open:
            self._introduced = None
        _fill_backwards(here)
        here += [Found(self._passages, term.start, term.end, "term") for term in parsed.terms]
        self.found += sorted(here, key=lambda item: (item.start, item.end))
        self._passages += 1

    def _start(self, passage: Passage) -> None:
        """In an interview's turn "I" is who speaks there, and nobody goes on speaking from before it."""
        is_turn = passage.kind in {"question", "answer"} and passage.speaker != ""
        self.speakers.author = self.speakers.people.called(passage.speaker) if is_turn else None
        if is_turn:
            self._going_on = None

    def _sign(self, parsed: Parsed) -> None:
        """Give the quotation before a passage that is a dash and a name to that name, as mottoes are signed."""
        sentence = parsed.sentences[0] if parsed.sentences else ()
        last = self.found[-1] if self.found else None
        is_signature = len(sentence) > 1 and sentence[0].text in {"-", "–", "—"} and sentence[1].capital
        if is_signature and last is not None and last.kind == "direct" and not last.cue:
            last.take(self.speakers.person(starting_at(sentence, 1)), sentence[0].text, BY_MARK)

    def _find_speaker(self, item: Found, opener: Person | None) -> None:
        """Give a quotation without a cue its speaker; in an interview only where the sentence itself tells."""
        if item.cue:
            return
        item.person = opener
        if item.person is None and (item.bare or self.speakers.author is None):
            item.person = self._introduced or self._going_on

    def _opener(self, opener: Phrase | None) -> Person | None:
        """Whom a sentence's first subject means, where it can speak: a name, a pronoun, a person's description."""
        return self.speakers.person(opener) if opener is not None and can_voice(opener.tokens) else None

    def _remember(self, heard: Heard, opener: Person | None, direct: Sequence[Found]) -> None:
        """Note a sentence's persons for later pronouns (names, its subject, who spoke), and who may go on speaking."""
        self._introduced = self._introduces(heard) or opener
        self.speakers.note_names(heard.sentence)
        for person in (opener, *(person for _, person in heard.said)):
            self.speakers.note(person)
        for person in (*heard.spoke, *(item.person for item in direct[-1:])):
            self._going_on = person

    def _introduces(self, heard: Heard) -> Person | None:
        """Who is said to speak in the sentence, last, and so in the next one if that is a bare quotation."""
        if not heard.ends_open:
            return heard.spoke[-1] if heard.spoke else None
        if len(heard.sentence) > LONGEST:
            return None
        subjects = (subject(heard.sentence, verb) for verb in reversed(reporting_verbs(heard.sentence)))
        return self.speakers.person(next(filter(None, subjects), None))


def _fill_backwards(found: Sequence[Found]) -> None:
    """A sentence of nothing but quotation is whose the paragraph's next quotation is."""
    direct = [item for item in found if item.kind == "direct"]
    for before, after in zip(direct[-2::-1], direct[:0:-1], strict=True):
        if before.bare and not before.cue and after.cue:
            before.take(after.person, after.cue, after.cue_class)
