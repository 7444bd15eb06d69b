"""What the page adds to the article: navigation, appeals, short codes, licences, and all that follows the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.corpus import patterns
from analysis.corpus.blocks import Block
from analysis.corpus.outlets.rules import OutletRules

NAVIGATION_WORDS = 25
"""A longer block is never navigation, whatever it begins with."""


def claim_furniture(blocks: Sequence[Block], rules: Sequence[OutletRules]) -> list[Block]:
    """`blocks` with the page's own lines claimed as boilerplate, the end matter as a whole."""
    end = _end_matter_index(blocks, rules)
    claimed = []
    for index, block in enumerate(blocks):
        role = "end matter" if index >= end else _furniture_role(block, rules)
        claimed.append(
            replace(block, kind="boilerplate", role=role) if role and block.kind is None else block
        )
    return claimed


def _furniture_role(block: Block, rules: Sequence[OutletRules]) -> str | None:
    """Why a block is the page's and not the article's, or None."""
    text = block.text
    if any(rule.furniture and rule.furniture.match(text) for rule in rules):
        return "furniture of the outlet"
    if patterns.SHORTCODE.match(text):
        return "short code"
    if patterns.SEPARATOR.match(text):
        return "separator"
    if patterns.URL_LINE.match(text):
        return "url"
    if block.words <= NAVIGATION_WORDS and patterns.NAVIGATION.match(text):
        return "navigation"
    return "appeal" if patterns.APPEAL.match(text) else None


def _end_matter_index(blocks: Sequence[Block], rules: Sequence[OutletRules]) -> int:
    """Index of the first block of the end matter; the number of blocks when there is none.

    A line such as "About the author" ends the article only when more of it stands before that line than behind.
    """
    total = sum(block.words for block in blocks)
    before = 0
    for index, block in enumerate(blocks):
        own = any(rule.end_matter and rule.end_matter.match(block.text) for rule in rules)
        if (own or patterns.END_MATTER.match(block.text)) and before > total / 2:
            return index
        before += block.words
    return len(blocks)
