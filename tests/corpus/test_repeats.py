"""Quotations and where they stand a second time, beside what a plain search would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.pullquotes import quoted
from analysis.corpus.repeats import longest_holders

NAIVE = re.compile(r"[\"“«„](?P<quote>[^\"”»]{10,2000})[\"”»]")
"""What `quoted` finds, in an expression that takes two thousand steps for every opening mark."""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “it is all over now” today.", ["it is all over now"]),
        (
            '"it is all over now" and "no" and "that is all of it"',
            ["it is all over now", "that is all of it"],
        ),
        ("“it is “all over” now", ["it is “all over"]),
        ("„" * 3 + "it is all over“", []),
        ("“" + "a" * 2_001 + "”", []),
        ("“" + "a" * 1_990 + " «it is all over»", ["it is all over"]),
        ("”it is all over”", []),
    ],
)
def test_a_quotation_is_what_stands_between_an_opening_and_the_next_closing_mark(
    text: str, found: list[str]
) -> None:
    assert list(quoted(text)) == found


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.text(alphabet='"“”«»„ab \n', max_size=120))
def test_quotations_are_those_that_the_expression_finds(text: str) -> None:
    assert list(quoted(text)) == [match["quote"] for match in NAIVE.finditer(text)]


def test_the_longest_line_that_holds_a_phrase_is_told() -> None:
    lines = ["the big war ends", "the big war", "big war ends at last", "bigger war"]
    assert longest_holders(["big war", "war ends at", "war", "a war", "bigger"], lines) == {
        "big war": len(lines[2]), "war ends at": len(lines[2]), "war": len(lines[2]), "a war": 0,
        "bigger": len(lines[3]),
    }  # fmt: skip
    assert longest_holders([], lines) == {}


WORDS = st.lists(st.sampled_from(["a", "b", "aa"]), max_size=9).map(" ".join)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(WORDS.filter(bool), max_size=5), st.lists(WORDS, max_size=5))
def test_all_phrases_at_once_are_found_where_each_alone_is(phrases: list[str], lines: list[str]) -> None:
    alone = {
        phrase: max((len(line) for line in lines if f" {phrase} " in f" {line} "), default=0)
        for phrase in phrases
    }
    assert longest_holders(phrases, lines) == alone
