"""Where a reported clause begins and ends, and what follows a reporting verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.voices import words
from analysis.voices.phrases import starting_at
from analysis.voices.tokens import Token

FEWEST = 2
"""Words of a reported clause."""

CLAUSES = frozenset({"clause", "that", "addressee"})
"""What a verb takes that introduces clauses, in the words of `cues.csv`."""

_NO_CLAUSE = words.PREPOSITIONS | words.CONJUNCTIONS | words.TIMES


@dataclass(frozen=True, slots=True)
class Content:
    """Reported stretches (token indices), where the cue with its particles ends, and which construction it is."""

    spans: tuple[tuple[int, int], ...]
    cue_end: int
    construction: str

    def quotes(self, sentence: Sequence[Token]) -> bool:
        """Whether quoted words are among what is reported."""
        return any(token.quotation for first, last in self.spans for token in sentence[first:last])


def clause_end(sentence: Sequence[Token], first: int) -> int:
    """Where a clause that starts at `first` ends: before a strong mark, or before the sentence's closing marks."""
    last = first
    while last < len(sentence) and sentence[last].text not in {";", "—"}:
        last += 1
    return last_said(sentence, first, last)


def last_said(sentence: Sequence[Token], first: int, last: int) -> int:
    """The end of the tokens `first:last` without the marks behind their last word or quotation."""
    while last > first and not (sentence[last - 1].word or sentence[last - 1].quotation):
        last -= 1
    return last


def holds_verb(sentence: Sequence[Token], first: int, last: int) -> bool:
    """Whether an auxiliary, or behind the first token a form that looks like a verb, stands in `first:last`."""
    return any(token.lower in words.AUXILIARIES for token in sentence[first:last]) or any(
        not token.capital and token.lower.endswith(("ed", "s")) for token in sentence[first + 1 : last]
    )


def starts_noun(token: Token) -> bool:
    """Whether a token can start an object: a quotation, or a word that is no preposition, conjunction or time."""
    return token.quotation or (token.word and token.lower not in _NO_CLAUSE)


def adds(token: Token) -> bool:
    """Whether what a token starts adds to an attribution ("referring to ...", "who ...") instead of going on."""
    return token.lower.endswith(("ing", "ed")) or token.lower in words.RELATIVES | _NO_CLAUSE


def trails_off(sentence: Sequence[Token], first: int) -> bool:
    """Whether at most a mark, a time, an adverb or a phrase with a preposition follows."""
    if first >= len(sentence) or not sentence[first].word:
        return True
    return sentence[first].lower in words.PREPOSITIONS | words.TIMES | words.ADVERBS


def behind_addressee(sentence: Sequence[Token], first: int) -> int:
    """The index behind who is told; `first` when nobody is."""
    addressee = starting_at(sentence, first)
    if addressee is None:
        return first
    is_pronoun = addressee.tokens[0].lower in {"him", "her", "them", "me", "us"}
    return addressee.first + 1 if is_pronoun else addressee.last
