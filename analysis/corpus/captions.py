"""Photo captions, with a credit or without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.corpus import patterns
from analysis.corpus.blocks import Block, usual_gap

BARE_CAPTION_WORDS = 25
LONGEST_CAPTION = 120


def claim_captions(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with captions claimed.

    A caption starts or ends with a photo credit; or it stands where a picture was taken out, which leaves more blank
    lines than usual, and has a pointer ("(R)", "(not pictured)"), a credit anywhere, or is short prose without
    quotation marks. The paragraph behind a caption may follow such a gap too: it is the end of the picture's place.
    """
    gap = usual_gap(list(blocks))
    claimed: list[Block] = []
    for index, block in enumerate(blocks):
        after_caption = index > 0 and claimed[-1].role == "caption"
        is_gap = index > 0 and block.gap > gap and not after_caption
        is_caption = block.kind is None and _is_caption(block, after_gap=is_gap)
        claimed.append(replace(block, kind="caption", role="caption") if is_caption else block)
    return claimed


def _is_caption(block: Block, *, after_gap: bool) -> bool:
    """Whether an unclaimed block reads as a caption."""
    text = block.text
    if block.words > LONGEST_CAPTION:
        return False
    if (
        patterns.CREDIT_START.match(text)
        or patterns.CREDIT_END.search(text)
        or patterns.CREDIT_NAME.search(text)
    ):
        return True
    if not after_gap:
        return False
    if patterns.POINTER.search(text) or patterns.CREDIT_ANYWHERE.search(text):
        return True
    return block.words <= BARE_CAPTION_WORDS and not any(mark in text for mark in '"“”«»„')
