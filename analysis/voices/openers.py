"""The subject that a sentence opens with: what stands in for a speaker whom no verb names."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.voices import words
from analysis.voices.phrases import Phrase, starting_at
from analysis.voices.tokens import Token

SHORTEST_ADVERB = 6
"""Letters of an adverb in -ly; shorter words ("July", "rely", "Billy") are others."""

_DATES = frozenset({"later", "ago", "earlier", "after", "before"})
_EMPTY = frozenset({"there", "that", "it", "here", "what", "let"})
_INTRODUCE = words.ADVERBS | words.CONJUNCTIONS | words.TIMES | words.OPENERS


def first_subject(sentence: Sequence[Token]) -> Phrase | None:
    """The first noun phrase of a sentence that no preposition governs and that can speak."""
    at = 0
    while at < len(sentence):
        is_governed = sentence[at].lower in words.PREPOSITIONS
        start = at + 1 if is_governed else at
        skips = (
            start < len(sentence)
            and not is_governed
            and (not sentence[start].word or _introduces(sentence[start]))
        )
        found = None if skips else starting_at(sentence, start)
        if found is not None and not is_governed and _can_speak(found) and not _dates(sentence, found):
            return found
        at = found.last if found is not None else start + (not is_governed)
    return None


def clause_subject(sentence: Sequence[Token]) -> Phrase | None:
    """The subject of the last clause that a relative opens ("the way in which our partners react"), else the first."""
    for at in range(len(sentence) - 2, 0, -1):
        opener = sentence[at + 1]
        is_subject = opener.lower in words.DETERMINERS or opener.pronoun or opener.capital
        if sentence[at].lower in {"which", "that", "as", "how"} and is_subject:
            return starting_at(sentence, at + 1)
    return first_subject(sentence)


def _introduces(token: Token) -> bool:
    """Whether a word that may open a sentence is an adverb, a time, a conjunction or a participle."""
    is_adverb = token.lower.endswith("ly") and len(token.lower) >= SHORTEST_ADVERB
    return is_adverb or token.lower in _INTRODUCE or token.lower.endswith("ing")


def _dates(sentence: Sequence[Token], found: Phrase) -> bool:
    """Whether a phrase tells a time: "Hours later", "Two days after"."""
    follows = sentence[found.last].lower if found.last < len(sentence) else ""
    return found.tokens[-1].lower in words.TIMES or follows in _DATES


def _can_speak(found: Phrase) -> bool:
    """Whether a phrase is a pronoun, holds a name, or is introduced by a determiner."""
    opener = found.tokens[0]
    if opener.lower.partition("'")[0] in _EMPTY:
        return False
    is_known = bool(opener.pronoun) or opener.lower in words.DETERMINERS
    return is_known or any(token.capital for token in found.tokens)
