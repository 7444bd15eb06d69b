"""A sentence and its target as the word pieces that the network reads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

LONGEST = 128
"""Word pieces that the network reads; a longer sentence is cut around its target."""
LONGEST_TARGET = 48
SPECIAL = ("[CLS]", "[SEP]", "[unused1]", "[unused2]")
"""The start, the end, and a marker on each side of the target."""
LENGTHS = (16, 24, 32, 40, 48, 64, 80, 96, LONGEST)


@dataclass(frozen=True, slots=True)
class Input:
    """Word pieces of a sentence; the target's are those from `first` up to `end`, between its markers."""

    pieces: tuple[int, ...]
    first: int
    end: int

    @property
    def length(self) -> int:
        """The fixed length that the sentence is padded to, so that no batch-mate changes how it is rounded."""
        return next(length for length in LENGTHS if length >= len(self.pieces))


class Reader:
    """Cuts sentences into word pieces with the encoder's tokenizer.

    Args:
        base: the encoder's folder.
    """

    def __init__(self, base: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        known: dict[str, int] = self._tokenizer.get_vocab()
        self._start, self._end, self._open, self._close = (known[name] for name in SPECIAL)

    def read(self, text: str, start: int, end: int) -> Input:
        """The pieces of a sentence with its target at `text[start:end]`.

        The target is read by itself, so that a piece never straddles its edge; case is folded by the tokenizer.
        """
        before, target, after = (self._pieces(part) for part in (text[:start], text[start:end], text[end:]))
        target = target[:LONGEST_TARGET]
        left, right = room(len(before), len(after), LONGEST - len(SPECIAL) - len(target))
        before, after = before[len(before) - left :], after[:right]
        pieces = (self._start, *before, self._open, *target, self._close, *after, self._end)
        first = len(before) + 2
        return Input(pieces, first, first + len(target))

    def read_pair(self, text: str, start: int, end: int) -> Input:
        """The pieces of a sentence, then those of its target as a second text: a design that was tried."""
        sentence, target = self._pieces(text), self._pieces(text[start:end])[:LONGEST_TARGET]
        sentence = sentence[: LONGEST - 3 - len(target)]
        first = len(sentence) + 2
        return Input((self._start, *sentence, self._end, *target, self._end), first, first + len(target))

    def _pieces(self, text: str) -> Sequence[int]:
        """Word pieces without special ones."""
        pieces: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return pieces


def room(before: int, after: int, free: int) -> tuple[int, int]:
    """How many pieces before and after the target are kept of `free`: half each, or what the other side leaves."""
    left = min(before, max(free // 2, free - after))
    return left, min(after, free - left)
