"""Windows of a text that is longer than the encoder reads, and the fixed lengths that windows are padded to."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BUCKETS = (32, 64, 128, 256)
"""Lengths in word pieces. A model's kernels round differently for different lengths, and an encoder that pads to the
longest text of a batch makes a vector depend on its batch-mates; padded to a fixed length it does not."""

SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+")

Tokens = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces that the encoder reads at once, without the special ones; its weight is their number."""

    tokens: Tokens

    @property
    def weight(self) -> int:
        """Its share in the mean over a text's windows; at least 1, so that an empty text has a vector too."""
        return max(len(self.tokens), 1)


def windows(text: str, tokenize: Callable[[str], Sequence[int]], longest: int) -> list[Window]:
    """The whole text in windows of at most `longest` word pieces; nothing is dropped.

    A text that fits is one window. A longer one is cut at sentence ends, as many sentences to a window as fit; a
    sentence that is too long by itself is cut between word pieces.

    Args:
        text: any text.
        tokenize: text -> word pieces, without special ones.
        longest: 1 or more.
    """
    whole = tuple(tokenize(text))
    if len(whole) <= longest:
        return [Window(whole)]
    packed: list[Tokens] = []
    for sentence in sentences(text):
        tokens = tuple(tokenize(sentence))
        if packed and len(packed[-1]) + len(tokens) <= longest:
            packed[-1] += tokens
        else:
            packed.extend(tokens[start : start + longest] for start in range(0, len(tokens), longest))
    return [Window(tokens) for tokens in packed]


def sentences(text: str) -> list[str]:
    """The text cut after sentence ends; put together again it holds every word.

    A full stop inside a name ("U.S. troops") also cuts, which moves the border of a window and loses nothing.
    """
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    parts = (text[start:end].strip() for start, end in itertools.pairwise(ends))
    return [part for part in parts if part]


def bucket(length: int, longest: int) -> int:
    """The smallest fixed length that holds so many word pieces.

    Raises:
        ValueError: it is longer than `longest`, the most that the model reads.
    """
    if length > longest:
        raise ValueError(f"{length} word pieces do not fit into {longest}")
    return min((size for size in BUCKETS if length <= size <= longest), default=longest)
