"""What stands between quotation marks, and where it ends when a mark is missing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.voices.marks import inner, marked_spans
from analysis.voices.speech import is_speech

LOW, LEFT, RIGHT = "\u201a", "\u2039", "\u203a"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('He said "we are not at war" today.', ['"we are not at war"']),
        ("He said “we are not at war” today.", ["“we are not at war”"]),
        ("Il dit « nous sommes en paix » hier.", ["« nous sommes en paix »"]),
        ("Er sagte: „Das ist gut so“, und ging.", ["„Das ist gut so“"]),
        ("Er sagte: »Das ist gut so«, und ging.", ["»Das ist gut so«"]),
        (f"Er sagte: {LEFT}Das ist gut so{RIGHT}, und ging.", [f"{LEFT}Das ist gut so{RIGHT}"]),
        (f"Er sagte: {RIGHT}Das ist gut so{LEFT}, und ging.", [f"{RIGHT}Das ist gut so{LEFT}"]),
        ("‘We are ready,’ he said, ‘to talk.’", ["‘We are ready,’", "‘to talk.’"]),
        ("'We are ready,' he said, 'to talk.'", ["'We are ready,'", "'to talk.'"]),
    ],
)
def test_marks_of_every_style_pair_up(text: str, marked: list[str]) -> None:
    assert [text[span.start : span.end] for span in marked_spans(text)] == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "“The so-called ‘special partnership’ goes on,” he said.",
            ["“The so-called ‘special partnership’ goes on,”"],
        ),
        ('"He called it "nonsense" and left," she said.', ['"He called it "nonsense" and left,"']),
        ("“It goes “very deep” here,” he said.", ["“It goes “very deep” here,”"]),
    ],
)
def test_a_quotation_in_a_quotation_belongs_to_the_outer_one(text: str, marked: list[str]) -> None:
    assert [text[span.start : span.end] for span in marked_spans(text)] == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("“It goes on in the next paragraph.", ["“It goes on in the next paragraph."]),
        ('"It goes on, he said. "Then it ends."', ['"It goes on, he said.', '"Then it ends."']),
        ('Nothing was opened." He left.', []),
        ("He says ” it is set backwards.” Yes.", ["” it is set backwards.”"]),
        ("Nothing” at all.", []),
        (f"{RIGHT}Home {RIGHT}News", []),
        ("It is over” and that” is all.", []),
    ],
)
def test_an_odd_number_of_marks_ends_where_a_reader_would_end_it(text: str, marked: list[str]) -> None:
    assert [text[span.start : span.end] for span in marked_spans(text)] == marked


def test_only_a_quotation_whose_mark_is_missing_is_open() -> None:
    (whole,) = marked_spans("“It ends here.”")
    (part,) = marked_spans("“It goes on.")
    assert (whole.closed, part.closed) == (True, False)
    assert inner("“It ends here.”", whole) == "It ends here."
    assert inner("“It goes on.", part) == "It goes on."


@pytest.mark.parametrize(
    "text",
    [
        "It's the states' rights and the workers' pay.",
        "rock 'n' roll in the '90s",
        "He is 6'2\" tall.",
        "''",
        '""',
        "'",
        "",
    ],
)
def test_apostrophes_and_inches_open_nothing(text: str) -> None:
    assert marked_spans(text) == []


def test_a_plural_possessive_does_not_end_a_quotation() -> None:
    text = "'We will win the states' rights back,' he said."
    assert [text[span.start : span.end] for span in marked_spans(text)] == [
        "'We will win the states' rights back,'"
    ]


def test_two_apostrophes_are_a_mark_only_where_the_study_says_so() -> None:
    text = "''I am glad of that,'' she said. ''Very.''"
    assert marked_spans(text) == []
    assert [text[span.start : span.end] for span in marked_spans(text, doubled=True)] == [
        "''I am glad of that,''",
        "''Very.''",
    ]


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("He said “we are not at war” today.", True),
        ("It backs the “frozen conflicts” there.", False),
        ("The plan was “absurd,” Ann Smith said.", False),
        ("“No,” he said.", True),
        ("He answered: “Never!”", True),
        ("She hosts “America with Jorge Ramos” on Fusion.", False),
        ("They met in the “priority countries.”", False),
        ("“Wait,” the sign read.", True),
    ],
)
def test_speech_is_told_from_titles_and_terms(text: str, speech: bool) -> None:
    (span,) = marked_spans(text)
    assert is_speech(text, span) is speech


MARKS = st.text(alphabet="\"'“”‘’«»„ aA.,!?s", max_size=200)


@given(MARKS, st.booleans())
def test_spans_stay_in_the_text_and_never_overlap(text: str, doubled: bool) -> None:
    spans = marked_spans(text, doubled=doubled)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("mark", ['"', "“", "‘", "'a ", "”", "»", "„a ", "' "])
def test_a_long_row_of_marks_takes_no_longer_than_a_moment(mark: str) -> None:
    started = time.process_time()
    marked_spans(f" {mark}" * 20_000)
    assert time.process_time() - started < 5
