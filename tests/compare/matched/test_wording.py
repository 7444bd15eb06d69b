"""What two paragraphs have in common, worked by hand."""

from __future__ import annotations

import pytest

from analysis.compare.matched.score import kind_of
from analysis.compare.matched.wording import (
    Wording,
    copied,
    longest_run,
    overlap,
    plain_words,
    shared_quotation,
)


def test_the_overlap_is_of_the_shorter_paragraph_s_content_with_two_added() -> None:
    one = Wording.of("Three traders died in the storm.")
    other = Wording.of("The storms killed 3 traders, the mayor said.")
    assert one.content == {"trader", "died", "storm"}
    assert other.content | other.numbers == {"storm", "kill", "trader", "mayor", "3"}
    assert overlap(one, other) == overlap(other, one) == pytest.approx(2 / 5)


def test_numbers_count_as_words() -> None:
    one, other = Wording.of("234-193 votes"), Wording.of("by 234-193")
    assert overlap(one, other) == pytest.approx(2 / 4)


def test_the_same_paragraph_is_a_copy_and_a_text_without_words_is_none() -> None:
    text = Wording.of("The council passed the budget by nine votes to four.")
    assert copied(text, text) == 1.0
    assert kind_of(text, text) == "copy"
    assert copied(Wording.of(""), Wording.of("")) == 0.0
    assert kind_of(Wording.of("…"), Wording.of("…")) == "report"


def test_three_word_runs_are_counted_once() -> None:
    assert copied(Wording.of("a b c d"), Wording.of("x b c d")) == pytest.approx(1 / 3)


def test_the_longest_run_is_common_to_both_and_ties_go_by_the_alphabet() -> None:
    assert longest_run(plain_words("the old roof fell today"), plain_words("an old roof fell")) == (
        "old",
        "roof",
        "fell",
    )
    assert longest_run(("b", "x", "a"), ("a", "y", "b")) == ("a",)
    assert longest_run(("a",), ("b",)) == ()


def test_a_quotation_is_the_same_from_five_words_inside_both_marks() -> None:
    said = "“We ran for our lives,” she said as the market burned to the ground that night."
    four = Wording.of(said, ["“We ran for our”"])
    five = Wording.of(said, ["“We ran for our lives,”"])
    other = Wording.of("Ann Baker: “We ran for our lives.”", ["“We ran for our lives.”"])
    assert shared_quotation(five, other) == ("we", "ran", "for", "our", "lives")
    assert kind_of(five, other) == "quotation"
    assert kind_of(four, other) == "report"


def test_words_that_only_one_of_the_two_quotes_are_no_shared_quotation() -> None:
    quoting = Wording.of("“We ran for our lives.”", ["“We ran for our lives.”"])
    telling = Wording.of("We ran for our lives.")
    assert shared_quotation(quoting, telling) == ()


def test_a_paragraph_that_is_all_one_quotation_is_a_quotation_and_no_copy() -> None:
    text = "“We heard the roof fall and ran for our lives.”"
    both = Wording.of(text, [text])
    assert kind_of(both, both) == "quotation"


def test_curly_and_straight_apostrophes_are_one() -> None:
    assert plain_words("It’s the market's") == plain_words("it's the MARKET’S")
