"""What blank lines set apart, with its place, its gap and its line."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from analysis.corpus.blocks import Block, split_blocks, usual_gap
from analysis.corpus.joins import join_broken


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        (" \n\ufeff\n\u200b \n", []),
        ("one", [(0, 3, "one", 0, 1)]),
        ("\n\none\n", [(0, 6, "one", 2, 3)]),
        (
            "one\n \ntwo\n\n\u200b\n three",
            [(0, 6, "one", 0, 1), (6, 13, "two", 1, 3), (13, 19, "three", 2, 6)],
        ),
        ("one\r\n\r\ntwo\r\n", [(0, 7, "one", 0, 1), (7, 12, "two", 1, 3)]),
        ("Credit: Ann Roe\ntext\nmore", [(0, 16, "Credit: Ann Roe", 0, 1), (16, 25, "text more", 0, 2)]),
        ("photo : A\ntext", [(0, 10, "photo : A", 0, 1), (10, 14, "text", 0, 2)]),
        ("text\n(c) A. Name\nmore", [(0, 21, "text (c) A. Name more", 0, 1)]),
    ],
)
def test_blocks_reach_from_their_first_character_to_the_next_one_s(
    text: str, blocks: list[tuple[int, int, str, int, int]]
) -> None:
    assert split_blocks(text) == [Block(*block) for block in blocks]


@pytest.mark.parametrize(
    ("gaps", "usual"),
    [([], 1), ([5], 1), ([5, 2], 2), ([9, 1, 2, 2], 2), ([9, 3, 1, 3, 1], 1), ([7, 7, 7, 2], 7)],
)
def test_the_usual_gap_is_the_commonest_behind_the_first_block_and_the_smaller_of_equals(
    gaps: list[int], usual: int
) -> None:
    assert usual_gap([Block(0, 1, "x", gap, 1) for gap in gaps]) == usual


def joined(*texts: str) -> list[str]:
    whole = "\n\n".join(texts)
    blocks = join_broken(split_blocks(whole))
    assert [(blocks[0].start, blocks[-1].end)] == [(0, len(whole))]
    assert all(one.end == other.start for one, other in pairwise(blocks))
    return [block.text for block in blocks]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("It was a", "long", "day."), ["It was a long day."]),
        (("It was a", "Long day."), ["It was a Long day."]),
        (("It was over.", "it was a", "Day."), ["It was over.", "it was a Day."]),
        (("It went away", "and on."), ["It went away and on."]),
        (("It went away", "Because."), ["It went away", "Because."]),
        (("It went away:", "and on."), ["It went away:", "and on."]),
        (("It went away", "(and on)."), ["It went away (and on)."]),
        (("It went away", "“and on.”"), ["It went away", "“and on.”"]),
        (("Beware the BY", "Roe."), ["Beware the BY Roe."]),
        (("A baby", "Roe."), ["A baby", "Roe."]),
    ],
)
def test_a_paragraph_goes_on_where_the_first_part_is_open_and_the_next_is_in_lower_case_or_must_follow(
    texts: tuple[str, ...], expected: list[str]
) -> None:
    assert joined(*texts) == expected


def test_only_what_nobody_claimed_goes_on_and_the_whole_stands_where_it_began() -> None:
    first, second, third = split_blocks("It was a\n\nlong\n\nday.")
    (whole,) = join_broken([first, second, third])
    assert whole == replace(first, end=20, text="It was a long day.")
    for claimed in (replace(second, kind="caption"), replace(second, kind="body")):
        assert join_broken([first, claimed, third]) == [first, claimed, third]
