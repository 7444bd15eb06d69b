"""Pull quotes: a sentence of the body printed a second time to catch the eye."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.corpus.blocks import Block
from analysis.corpus.repeats import longest_holders

SHORTEST_QUOTE = 5
"""Words of a pull quote."""

SHORTEST, LONGEST = 10, 2_000
"""Characters between the marks of a quotation that is looked at."""

_WORD = re.compile(r"\w+")
_OPENER = re.compile(r"[\"“«„]")
_CLOSER = re.compile(r"[\"”»]")
_ATTRIBUTION = re.compile(r"[\"”»],?\s*[-–—]+\s*(?P<name>[A-Z][\w.'’ -]{1,60}?)(?:\s+(?:said|says))?\.?$")


def claim_pull_quotes(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with pull quotes claimed, their speaker taken from an attribution such as '" - A. Name said'.

    A pull quote is an unclaimed block, at least half of whose words are one quotation of five words or more that also
    stands in another, longer unclaimed block.
    """
    free = {block.start: _key(block.text) for block in blocks if block.kind is None}
    quotes = {block.start: _main_quote(block) for block in blocks if block.start in free}
    longest = longest_holders(filter(None, quotes.values()), free.values())
    return [
        _claimed(block)
        if longest.get(quotes.get(block.start, ""), 0) > len(free.get(block.start, ""))
        else block
        for block in blocks
    ]


def _claimed(block: Block) -> Block:
    """`block` as a pull quote."""
    match = _ATTRIBUTION.search(block.text)
    speaker = match.group("name") if match else ""
    return replace(block, kind="pullquote", role="pull quote", speaker=speaker)


def _key(text: str) -> str:
    """The words of a text, for comparing texts that differ in marks only."""
    return " ".join(_WORD.findall(text.casefold()))


def _main_quote(block: Block) -> str:
    """The words of the longest quotation of `block`, where they are five or more and most of it; else ""."""
    quote = max(map(_key, quoted(block.text)), key=len, default="")
    words = len(quote.split())
    return quote if words >= max(SHORTEST_QUOTE, block.words / 2) else ""


def quoted(text: str) -> Iterator[str]:
    """What stands between an opening mark and the next closing one, `SHORTEST` to `LONGEST` characters each.

    Of several opening marks the first counts that is near enough.
    """
    place = 0
    for closer in _CLOSER.finditer(text):
        end = closer.start()
        opener = _OPENER.search(text, max(place, end - LONGEST - 1), max(0, end - SHORTEST))
        if opener:
            yield text[opener.end() : end]
        place = closer.end() if opener else end  # a straight mark that closed nothing may open
