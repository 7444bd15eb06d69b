"""Noun phrases before and behind a reporting verb: who may be speaking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.voices import words
from analysis.voices.lexicon import cues, first_names
from analysis.voices.tokens import Token

LONGEST = 14
"""Words of a phrase, at most; a longer one has run into the rest of the sentence."""

_COMPLEMENTS = frozenset({"to", "of", "for", "at", "with", "in", "from"})
_SAID = frozenset({"said", "told", "says", "wrote"})
_OUTSIDE = (
    words.PREPOSITIONS
    | words.AUXILIARIES
    | words.PRONOUNS
    | words.CONJUNCTIONS
    | words.RELATIVES
    | words.CALENDAR
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first:last` of a sentence that name somebody: a name, a pronoun or a description.

    Of a title with a preposition in it, `tokens` hold the name's part only.
    """

    tokens: tuple[Token, ...]
    first: int
    last: int


def phrase(sentence: Sequence[Token], first: int, last: int) -> Phrase | None:
    """The phrase of the tokens `first:last`, or None when there are none."""
    return Phrase(tuple(sentence[first:last]), first, last) if first < last else None


def nearest_to(sentence: Sequence[Token], last: int) -> Phrase | None:
    """The simple noun phrase whose last token is at `last`: what "who" and "which" refer to."""
    if last < 0 or not sentence[last].word:
        return None
    return phrase(sentence, _left_end(sentence, last), last + 1)


def ending_at(sentence: Sequence[Token], last: int) -> Phrase | None:
    """The noun phrase that ends at `last`, with the noun that its prepositions hang on: "delegates of the party"."""
    found = nearest_to(sentence, last)
    before = found.first - 1 if found is not None else -1
    if found is None or before < 1:
        return found
    token, governor = sentence[before], sentence[before - 1]
    if token.lower in words.PREPOSITIONS and governor.word and not _is_no_noun(governor):
        return _with_governor(sentence, before, found)
    if token.lower == "and" and found.tokens[0].lower == "other":
        return ending_at(sentence, before - 1) or found
    return found


def _is_no_noun(token: Token) -> bool:
    """Whether nothing can hang on a word: another preposition, an auxiliary, a conjunction, a day."""
    return token.lower in words.PREPOSITIONS | words.AUXILIARIES | words.CONJUNCTIONS | words.CALENDAR


def _with_governor(sentence: Sequence[Token], preposition: int, inner: Phrase) -> Phrase | None:
    """The phrase that a preposition hangs on, with the inner one; the inner one alone where a verb governs it."""
    outer = ending_at(sentence, preposition - 1)
    if outer is None or outer.last - outer.first > LONGEST:
        return inner
    if _ends_title(sentence, preposition, inner):
        return Phrase(inner.tokens, outer.first, inner.last)
    head = outer.tokens[-1]
    looks_verbal = head.lower in cues() or head.lower.endswith(("ing", "ed")) or head.lower in words.ADVERBS
    return inner if looks_verbal and not head.capital else phrase(sentence, outer.first, inner.last)


def _ends_title(sentence: Sequence[Token], preposition: int, inner: Phrase) -> bool:
    """Whether a preposition is part of a title: "Secretary of State Ann Smith", "envoy to the UN Ann Smith"."""
    if not inner.tokens[-1].capital:
        return False
    names = [at for at, token in enumerate(inner.tokens[:-1]) if token.text in first_names()]
    is_body_and_name = bool(names) and names[0] > 0 and inner.tokens[names[0] - 1].capital
    is_secretary = sentence[preposition - 1].lower == "secretary" and sentence[preposition].lower == "of"
    return is_body_and_name or (is_secretary and len(inner.tokens) > len(("State", "Smith")))


def _left_end(sentence: Sequence[Token], last: int) -> int:
    """The index of the first token of the simple noun phrase that ends at `last`."""
    first = last
    if sentence[last].pronoun:
        return last
    while first > 0 and last - first < LONGEST:
        is_start = sentence[first].lower in words.DETERMINERS and sentence[first - 1].lower != "all"
        if is_start or not _continues(sentence[first - 1]) or _governs(sentence[first - 1]):
            break
        first -= 1
    return first


def _continues(token: Token) -> bool:
    """Whether a token can stand inside a simple noun phrase."""
    if token.text in {"-", "&"}:
        return True
    is_adverb = not token.capital and (token.lower in words.ADVERBS or token.lower.endswith("ly"))
    return token.word and token.lower not in _OUTSIDE and not is_adverb


def _governs(token: Token) -> bool:
    """Whether a word is a verb that the phrase behind it is the object of, not a part of the phrase."""
    return not token.capital and token.lower in cues() and token.lower.endswith(("ed", "s", "said", "told"))


def starting_at(sentence: Sequence[Token], first: int) -> Phrase | None:
    """The simple noun phrase that starts at `first`."""
    if first < len(sentence) and sentence[first].pronoun:
        return phrase(sentence, first, first + 1)
    last = first
    while last < min(len(sentence), first + LONGEST) and _goes_on(sentence, first, last):
        last += 1
    return phrase(sentence, first, last)


def _goes_on(sentence: Sequence[Token], first: int, last: int) -> bool:
    """Whether the phrase from `first` on goes on with the token at `last`."""
    token = sentence[last]
    if last == first:
        return _continues(token)
    following = sentence[last + 1].lower if last + 1 < len(sentence) else ""
    is_suffix = token.text == "," and following in words.SUFFIXES
    return is_suffix or (_continues(token) and (token.capital or not _ends_phrase(token, sentence[last - 1])))


def _ends_phrase(token: Token, before: Token) -> bool:
    """Whether a word in small letters is likely the verb behind a noun phrase, or starts the next phrase."""
    is_verb = token.lower.endswith(("ed", "ing")) and (token.lower in cues() or before.capital)
    return is_verb or token.lower in words.AUXILIARIES | words.DETERMINERS | _SAID


def with_complement(sentence: Sequence[Token], found: Phrase | None) -> Phrase | None:
    """A description with the phrase that a preposition adds to it: "an adviser to Ann Smith"."""
    if found is None or found.tokens[-1].capital or found.last >= len(sentence):
        return found
    added = starting_at(sentence, found.last + 1) if sentence[found.last].lower in _COMPLEMENTS else None
    is_time = added is not None and added.tokens[-1].lower in words.TIMES
    return found if added is None or is_time else phrase(sentence, found.first, added.last)
