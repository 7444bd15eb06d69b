"""Subjects with an insertion behind them: "Smith, a lawyer from Waco, Texas, said"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.voices import words
from analysis.voices.phrases import Phrase, ending_at, phrase
from analysis.voices.tokens import Token

PARTS = 6
"""Commas that a subject's insertions may hold, at most."""

BRACKETED = 25
"""Tokens between two brackets or dashes, at most."""

PLACE = 2
"""Words of a place's second name: "Texas", "New Mexico"."""

_BREAKS = frozenset({",", "—", "–", ";", ":"})


def before_insertion(sentence: Sequence[Token], mark: int) -> Phrase | None:
    """The noun phrase that the insertion before the comma, bracket or dash at `mark` belongs to.

    Walks back over the parts between commas while they read as an insertion: they start with an article, a relative, a
    preposition, an age, a small letter, or are a place's second name.
    """
    last = _opening(sentence, mark)
    for _ in range(PARTS):
        first = last
        while first > 0 and sentence[first - 1].text not in _BREAKS and not sentence[first - 1].quotation:
            first -= 1
        is_first = first == 0 or sentence[first - 1].text != ","
        if is_first or not _is_insertion(sentence, first, last):
            return _last_phrase(sentence, first, last)
        last = first - 1
    return None


def _opening(sentence: Sequence[Token], mark: int) -> int:
    """The index of the partner of a bracket or dash; of the mark itself for a comma."""
    partner = {")": "(", "—": "—", "–": "–"}.get(sentence[mark].text)
    earlier = range(mark - 1, max(-1, mark - BRACKETED), -1)
    return next((at for at in earlier if sentence[at].text == partner), mark)


def _is_insertion(sentence: Sequence[Token], first: int, last: int) -> bool:
    """Whether the tokens between two commas only describe what stands before the first of them."""
    if first >= last:
        return True
    opener = sentence[first]
    if not opener.capital or opener.possessive or opener.lower in words.TITLES | words.SUFFIXES:
        return opener.lower not in words.CONJUNCTIONS | words.PRONOUNS
    return last - first <= PLACE and first > 1 and _names_place(sentence, first - 2)


def _names_place(sentence: Sequence[Token], at: int) -> bool:
    """Whether a name that ends at `at` follows a preposition, as a town before its state does."""
    if not sentence[at].capital:
        return False
    while at > 0 and sentence[at].capital:
        at -= 1
    return sentence[at].lower in words.PREPOSITIONS


def _last_phrase(sentence: Sequence[Token], first: int, last: int) -> Phrase | None:
    """The noun phrase at the end of the tokens `first:last`, none of it before `first`."""
    found = ending_at(sentence, last - 1) if last > first else None
    return phrase(sentence, max(first, found.first), found.last) if found is not None else None
