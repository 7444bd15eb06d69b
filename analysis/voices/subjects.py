"""Who a reporting verb's subject is."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.voices import words
from analysis.voices.insertions import before_insertion
from analysis.voices.lexicon import cues
from analysis.voices.phrases import Phrase, ending_at, nearest_to, starting_at, with_complement
from analysis.voices.tokens import Token
from analysis.voices.verbs import Verb, belongs

_PAUSES = frozenset({",", "—", "–", ")"})
_WHO = frozenset({"who", "which", "that"})
_NO_SUBJECT = words.CLAUSE_OPENERS | words.PREPOSITIONS | words.TIMES


def subject(sentence: Sequence[Token], verb: Verb) -> Phrase | None:
    """The phrase that names who says it, before the verb or, behind a quotation or comma, after it; None if not found.

    "Smith, a lawyer from Waco, said" -> Smith; "..., said Ann Smith" -> Ann Smith; "Smith, who has denied" -> Smith;
    "Smith declined to say" -> Smith. Participles and verbs behind "and" have none of their own.
    """
    if verb.form in {"passive", "participle"}:
        return None
    if _can_invert(sentence, verb):
        return with_complement(sentence, starting_at(sentence, verb.at + 1))
    return _before(sentence, verb.first - 1)


def _before(sentence: Sequence[Token], last: int) -> Phrase | None:
    """The phrase that ends at `last`, seen through adverbs, commas, relatives and a governing verb."""
    while last > 0 and belongs(sentence[last]) and sentence[last].lower != "to":
        last -= 1
    if last < 0 or sentence[last].quotation:
        return None
    token = sentence[last]
    if token.text in _PAUSES:
        return before_insertion(sentence, last)
    if token.lower in _WHO and last > 0:
        return nearest_to(sentence, last - 2 if sentence[last - 1].text in _PAUSES else last - 1)
    if sentence[last + 1].lower == "to":
        return _before(sentence, last - 1) if _governs(token) else None
    if not token.word or token.lower in words.CONJUNCTIONS | words.PREPOSITIONS:
        return None
    return _checked(sentence, ending_at(sentence, last))


def _governs(token: Token) -> bool:
    """Whether a word looks like the verb of an infinitive: "declined to say"."""
    return not token.capital and (token.lower in cues() or token.lower.endswith("ed"))


def _checked(sentence: Sequence[Token], found: Phrase | None) -> Phrase | None:
    """A phrase before a verb, unless it is a time, an infinitive's object or inside a relative clause."""
    if found is None or found.first == 0:
        return found
    before = sentence[found.first - 1]
    if before.lower == "to":
        return None
    if found.tokens[-1].lower in words.TIMES:
        return _before(sentence, found.first - 1)
    return _past_relative(sentence, found) or found


def _past_relative(sentence: Sequence[Token], found: Phrase) -> Phrase | None:
    """Whom a relative clause before the verb describes: "the official who spoke anonymously stressed"."""
    opener = found.tokens[0]
    is_subject = opener.capital or opener.pronoun or opener.lower in words.DETERMINERS
    if is_subject or sentence[found.first - 1].lower not in _WHO:
        return None
    return nearest_to(sentence, found.first - 2)


def _can_invert(sentence: Sequence[Token], verb: Verb) -> bool:
    """Whether a verb follows a quotation or a comma directly and its subject follows it: "..., said Smith"."""
    takes = verb.cue.takes
    if not 0 < verb.first == verb.at < len(sentence) - 1 or "addressee" in takes:
        return False
    before, after = sentence[verb.at - 1], sentence[verb.at + 1]
    if not after.word or after.lower in _NO_SUBJECT or not takes & {"clause", "that", "quote"}:
        return False
    return before.quotation or (
        before.text in {",", "—", "–"} and "clause" in takes and _ends_report(sentence, verb)
    )


def _ends_report(sentence: Sequence[Token], verb: Verb) -> bool:
    """Whether a name or a description, and no clause, is all that follows a verb up to a mark or a preposition."""
    found = starting_at(sentence, verb.at + 1)
    if found is None or found.tokens[0].pronoun:
        return False
    is_somebody = found.tokens[0].lower in words.DETERMINERS or any(token.capital for token in found.tokens)
    following = sentence[found.last] if found.last < len(sentence) else None
    ends = following is None or not following.word
    return is_somebody and (
        ends or (following is not None and following.lower in _NO_SUBJECT | words.RELATIVES)
    )
