"""A text in pieces, with those words marked that another text does not have."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether the other text lacks its words."""

    text: str
    is_lacking: bool


def marked(text: str, other: str) -> tuple[Piece, ...]:
    """The text in pieces: runs of words that `other` has nowhere, and the rest.

    Words are compared without capitals and with one shape of apostrophe, wherever they stand: a word that the other
    text has in another place is no difference. What stands between two lacking words belongs to their run.
    """
    known = {_folded(token) for token in _TOKEN.findall(other)}
    tokens = _TOKEN.findall(text)
    lacking = [token[0].isalnum() and _folded(token) not in known for token in tokens]
    bridged = [
        own
        or (
            0 < place < len(tokens) - 1
            and not token[0].isalnum()
            and lacking[place - 1]
            and lacking[place + 1]
        )
        for place, (token, own) in enumerate(zip(tokens, lacking, strict=True))
    ]
    pieces: list[Piece] = []
    for token, is_lacking in zip(tokens, bridged, strict=True):
        if pieces and pieces[-1].is_lacking == is_lacking:
            pieces[-1] = Piece(pieces[-1].text + token, is_lacking)
        else:
            pieces.append(Piece(token, is_lacking))
    return tuple(pieces)


def _folded(token: str) -> str:
    """A word as it is compared."""
    return token.lower().replace("’", "'")
