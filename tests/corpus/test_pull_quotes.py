"""A pull quote is mostly one quotation that a longer paragraph holds too; its speaker may stand behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.corpus.blocks import split_blocks
from analysis.corpus.pullquotes import claim_pull_quotes

QUOTE = "“We know what they plan”"
HOLDER = (
    f"On Monday, she told the paper: {QUOTE.replace('We', 'WE')}, and left the room without another word."
)


def speakers(*texts: str) -> list[str | None]:
    """The speaker of each pull quote; None where a block is none."""
    blocks = claim_pull_quotes(split_blocks("\n\n".join(texts)))
    assert all(block.role in {"", "pull quote"} for block in blocks)
    assert all((block.kind == "pullquote") == (block.role == "pull quote") for block in blocks)
    return [block.speaker if block.role else None for block in blocks]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (QUOTE, ""),
        (f"{QUOTE} - Jane Roe", "Jane Roe"),
        (f"{QUOTE}, —— Jane O’Roe-Smith said.", "Jane O’Roe-Smith"),
        (f"{QUOTE} – J. Roe says", "J. Roe"),
        (f"{QUOTE} - the mayor", ""),
        (f"{QUOTE} one two three four five", ""),  # five words of ten
        (f"{QUOTE} one two three four five six", None),
        ("“We know what they”", None),
        (f"“Yes, we do so.” “{'x' * 9}” {QUOTE}", ""),  # the longest of several
        ("“We know that they plan”", None),
        ("We know what they plan", None),
    ],
)
def test_most_of_it_is_a_quotation_of_five_words_that_stands_in_a_longer_paragraph(
    text: str, speaker: str | None
) -> None:
    assert speakers(text, HOLDER) == [speaker, None]
    assert speakers(HOLDER, text) == [None, speaker]


def test_a_paragraph_that_is_as_long_or_claimed_holds_nothing() -> None:
    assert speakers(QUOTE, QUOTE) == [None, None]
    quote, holder = split_blocks(f"{QUOTE}\n\n{HOLDER}")
    caption = replace(holder, kind="caption", role="caption")
    assert claim_pull_quotes([quote, caption]) == [quote, caption]
    headline = replace(quote, kind="headline", role="headline")
    assert claim_pull_quotes([headline, holder]) == [headline, holder]
