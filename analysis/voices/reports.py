"""What a sentence reports: the cue, its source and the reported words, for one sentence at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from analysis.voices import words
from analysis.voices.contents import verb_content
from analysis.voices.lexicon import BY_MARK
from analysis.voices.openers import clause_subject, first_subject
from analysis.voices.phrases import Phrase, ending_at, starting_at
from analysis.voices.roles import can_voice
from analysis.voices.subjects import subject
from analysis.voices.tokens import Token
from analysis.voices.verbs import Verb, is_title_case, reporting_verbs

_RUBRICS = words.word_set(
    "exclusive video watch analysis opinion report poll update breaking live photos fact review"
)
"""Words before a headline's colon that name no speaker."""

LABEL = 6
"""Words of a name before a colon, at most."""

INTRODUCTION = 12
"""Tokens before a colon in which a reporting verb introduces what the colon does."""

LONGEST = 400
"""Tokens; a longer "sentence" is a table or a list without marks, and reports nothing."""

_CLAUSAL = frozenset({"that", "bare", "post", "quote", "words", "according", "label", "colon", "signature"})
"""Constructions whose content is a clause or quoted words."""


@dataclass(frozen=True, slots=True)
class Report:
    """A cue (`first`: `last`, token indices), whom it names as the source, and the reported stretches of tokens."""

    first: int
    last: int
    cue: str
    cue_class: str
    construction: str
    source: Phrase | None
    contents: tuple[tuple[int, int], ...]

    @property
    def form(self) -> Literal["clause", "act"]:
        """Whether a clause is reported, or an act of speech with its object, aim or topic."""
        last = self.construction.rpartition(" ")[2]
        return "clause" if last in _CLAUSAL else "act"


def reports(sentence: Sequence[Token]) -> list[Report]:
    """All that a sentence reports, by the place of the cue; a source is handed on to participles and joined verbs."""
    if len(sentence) > LONGEST:
        return []
    verbs = reporting_verbs(sentence)
    found = sorted(
        (*_by_verb(sentence, verbs), *_by_phrase(sentence, verbs)), key=lambda report: report.first
    )
    return list(_clipped(sentence, list(_inherited(sentence, found))))


def _by_verb(sentence: Sequence[Token], verbs: Sequence[Verb]) -> Iterator[Report]:
    """The reports of the sentence's reporting verbs that have something reported."""
    for verb in verbs:
        source = subject(sentence, verb)
        content = verb_content(sentence, verb, source)
        if content is not None:
            yield Report(
                verb.first, content.cue_end, _cue_text(sentence, verb.at, content.cue_end), verb.cue.cue_class,
                f"{verb.cue.verb} {verb.form} {content.construction}", source, content.spans,
            )  # fmt: skip


def _cue_text(sentence: Sequence[Token], at: int, end: int) -> str:
    """A verb and the particles behind it: "called for"."""
    return " ".join(token.lower for token in sentence[at:end])


def _by_phrase(sentence: Sequence[Token], verbs: Sequence[Verb]) -> Iterator[Report]:
    """The reports of "according to" and of a name before a colon."""
    for at, token in enumerate(sentence):
        follows = sentence[at + 1] if at + 1 < len(sentence) else None
        if token.lower == "according" and follows is not None and follows.lower == "to":
            yield from _according_to(sentence, at)
        elif token.text == ":" and 0 < at < len(sentence) - 1:
            yield from _colon(sentence, at, verbs)
        elif token.text in {"-", "–", "—"} and 0 < at < len(sentence) - 1 and sentence[at - 1].quotation:
            yield from _signature(sentence, at)


def _according_to(sentence: Sequence[Token], at: int) -> Iterator[Report]:
    """The report of "According to X, ..." or "..., according to X"."""
    source = starting_at(sentence, at + 2)
    if source is None:
        return
    if at <= 1:
        comma = next((i for i in range(source.last, len(sentence)) if sentence[i].text == ","), len(sentence))
        spans = ((comma + 1, _last_word(sentence) + 1),)
    else:
        spans = ((0, at - 1 if sentence[at - 1].text == "," else at),)
    if spans[0][0] < spans[0][1]:
        yield Report(at, at + 2, "according to", BY_MARK, "according", source, spans)


def _colon(sentence: Sequence[Token], at: int, verbs: Sequence[Verb]) -> Iterator[Report]:
    """The reports of "Clinton: We will win", and of any sentence whose colon introduces a quotation."""
    is_quoted = sentence[at + 1].quotation
    source = ending_at(sentence, at - 1)
    if source is not None and _is_label(sentence, source, is_quoted=is_quoted):
        yield Report(at, at + 1, ":", BY_MARK, "label", source, ((at + 1, _last_word(sentence) + 1),))
    elif is_quoted and not any(at - INTRODUCTION <= verb.at < at for verb in verbs):
        names = source is not None and source.tokens[-1].capital
        is_governed = source is not None and sentence[source.first - 1].lower in words.PREPOSITIONS
        by = source if names and not is_governed else first_subject(sentence[:at])
        by = by if by is None or can_voice(by.tokens) else None
        yield Report(at, at + 1, ":", BY_MARK, "colon", by, ((at + 1, at + 2),))


def _is_label(sentence: Sequence[Token], source: Phrase, *, is_quoted: bool) -> bool:
    """Whether a phrase before a colon is a name that opens a headline or an item: "Clinton: ...", "- Clinton: ..."."""
    if not source.tokens[-1].capital or source.last - source.first > LABEL:
        return False
    if source.first:
        return is_quoted and sentence[source.first - 1].text in {"-", "–", "—", "•"}
    return (is_quoted or is_title_case(sentence)) and sentence[0].lower not in _RUBRICS


def _signature(sentence: Sequence[Token], at: int) -> Iterator[Report]:
    """A quotation, a dash and a name: the way tweets and mottoes are signed."""
    source = starting_at(sentence, at + 1)
    if (
        source is not None
        and all(token.capital for token in source.tokens)
        and source.last >= len(sentence) - 1
    ):
        yield Report(at, at + 1, sentence[at].text, BY_MARK, "signature", source, ((at - 1, at),))


def _last_word(sentence: Sequence[Token]) -> int:
    """The index of the last token that is no closing mark."""
    last = len(sentence) - 1
    while last > 0 and not (sentence[last].word or sentence[last].quotation):
        last -= 1
    return last


def _inherited(sentence: Sequence[Token], found: Sequence[Report]) -> Iterator[Report]:
    """The reports; one without a source of its own has the sentence's first one, or its first subject."""
    main = next((report.source for report in found if report.source is not None), None)
    for report in found:
        if report.source is None and " passive " not in report.construction:
            yield replace(report, source=main or clause_subject(sentence[: report.first]))
        else:
            yield report


def _clipped(sentence: Sequence[Token], found: Sequence[Report]) -> Iterator[Report]:
    """The reports, what each reports ended where another one of the same speaker begins.

    That is at ", adding", at "and urged" (not behind "that", which may reach further), and at ", Smith said".
    """
    for report in found:
        ends = [_cut(sentence, report, other) for other in found if other is not report]
        spans = [
            (first, min([last, *(end for end in ends if end > first)])) for first, last in report.contents
        ]
        yield replace(report, contents=tuple(spans))


def _cut(sentence: Sequence[Token], report: Report, other: Report) -> int:
    """The token at which `other` ends what `report` reports; 0 when it does not."""
    if other.first <= report.last or other.source is None:
        return 0
    before = sentence[other.first - 1]
    is_participle = " participle " in other.construction and before.text == ","
    is_joined = before.lower in words.CONJUNCTIONS and " that" not in report.construction
    if is_participle or is_joined:
        return other.first - 1
    is_later = other.source.first > report.last and sentence[other.source.first - 1].text == ","
    return other.source.first - 1 if is_later and other.construction.endswith((" post", " quote")) else 0
