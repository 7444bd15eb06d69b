"""What stands at the start of a paragraph and is not its text: turn labels and datelines, made rows of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.corpus import patterns
from analysis.corpus.blocks import Block
from analysis.corpus.outlets.rules import OutletRules
from analysis.corpus.plain import folded


def split_inline(blocks: Sequence[Block], source: str, rules: Sequence[OutletRules]) -> list[Block]:
    """`blocks` with labels of turns and the dateline split off as boilerplate; the blocks still tile the file.

    A dateline opens the first paragraph of the body; further down, capitals and a dash are a sentence's own.
    """
    datelines = (*(rule.dateline for rule in rules if rule.dateline), patterns.DATELINE)
    first = next((block for block in blocks if block.kind == "body"), None)
    split: list[Block] = []
    for block in blocks:
        if block.role == "turn":
            split += _split(block, source, (patterns.LABEL,), "turn label")
        elif block is first:
            split += _split(block, source, datelines, "dateline")
        else:
            split.append(block)
    return split


def _split(block: Block, source: str, starts: Sequence[re.Pattern[str]], role: str) -> list[Block]:
    """The block, or its start (as boilerplate) and its rest, when one of the patterns matches its start.

    The patterns see folded text, the cut is made in the source: behind as many characters that are no white space.
    """
    match = next((found for pattern in starts if (found := pattern.match(block.text))), None)
    if match is None or match.end() == len(block.text):
        return [block]
    cut = _source_offset(source, block, match.group())
    label = replace(block, end=cut, text=folded(match.group()), kind="boilerplate", role=role)
    return [
        label,
        replace(block, start=cut, text=folded(source[cut : block.end]), gap=0),
    ]


def _source_offset(source: str, block: Block, start: str) -> int:
    """Offset in the source of the first character behind `start`, a folded prefix of the block's text."""
    left = sum(not character.isspace() for character in start)
    for offset in range(block.start, block.end):
        if folded(source[offset]):
            if left == 0:
                return offset
            left -= 1
    return block.end
