"""Paragraphs that a page break cut in two, made one again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.corpus import patterns
from analysis.corpus.blocks import Block

_STARTS_LOWER = re.compile(r"^[^\w\"“«„]{0,3}[a-zà-öø-ÿа-яё]")


def join_broken(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with the halves of broken paragraphs joined; the joined block spans both in the source."""
    joined: list[list[Block]] = []
    for block in blocks:
        if joined and _is_continuation(joined[-1][-1], block):
            joined[-1].append(block)
        else:
            joined.append([block])
    return [_one(parts) for parts in joined]


def _one(parts: Sequence[Block]) -> Block:
    """The block that the parts of a broken paragraph make together."""
    if len(parts) == 1:
        return parts[0]
    return replace(parts[0], end=parts[-1].end, text=" ".join(part.text for part in parts))


def _is_continuation(before: Block, block: Block) -> bool:
    """Whether `block` goes on in the middle of the sentence that `before` leaves open.

    The first half ends in a comma or dash (also inside quotation marks: the attribution follows), or without a
    sentence's end, and the second starts in lower case; or the first ends in a word that cannot end a sentence.
    """
    if before.kind is not None or block.kind is not None:
        return False
    is_open = not patterns.SENTENCE_END.search(before.text)
    starts_lower = _STARTS_LOWER.match(block.text) is not None
    return is_open and (starts_lower or patterns.OPEN_WORD.search(before.text) is not None)
