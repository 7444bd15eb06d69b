"""Pull quotes: a sentence of the body printed a second time to catch the eye."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.corpus.blocks import Block

SHORTEST_QUOTE = 5
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[\"“«„](?P<quote>[^\"”»]{10,2000})[\"”»]")
_ATTRIBUTION = re.compile(r"[\"”»],?\s*[-–—]+\s*(?P<name>[A-Z][\w.'’ -]{1,60}?)(?:\s+(?:said|says))?\.?$")


def claim_pull_quotes(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with pull quotes claimed, their speaker taken from an attribution such as '" - A. Name said'.

    A pull quote is an unclaimed block, at least half of whose words are one quotation of five words or more that also
    stands in another, longer unclaimed block.
    """
    everything = "\n".join(_key(block.text) for block in blocks if block.kind is None)
    return [
        _claimed(block) if block.kind is None and _is_repeat(block, everything) else block for block in blocks
    ]


def _claimed(block: Block) -> Block:
    """`block` as a pull quote."""
    match = _ATTRIBUTION.search(block.text)
    speaker = match.group("name") if match else ""
    return replace(block, kind="pullquote", role="pull quote", speaker=speaker)


def _key(text: str) -> str:
    """The words of a text, for comparing texts that differ in marks only."""
    return " ".join(_WORD.findall(text.casefold()))


def _is_repeat(block: Block, everything: str) -> bool:
    """Whether the longest quotation of `block` is most of it and stands a second time in the article, in more words."""
    quotes = [_key(match.group("quote")) for match in _QUOTED.finditer(block.text)]
    quote = max(quotes, key=len, default="")
    words = len(quote.split())
    if words < SHORTEST_QUOTE or words < block.words / 2:
        return False
    longer = [text for text in everything.split("\n") if quote in text and len(text) > len(_key(block.text))]
    return everything.count(quote) > 1 and bool(longer)
