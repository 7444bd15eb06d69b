from __future__ import annotations

import math

import pytest

from analysis.figures import wording


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "no paragraphs"), (1, "1 paragraph"), (2, "2 paragraphs"), (12345, "12,345 paragraphs")],
)
def test_a_count_carries_its_noun_in_the_right_number(number: int, told: str) -> None:
    assert wording.count(number, "paragraph") == told


def test_small_numbers_are_spelled_at_the_start_of_a_sentence() -> None:
    assert [wording.spelled(number) for number in (0, 1, 12, 13, 4000)] == [
        "no",
        "one",
        "twelve",
        "13",
        "4,000",
    ]
    assert wording.spelled(1, "article") == "one article"
    assert wording.spelled(2, "story", "stories") == "two stories"


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0.0, "0%"), (0.001, "under 1%"), (0.005, "1%"), (0.125, "13%"), (0.625, "63%"), (0.994, "99%"),
        (23 / 40, "58%"), (57 / 200, "29%"), (29 / 200, "15%"), (0.999, "over 99%"), (1.0, "100%"), (math.nan, "–"),
    ],
)  # fmt: skip
def test_a_share_is_a_whole_percentage_that_never_feigns_nothing_or_everything(
    share: float, told: str
) -> None:
    assert wording.percent(share) == told


@pytest.mark.parametrize(
    ("number", "told"),
    [(0.256, "+0.26"), (-0.256, "−0.26"), (0.0, "0.00"), (-0.001, "0.00"), (0.001, "0.00")],
)
def test_a_signed_number_has_a_true_minus_and_no_signed_zero(number: float, told: str) -> None:
    assert wording.signed(number) == told


@pytest.mark.parametrize(
    ("items", "told"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_ends_with_and(items: list[str], told: str) -> None:
    assert wording.listed(items) == told


def test_a_long_list_says_how_many_more_there_are() -> None:
    assert wording.listed_up_to(["a", "b", "c"], 2, "topic") == "a, b and 1 more topic"
    assert wording.listed_up_to(["a", "b"], 2, "topic") == "a and b"


@pytest.mark.parametrize(
    ("date", "told"), [("2010-09-22", "22 September 2010"), ("", "undated"), ("spring 2010", "spring 2010")]
)
def test_a_date_is_written_out(date: str, told: str) -> None:
    assert wording.day(date) == told


def test_a_long_text_is_cut_at_a_word_with_an_ellipsis() -> None:
    assert wording.shorten("one two three four", 12) == "one two…"
    assert wording.shorten("one two", 12) == "one two"
    assert len(wording.shorten("x" * 500, 20)) == 20


def test_control_characters_and_line_breaks_leave_a_text() -> None:
    assert wording.clean("a\x00b\n c\u2028d") == "a b c d"


def test_how_often_reads_aloud() -> None:
    assert [wording.times(number) for number in (0, 1, 2, 7)] == ["never", "once", "twice", "7 times"]
