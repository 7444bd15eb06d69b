"""The lines above the first paragraph: which is the headline, the byline, the date, the standfirst."""

from __future__ import annotations

import pytest

from analysis.corpus.blocks import Block, split_blocks
from analysis.corpus.furniture import claim_furniture
from analysis.corpus.header import byline_names, claim_header

LONG = " ".join(["word"] * 41) + "."
"""A paragraph, of one word more than a headline may have."""
NAMES = ("The Herald", "Herald")


def claimed(*texts: str, headline: str = "") -> list[str]:
    """What each block is claimed as: its role, or "-"."""
    blocks = claim_header(split_blocks("\n\n".join(texts)), NAMES, headline)
    kinds = {
        "headline": "headline",
        "standfirst": "standfirst",
        "byline": "boilerplate",
        "date": "boilerplate",
    }
    assert all(block.kind == kinds.get(block.role) for block in blocks)
    return [block.role or "-" for block in blocks]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("A line", "Text."), ["headline", "-"]),
        (("A sentence that ends.", "Text."), ["-", "-"]),
        (("“A sentence that ends.”", "Text."), ["-", "-"]),
        (("A question?", "Text."), ["headline", "-"]),
        (("May 3, 2019", "Text."), ["date", "-"]),
        (("By Jane Roe", "Text."), ["byline", "-"]),
        (("Only one",), ["-"]),
        ((LONG[:-1], "Text."), ["-", "-"]),
        ((LONG[5:-1], "Text."), ["headline", "-"]),
        (("One.", "Two.", "Three.", "Four.", "Five.", "# Six", "# Seven"), [*["-"] * 5, "headline", "-"]),
        (("One", "Two.", "Three.", "Four.", "Five.", "Six.", "# Seven"), ["headline", *["-"] * 6]),
    ],
)
def test_the_headline_is_the_first_heading_near_the_top_or_a_first_line_that_is_no_sentence(
    texts: tuple[str, ...], expected: list[str]
) -> None:
    assert claimed(*texts) == expected


def test_a_headline_that_the_manifest_gives_is_found_where_it_stands_and_no_other_is_looked_for() -> None:
    texts = ("# Menu", "A **great**  story", "Text.")
    assert claimed(*texts, headline=" A great story ") == ["-", "headline", "-"]
    assert claimed(*texts, headline="Another story") == ["-", "-", "-"]


def test_what_an_earlier_rule_claimed_is_neither_headline_nor_byline() -> None:
    blocks = claim_furniture(split_blocks(f"All news\n\nAnother line\n\nBy Jane Roe\n\n{LONG}"), ())
    roles = [block.role for block in claim_header(blocks, NAMES)]
    assert roles == ["navigation", "headline", "byline", ""]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Jane Roe", "byline"),
        ("by: Jane Roe and **John Doe**", "byline"),
        ("THE HERALD", "byline"),
        ("**Herald**", "byline"),
        ("The Heralds", "-"),
        ("By noon it was over.", "-"),
        ("Published on Friday, May 3, 2019 at 10:15 p.m. GMT", "date"),
        ("2019-05-03", "date"),
    ],
)
def test_a_line_of_a_name_is_a_byline_and_one_of_a_day_a_date(line: str, role: str) -> None:
    assert claimed("# Title", line, LONG) == ["headline", role, "-"]


def test_bylines_end_where_the_first_paragraph_begins() -> None:
    assert claimed("# Title", "By Jane Roe", LONG, "By Jane Roe", "May 3, 2019") == [
        "headline", "byline", "-", "-", "-",
    ]  # fmt: skip
    assert claimed("# Title", LONG[5:], "By Jane Roe")[2] == "byline"


def test_what_stands_between_headline_and_the_last_credit_line_is_the_standfirst() -> None:
    assert claimed("Menu.", "# Title", "What they said.", "By Jane Roe", "And did.", "May 3, 2019", "Text.", LONG) == [
        "-", "headline", "standfirst", "byline", "standfirst", "date", "-", "-",
    ]  # fmt: skip
    assert claimed("# Title", "What they said.", LONG) == ["headline", "-", "-"]
    assert claimed("It ends.", "What they said.", "By Jane Roe", LONG) == ["-", "-", "byline", "-"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By [Jane Roe](#)", "Jane Roe"),
        ("BY: **Jane  Roe**, John Doe", "Jane Roe, John Doe"),
        ("**The Herald**", "The Herald"),
        ("The *", "The"),
        ("", ""),
    ],
)
def test_the_names_of_a_byline_stand_without_by_and_marks(text: str, names: str) -> None:
    assert byline_names(text) == names


def test_a_block_keeps_its_place_when_it_is_claimed() -> None:
    before = split_blocks(f"# Title\n\nBy Jane Roe\n\n{LONG}")
    after: list[Block] = claim_header(before, NAMES)
    assert [(one.start, one.end, one.text) for one in after] == [
        (one.start, one.end, one.text) for one in before
    ]
