"""Which words of a sentence are reporting verbs, and what stands in front of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.voices import words
from analysis.voices.lexicon import Cue, cues
from analysis.voices.tokens import Token

Form = str
"""finite, participle (saying), infinitive (to say) or passive (was told)."""


LONG = 4
"""Letters of a word that has a capital in headlines; shorter ones ("the", "on") may not. Also how many it takes."""

CAPITALS = 0.85
"""Share of long words with a capital, above which a sentence is a headline."""

_PAUSES = frozenset({",", "—", "–", ":", ")", "-"})
_NO_SUBJECT = words.DETERMINERS - {"some", "many", "several", "few", "all"} | words.PREPOSITIONS
_PLURALS = words.word_set("and or people many some others media democrats republicans men women")
_ADJECTIVES = ("al", "ive", "ous", "ful", "ic", "ary")


@dataclass(frozen=True, slots=True)
class Verb:
    """The reporting verb at `at`, its auxiliaries and adverbs from `first` on, and its form."""

    at: int
    first: int
    cue: Cue
    form: Form


def reporting_verbs(sentence: Sequence[Token]) -> list[Verb]:
    """The reporting verbs of a sentence, in order. Nouns of the same spelling ("the claims") are left out."""
    found = []
    headline: bool | None = None
    for at, token in enumerate(sentence):
        cue = cues().get(token.lower) if token.word else None
        if cue is None:
            continue
        if token.capital and at > 0:
            headline = is_title_case(sentence) if headline is None else headline
            if not headline:
                continue
        verb = _verb(sentence, at, cue)
        if verb is not None:
            found.append(verb)
    return found


def is_title_case(sentence: Sequence[Token]) -> bool:
    """Whether at least `CAPITALS` of the words of four letters or more start with a capital, as in a headline."""
    long = [token for token in sentence if token.word and len(token.text) >= LONG]
    return len(long) >= LONG and sum(token.capital for token in long) > CAPITALS * len(long)


def _verb(sentence: Sequence[Token], at: int, cue: Cue) -> Verb | None:
    """The reporting verb at `at`, or None when the word is a noun or an adjective there."""
    first = at
    passive = infinitive = auxiliary = False
    while first > 0 and belongs(sentence[first - 1]):
        lower = sentence[first - 1].lower
        passive |= lower in words.PASSIVE
        auxiliary |= lower in words.AUXILIARIES
        infinitive |= lower == "to"
        first -= 1
    word = sentence[at].lower
    before = sentence[first - 1] if first else None
    if passive and not word.endswith("ing"):
        return Verb(at, first, cue, "passive") if _is_past(word, cue) else None
    if infinitive:
        return Verb(at, first, cue, "infinitive")
    if word.endswith("ing"):
        return _participle(sentence, Verb(at, first, cue, "finite" if auxiliary else "participle"), before)
    if auxiliary or _is_finite(word, cue, before):
        return Verb(at, first, cue, "finite")
    return None


def belongs(token: Token) -> bool:
    """Whether a token before a verb is an auxiliary or an adverb of it."""
    lower = token.lower
    return (
        token.word
        and not token.capital
        and (
            lower in words.AUXILIARIES
            or lower in words.ADVERBS
            or lower == "to"
            or (lower.endswith("ly") and len(lower) > LONG)
        )
    )


def _is_past(word: str, cue: Cue) -> bool:
    """Whether a form is a past tense or a past participle."""
    if word in cue.irregular:
        return not word.endswith(("ing", "s"))
    return word not in {cue.verb, f"{cue.verb}s", f"{cue.verb}es"} and not word.endswith(("ing", "ies"))


def _participle(sentence: Sequence[Token], verb: Verb, before: Token | None) -> Verb | None:
    """A form in -ing, unless it is an adjective or a noun: "the warring claims", "a saying"."""
    if before is None or verb.form == "finite":
        return verb
    is_noun = before.lower in words.DETERMINERS or before.possessive
    follows = sentence[verb.at + 1].lower if verb.at + 1 < len(sentence) else "."
    return None if is_noun or follows in {"of", "."} else verb


def _is_finite(word: str, cue: Cue, before: Token | None) -> bool:
    """Whether a form without auxiliary has in front of it what a subject can end with."""
    if before is None:
        return _is_past(word, cue)
    lower = before.lower
    if before.quotation or before.text in _PAUSES or lower in words.PRONOUNS | words.RELATIVES:
        return True
    if not before.word or (before.possessive and not before.text.endswith(("'", "’"))):
        return False
    if _is_past(word, cue):
        return lower not in words.DETERMINERS | words.PREPOSITIONS
    return lower not in _NO_SUBJECT and _is_present(word, cue, before)


def _is_present(word: str, cue: Cue, before: Token) -> bool:
    """Whether a form that may be a noun's ("claims", "plan") follows what its subject can end with."""
    lower = before.lower
    if "noun" in cue.takes and not before.capital and word not in cue.irregular:
        return False
    if word == cue.verb:
        is_plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and not before.capital
        return is_plural or lower in _PLURALS
    return before.capital or lower in {"and", "but"} or not lower.endswith(_ADJECTIVES)
