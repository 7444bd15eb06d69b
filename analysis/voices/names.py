"""Names of persons and bodies: where they stand, and which words before them are titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.voices import words
from analysis.voices.lexicon import first_names
from analysis.voices.tokens import Token

_BODIES = words.word_set(
    "committee party house department ministry council times post news university institute center centre group "
    "court congress union bank campaign agency association foundation press journal network company corporation "
    "inc bureau office administration commission force forces army navy pac college school league federation "
    "alliance coalition caucus fund america states kingdom street city county church magazine daily herald "
    "tribune globe report service services board society organization organisation team club project trust act "
    "treaty square airport embassy kremlin pentagon photo file image forum summit conference russia germany "
    "france britain ukraine china iran israel poland turkey italy spain mexico canada syria iraq afghanistan "
    "japan morocco georgia moldova crimea libya egypt qatar sweden moscow london paris berlin brussels washington "
    "york"
)
_NAMED_OF = words.word_set("secretary secretaries university department bank house chamber board ministry")
_PLACES = words.word_set("new north south west east san los santa el united saint st fort las upper lower")


FEWEST, MOST = 2, 5
"""Words of a person's full name: "Ann Smith" to "Anders van der Fogh Rasmussen"."""

BODY_AND_NAME = 3
_LETTERS = re.compile(r"[A-Z]{3,6}")

ABBREVIATION = 3
"""Letters from which on a word in capitals is a body's abbreviation and no part of a name ("AP", "JD" may be)."""


def is_name_token(token: Token) -> bool:
    """Whether a token can stand in a name: a capitalised word or an initial, and no day or month."""
    return token.capital and token.lower not in words.CALENDAR


def head(phrase: Sequence[Token]) -> Sequence[Token]:
    """A phrase up to its first preposition ("Ann Smith of Waco"), unless that is part of an office or a body's name."""
    for at, token in enumerate(phrase):
        if (
            at
            and token.lower in words.PREPOSITIONS
            and not (token.lower == "of" and phrase[at - 1].lower in _NAMED_OF)
        ):
            return phrase[:at]
    return phrase


def trailing_name(phrase: Sequence[Token]) -> list[Token]:
    """The name at the end of a phrase, titles included; empty when it ends in a common noun."""
    phrase = head(phrase)
    first = len(phrase)
    while first > 0 and _joins(phrase, first):
        first -= 1
    while (
        first < len(phrase)
        and phrase[first].lower in words.PARTICLES | words.NOT_NAMES
        and not _starts_name(phrase[first])
    ):
        first += 1
    return list(phrase[first:])


def _joins(phrase: Sequence[Token], first: int) -> bool:
    """Whether the token before `first` belongs to the same name; a possessive ends one ("Trump's aide Ann Smith")."""
    token = phrase[first - 1]
    if first < len(phrase) and token.possessive:
        return False
    if token.text in {",", "&"}:
        return first < len(phrase)
    is_particle = token.lower in words.PARTICLES | {"of"} and first < len(phrase)
    return is_name_token(token) or is_particle


def _starts_name(token: Token) -> bool:
    """Whether a particle is written with a capital letter and so may start a name: "De Niro", "Al Gore"."""
    return token.capital and token.lower in words.PARTICLES


def bare_name(run: Sequence[Token]) -> tuple[str, ...]:
    """The words of a name without the titles before it: "U.S. NATO Ambassador Ivo Daalder" -> Ivo Daalder.

    The name of a body keeps all its words, and a run of nothing but titles is left as it is. Letters that stand for a
    body ("the OSCE Alexander Lukashevich") are no first name when two names follow.
    """
    parts = [token.stem for token in run if token.text != ","]
    lowered = [part.lower().strip(".") for part in parts]
    core = [part for part in lowered if part not in words.SUFFIXES]
    if not core or core[-1] in _BODIES or core[-1] in words.TITLES:
        return tuple(parts)
    titles = [
        at for at, part in enumerate(lowered[: len(core) - 1]) if part.partition("-")[0] in words.TITLES
    ]
    kept = parts[titles[-1] + 1 :] if titles else parts
    is_body_first = len(kept) == BODY_AND_NAME and _LETTERS.fullmatch(kept[0]) is not None
    return tuple(kept[1:] if is_body_first and not any(map(_LETTERS.fullmatch, kept[1:])) else kept)


def is_person(name: Sequence[str]) -> bool:
    """Whether a name of two to five words reads as a person's, not as a body's or a place's."""
    lowered = [part.lower().strip(".") for part in name if part.lower() not in words.SUFFIXES]
    if not FEWEST <= len(lowered) <= MOST:
        return False
    if len(name) > FEWEST and any(part in words.NOT_NAMES | words.PREPOSITIONS for part in lowered):
        return False
    known = name[0] in first_names() and lowered[-1] not in _BODIES
    is_other = (
        lowered[-1] in _BODIES | words.TITLES
        or lowered[0] in _PLACES
        or any(part.isupper() and len(part) >= ABBREVIATION for part in name)
    )
    return known or not is_other


def gender_of(name: Sequence[str], titles: Sequence[str]) -> str:
    """Masculine or feminine by a title or a first name; empty when neither tells."""
    lowered = {title.lower().strip(".") for title in titles}
    if lowered & words.FEMININE:
        return "feminine"
    if lowered & words.MASCULINE:
        return "masculine"
    return first_names().get(name[0], "") if len(name) > 1 else ""


def name_runs(sentence: Sequence[Token]) -> Iterator[tuple[int, list[Token]]]:
    """The names of a sentence, titles included, each with the index of its first token."""
    at = 0
    while at < len(sentence):
        last = at
        while last < len(sentence) and _extends(sentence, at, last):
            last += 1
        run = trailing_name(sentence[at:last])
        if run and run[0] is sentence[0] and len(run) > 1 and run[0].lower.endswith(("ing", "ed", "ly")):
            run = run[1:]
        if run:
            yield last - len(run), run
        at = max(last, at + 1)


def _extends(sentence: Sequence[Token], first: int, last: int) -> bool:
    """Whether the run of name tokens from `first` on goes on at `last`."""
    if last > first and sentence[last - 1].possessive:
        return False
    token = sentence[last]
    follows = sentence[last + 1] if last + 1 < len(sentence) else None
    is_joint = (
        last > first and follows is not None and is_name_token(follows) and token.lower in words.PARTICLES
    )
    return is_name_token(token) or is_joint
