"""Captions are known by their credit, or by the gap that a picture left and what stands there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.corpus.blocks import split_blocks
from analysis.corpus.captions import claim_captions

TEXT = "The ministers spoke."
GAP = "\n\n\n\n"


def roles(text: str) -> list[str]:
    blocks = claim_captions(split_blocks(text))
    assert all((block.kind == "caption") == (block.role == "caption") for block in blocks)
    return [block.role or "-" for block in blocks]


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    ("caption", "is_caption"),
    [
        ("© A. Name", True),
        ("Photo by: A. Name", True),
        ("ENLARGE THIS IMAGE of the square", True),
        ("The square (A. Name/AP).", True),
        ("The square on Monday / AFP", True),
        ("The square. **A. Name**", True),
        ("The square (AP) on Monday", False),
        ("The square (left)", False),
        (f"{words(119)} (AP)", True),  # 120 words
        (f"{words(120)} (AP)", False),
    ],
)
def test_a_credit_at_either_end_makes_a_caption_anywhere(caption: str, *, is_caption: bool) -> None:
    assert roles(f"{TEXT}\n\n{caption}\n\n{TEXT}\n\n{TEXT}") == [
        "-",
        "caption" if is_caption else "-",
        "-",
        "-",
    ]


@pytest.mark.parametrize(
    ("caption", "is_caption"),
    [
        ("The square (AP) on Monday", True),
        (f"The square (left) {words(30)}", True),
        (f"The square (AP) on {words(30)}", True),
        (words(25), True),
        (words(26), False),
        *[(f"He came {mark}at once", False) for mark in '"“”«»„'],
    ],
)
def test_behind_a_wide_gap_a_pointer_a_credit_inside_or_short_prose_without_quotation_makes_one(
    caption: str, *, is_caption: bool
) -> None:
    assert roles(f"{TEXT}\n\n{TEXT}{GAP}{caption}\n\n{TEXT}\n\n{TEXT}") == [
        "-", "-", "caption" if is_caption else "-", "-", "-",
    ]  # fmt: skip


def test_the_gap_behind_a_caption_is_the_end_of_its_place_and_the_next_one_counts_again() -> None:
    text = f"{TEXT}\n\n{TEXT}\n\n{TEXT}{GAP}A square{GAP}{TEXT}{GAP}A bridge\n\n{TEXT}\n\n{TEXT}"
    assert roles(text) == ["-", "-", "-", "caption", "-", "caption", "-", "-"]


def test_nothing_before_the_first_block_is_a_gap_and_a_claimed_block_stays() -> None:
    assert roles(f"{GAP}{TEXT}\n\n{TEXT}\n\n{TEXT}") == ["-", "-", "-"]
    first, second, *others = split_blocks(f"{TEXT}\n\n© A. Name\n\n{TEXT}")
    claimed = claim_captions([first, replace(second, kind="headline", role="headline"), *others])
    assert [block.role for block in claimed] == ["", "headline", ""]
