"""The lines above an article's first paragraph: navigation, headline, byline, date, standfirst."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.corpus import patterns
from analysis.corpus.blocks import Block
from analysis.corpus.plain import folded, plain

LONGEST_HEADLINE = 40
"""Words; the longest headlines of web news stay under it."""


def claim_header(blocks: Sequence[Block], names: Sequence[str], headline: str = "") -> list[Block]:
    """`blocks` with headline, bylines, date lines and standfirst claimed.

    Args:
        blocks: the blocks of one article; those already claimed are left as they are.
        names: the outlet's name and aliases; a line that is only such a name is a byline.
        headline: the headline when the manifest gives it.
    """
    claimed = list(blocks)
    title = _headline_index(claimed, headline)
    if title is not None:
        claimed[title] = replace(claimed[title], kind="headline", role="headline")
    for index in range(_header_end(claimed)):
        role = _credit_role(claimed[index], names)
        if claimed[index].kind is None and role:
            claimed[index] = replace(claimed[index], kind="boilerplate", role=role)
    return _claim_standfirst(claimed)


def _headline_index(blocks: list[Block], headline: str) -> int | None:
    """Position of the headline: the one given, else the first heading, else a first short line that is no sentence."""
    free = [i for i, block in enumerate(blocks) if block.kind is None]
    if headline:
        wanted = folded(headline)
        return next((i for i in free if plain(blocks[i].text) == wanted), None)
    if len(free) < 2:  # noqa: PLR2004 - a file of one block has a body and no headline
        return None
    heading = next((i for i in free[:6] if patterns.HEADING.match(blocks[i].text)), None)
    if heading is not None:
        return heading
    first = blocks[free[0]]
    is_line = first.words <= LONGEST_HEADLINE and not re.search(r"\.[\"'”’]?$", first.text)
    return free[0] if is_line and _credit_role(first, ()) is None else None


def _header_end(blocks: list[Block]) -> int:
    """Index behind the last block before the first one that reads as a paragraph: unclaimed, and of several words."""
    for index, block in enumerate(blocks):
        if block.kind is None and block.words > LONGEST_HEADLINE:
            return index
    return len(blocks)


def _credit_role(block: Block, names: Sequence[str]) -> str | None:
    """`byline` or `date` when the block is a line of that sort, else None."""
    text = plain(block.text)
    if patterns.DATE_LINE.match(text):
        return "date"
    is_name = folded(text.replace("*", "")).casefold() in {name.casefold() for name in names}
    is_byline = patterns.BYLINE.match(text) is not None and not patterns.CLOSED_SENTENCE.search(text)
    return "byline" if is_name or is_byline else None


def _claim_standfirst(blocks: list[Block]) -> list[Block]:
    """A sentence between headline and byline or date introduces the article: the standfirst."""
    lines = [i for i, block in enumerate(blocks) if block.role in {"byline", "date"}]
    titles = [i for i, block in enumerate(blocks) if block.role == "headline"]
    if not lines or not titles:
        return blocks
    inside = range(titles[0] + 1, lines[-1])
    return [
        replace(block, kind="standfirst", role="standfirst") if i in inside and block.kind is None else block
        for i, block in enumerate(blocks)
    ]


def byline_names(text: str) -> str:
    """The names in a byline, without "By" and markdown."""
    words = folded(plain(text).replace("*", ""))
    match = patterns.BYLINE.match(words)
    return match.group("names") if match else words
