"""Which lines are the page's and not the article's, and where the article ends."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from analysis.corpus.blocks import Block, split_blocks
from analysis.corpus.furniture import claim_furniture
from analysis.corpus.outlets import rules_for
from analysis.corpus.outlets.rules import OutletRules

OURS = OutletRules("The Herald", furniture=re.compile("^Our bridge "), end_matter=re.compile("^Read on"))
NO_PATTERNS = OutletRules("The Gazette")


def roles(*texts: str, rules: tuple[OutletRules, ...] = (NO_PATTERNS, OURS)) -> list[str]:
    blocks = claim_furniture(split_blocks("\n\n".join(texts)), rules)
    assert all(block.kind == ("boilerplate" if block.role else None) for block in blocks)
    return [block.role or "-" for block in blocks]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Our bridge is old.", "furniture of the outlet"),
        ("This is our bridge of old.", "-"),
        ("[gallery ids]", "short code"),
        ("[more cooperation].", "-"),
        ("* * *", "separator"),
        ("___", "separator"),
        ("<https://paper.example/a>", "url"),
        ("See https://paper.example/a", "-"),
        ("READ MORE: the whole story", "navigation"),
        ("Tags: a, b", "navigation"),
        ("Home", "navigation"),
        ("Home rule", "-"),
        ("Read more: " + "word " * 23, "navigation"),  # 25 words
        ("Read more: " + "word " * 24, "-"),
        ("Please subscribe today.", "appeal"),
        ("Support our journalism with a donation.", "appeal"),
        ("Please come in.", "-"),
    ],
)
def test_a_line_of_the_page_is_told_with_the_reason(text: str, role: str) -> None:
    assert roles("It began.", text, "It went on.") == ["-", role, "-"]


def test_only_the_outlet_s_own_rules_are_asked() -> None:
    assert roles("It began.", "Our bridge is old.", rules=(NO_PATTERNS,)) == ["-", "-"]
    assert [one.name for one in rules_for("TASS", "The Greanville Post")] == ["TASS", "The Greanville Post"]
    assert rules_for("The Herald", "") == ()


@pytest.mark.parametrize("sign", ["About the author", "ALL RIGHTS RESERVED.", "Original url:", "Read on"])
def test_the_article_ends_at_a_sign_with_more_than_half_of_its_words_before_it(sign: str) -> None:
    words = len(sign.split())
    assert roles("one " * (words + 3), sign, "Two.", "Three.") == [
        "-",
        "end matter",
        "end matter",
        "end matter",
    ]
    assert roles("one " * (words + 2), sign, "Two.", "Three.") == ["-", "-", "-", "-"]


def test_end_matter_begins_at_the_first_sign_that_counts() -> None:
    assert roles("About the author", "one " * 20, "About the author", "She writes.", "Read on", "More.") == [
        "-", "-", *["end matter"] * 4,
    ]  # fmt: skip


def test_what_an_earlier_rule_claimed_stays_as_it_is() -> None:
    first, *others = split_blocks("Home\n\nIt began.")
    claimed: list[Block] = claim_furniture([replace(first, kind="headline", role="mine"), *others], ())
    assert [(block.kind, block.role) for block in claimed] == [("headline", "mine"), (None, "")]
