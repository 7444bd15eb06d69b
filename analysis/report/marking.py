"""A text in pieces, some of them marked: what another text lacks, or what it has too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.compare.words import content_words, running_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether it is marked."""

    text: str
    is_marked: bool


def lacking(text: str, other: str) -> tuple[Piece, ...]:
    """The text in pieces, those marked whose words `other` has nowhere.

    Words are compared without capitals and with one shape of apostrophe, wherever they stand: a word that the other
    text has in another place is no difference.
    """
    known = {_folded(token) for token in _TOKEN.findall(other)}
    tokens = _TOKEN.findall(text)
    return _joined(tokens, [_is_word(token) and _folded(token) not in known for token in tokens])


def common(text: str, other: str) -> tuple[Piece, ...]:
    """The text in pieces, those marked whose content words `other` has too; English stop words are not marked."""
    known = set(content_words(running_words(other)))
    tokens = _TOKEN.findall(text)
    return _joined(tokens, [bool(known.intersection(running_words(token))) for token in tokens])


def _joined(tokens: Sequence[str], marks: Sequence[bool]) -> tuple[Piece, ...]:
    """Neighbouring tokens of one kind as one piece; a space or mark between two marked words is marked with them."""
    pieces: list[Piece] = []
    for place, (token, own) in enumerate(zip(tokens, marks, strict=True)):
        is_between = not _is_word(token) and 0 < place < len(tokens) - 1
        is_marked = own or (is_between and marks[place - 1] and marks[place + 1])
        if pieces and pieces[-1].is_marked == is_marked:
            pieces[-1] = Piece(pieces[-1].text + token, is_marked)
        else:
            pieces.append(Piece(token, is_marked))
    return tuple(pieces)


def _is_word(token: str) -> bool:
    """Whether a token is a word and not what stands between two."""
    return token[0].isalnum()


def _folded(token: str) -> str:
    """A word as it is compared."""
    return token.lower().replace("’", "'")
