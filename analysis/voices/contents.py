"""What is reported by a verb: a quotation, a clause, what stands before it, or its object."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.voices import words
from analysis.voices.clauses import (
    CLAUSES,
    FEWEST,
    Content,
    behind_addressee,
    clause_end,
    holds_verb,
    starts_noun,
)
from analysis.voices.lexicon import cues
from analysis.voices.phrases import Phrase
from analysis.voices.postposed import postposed, stretches_before
from analysis.voices.tokens import Token
from analysis.voices.verbs import Verb

REACH = 14
"""Tokens between a verb and the "that" or quotation it introduces, at most: "said, in a speech on Monday, that"."""

_BETWEEN = frozenset({"as", "that", "it", "him", "her"})
_NO_PARTICLE = CLAUSES | {"object", "quote", "noun"}


def verb_content(sentence: Sequence[Token], verb: Verb, source: Phrase | None) -> Content | None:
    """What the verb reports, or None: a verb that has none of its constructions reports nothing.

    Tried in this order: a quotation beside it; a clause with "that" or the like; the words before a verb that ends the
    sentence; an infinitive or a preposition of the verb's; a bare clause; its object.
    """
    if source is not None and source.first > verb.at:
        return stretches_before(sentence, verb, verb.first, source.last)
    content = _quoted(sentence, verb) or _that(sentence, verb)
    if verb.form == "infinitive":
        return content or _governed(sentence, verb)
    return (
        content
        or postposed(sentence, verb, source)
        or _governed(sentence, verb)
        or _bare(sentence, verb)
        or _object(sentence, verb)
    )


def _quoted(sentence: Sequence[Token], verb: Verb) -> Content | None:
    """A quotation right behind the verb, or behind a comma, a colon, an addressee or a place."""
    at = verb.at + 1
    while at < len(sentence) and (sentence[at].text in {",", ":"} or sentence[at].lower in _BETWEEN):
        at += 1
    if at >= len(sentence) or not sentence[at].quotation:
        at = _introduced(sentence, verb)
    return Content(((at, clause_end(sentence, at)),), verb.at + 1, "quote") if at else None


def _introduced(sentence: Sequence[Token], verb: Verb) -> int:
    """Where the quotation is that "told reporters on Monday, ..." introduces; 0 when there is none."""
    if not verb.cue.takes & (CLAUSES | {"quote"}):
        return 0
    for at in range(verb.at + 1, min(len(sentence), verb.at + REACH)):
        token = sentence[at]
        if token.quotation:
            return at if sentence[at - 1].text in {",", ":"} else 0
        if token.text in {";", "—"} or token.pronoun or token.lower in words.AUXILIARIES | words.RELATIVES:
            return 0
    return 0


def _that(sentence: Sequence[Token], verb: Verb) -> Content | None:
    """A clause behind "that", "whether", "how", which may stand behind an addressee, a place and a time."""
    if not verb.cue.takes & CLAUSES:
        return None
    for away in range(1, min(REACH, len(sentence) - FEWEST - verb.at)):
        at = verb.at + away
        if _opens_clause(sentence[at], away):
            return Content(((at, clause_end(sentence, at)),), verb.at + 1, "that")
        if _bars_clause(sentence[at], away):
            return None
    return None


def _opens_clause(token: Token, away: int) -> bool:
    """Whether a token so many places behind a verb opens what it reports."""
    is_near = 1 < away <= 3 or (away == 1 and token.lower not in {"when", "where", "who"})  # noqa: PLR2004 - "asked him how"
    return token.lower == "that" or (is_near and token.lower in words.CLAUSE_OPENERS)


def _bars_clause(token: Token, away: int) -> bool:
    """Whether no "that" behind a token can belong to the verb any more: another clause has begun."""
    is_other = not token.capital and (token.lower in words.AUXILIARIES or token.lower in cues())
    return (
        bool(token.pronoun)
        or is_other
        or token.quotation
        or token.text in {";", ":"}
        or (away > 1 and token.lower in {"and", "but"})
    )


def _governed(sentence: Sequence[Token], verb: Verb) -> Content | None:
    """An infinitive, or a noun behind one of the verb's prepositions: "refused to", "called for"."""
    after = verb.at + 1
    if after + 1 >= len(sentence) or not sentence[after].word:
        return None
    lower = sentence[after].lower
    if lower not in verb.cue.takes or lower in _NO_PARTICLE:
        return None
    if lower == "to":
        return Content(((after, clause_end(sentence, after)),), after, "to")
    return Content(((after + 1, clause_end(sentence, after + 1)),), after + 1, "preposition")


def _bare(sentence: Sequence[Token], verb: Verb) -> Content | None:
    """A clause right behind the verb, or behind its comma, its time or its addressee."""
    if "clause" not in verb.cue.takes or verb.form == "passive":
        return None
    first = verb.at + 1
    while first < len(sentence) and (sentence[first].lower in words.TIMES or sentence[first].text == ","):
        first += 1
    if "addressee" in verb.cue.takes:
        first = behind_addressee(sentence, first)
    last = clause_end(sentence, first)
    if last - first < FEWEST or not _starts_clause(sentence[first]):
        return None
    is_clause = sentence[first].lower in words.SUBJECTS or holds_verb(sentence, first, last)
    if not is_clause and "object" in verb.cue.takes:
        return None
    return Content(((first, last),), verb.at + 1, "bare" if is_clause else "words")


def _starts_clause(token: Token) -> bool:
    """Whether a clause without "that" can start with a token."""
    return token.word and token.lower not in words.PREPOSITIONS | words.CONJUNCTIONS


def _object(sentence: Sequence[Token], verb: Verb) -> Content | None:
    """The verb's object and what follows: "criticised the plan", "accused NATO of spreading instability"."""
    first = verb.at + 1
    if "object" not in verb.cue.takes or verb.form == "passive" or first >= len(sentence):
        return None
    if not starts_noun(sentence[first]):
        return None
    return Content(((first, clause_end(sentence, first)),), first, "object")
