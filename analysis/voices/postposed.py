"""Attributions behind or inside what they report: "..., Smith said", "..., Smith said, ..."."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.voices import words
from analysis.voices.clauses import (
    CLAUSES,
    FEWEST,
    Content,
    adds,
    behind_addressee,
    clause_end,
    holds_verb,
    last_said,
    trails_off,
)
from analysis.voices.phrases import Phrase
from analysis.voices.tokens import Token
from analysis.voices.verbs import Verb

_PAUSES = frozenset({",", "—", "–"})


def postposed(sentence: Sequence[Token], verb: Verb, source: Phrase | None) -> Content | None:
    """The words before "..., Smith said": the subject follows a pause, and no clause follows the verb."""
    takes = verb.cue.takes
    if source is None or source.first == 0 or not takes & (CLAUSES | {"quote"}):
        return None
    before = sentence[source.first - 1]
    after = verb.at + 1
    if "addressee" in takes and not trails_off(sentence, after):
        after = behind_addressee(sentence, after)
    if not (before.text in _PAUSES or before.quotation) or not trails_off(sentence, after):
        return None
    content = stretches_before(sentence, verb, source.first, after)
    is_said = content is not None and (takes & CLAUSES or content.quotes(sentence))
    return content if is_said else None


def stretches_before(sentence: Sequence[Token], verb: Verb, last: int, resume: int) -> Content | None:
    """The words before `last` and, where the sentence goes on behind a comma at `resume`, those too."""
    end = last_said(sentence, 0, last)
    spans = [(0, end)] if end and not _is_adjunct(sentence, end, resume) else []
    if resume + 1 < len(sentence) and sentence[resume].text == ",":
        rest = (resume + 1, clause_end(sentence, resume + 1))
        spans += [rest] if rest[1] - rest[0] > FEWEST and not adds(sentence[rest[0]]) else []
    return Content(tuple(spans), verb.at + 1, "post") if spans else None


def _is_adjunct(sentence: Sequence[Token], end: int, resume: int) -> bool:
    """Whether the words before an attribution are no clause: "In particular, ...", "At the meeting, ..."."""
    if any(token.quotation for token in sentence[:end]):
        return False
    is_short = end <= FEWEST and resume + 1 < len(sentence)
    return is_short or (sentence[0].lower in words.PREPOSITIONS and not holds_verb(sentence, 0, end))
