"""Mentions by description and by pronoun, in hand-made paragraphs."""

from __future__ import annotations

import pytest

from tests.framing.targets.sentences import found


def pronouns(*paragraphs: str) -> list[tuple[str, str]]:
    return [(target, mention) for target, mention, how in found(*paragraphs) if how == "pronoun"]


def descriptions(*paragraphs: str) -> list[tuple[str, str]]:
    return [(target, mention) for target, mention, how in found(*paragraphs) if how == "description"]


def test_a_description_counts_once_the_paragraph_has_named_the_actor() -> None:
    assert descriptions("NATO met. The alliance agreed.") == [("NATO", "The alliance")]
    assert descriptions("The alliance agreed. NATO met.") == []
    assert descriptions("NATO met.", "The alliance agreed.") == []


def test_a_person_s_office_names_the_actor_for_a_description_but_is_no_mention() -> None:
    assert found("The NATO chief said the alliance would stay.") == [
        ("NATO", "the alliance", "description"),
    ]
    assert found("The NATO chief left. The alliance stayed.") == [("NATO", "The alliance", "description")]


def test_a_description_of_two_actors_counts_where_one_of_them_is_named() -> None:
    assert descriptions("The EU met. The bloc agreed.") == [("European Union", "The bloc")]
    assert descriptions("The EU met NATO. The bloc agreed.") == []


def test_a_description_of_somebody_else_is_no_mention() -> None:
    assert descriptions("Trump called. The president of France answered the president.") == [
        ("Donald Trump", "the president")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trump came early. He left at noon.", [("Donald Trump", "He")]),
        ("Trump said he and his team would stay.", [("Donald Trump", "he"), ("Donald Trump", "his")]),
        ("Donald Trump met Angela Merkel. She smiled.", [("Angela Merkel", "She")]),
        ("Trump met Angela Merkel. She smiled.", []),
        ("Angela Merkel met John Smith. He smiled.", []),
        ("Donald Trump met John Smith. He smiled.", []),
        ("Trump sent his lawyer. He smiled.", [("Donald Trump", "his")]),
        ("A lawyer came. Trump spoke. He smiled.", [("Donald Trump", "He")]),
        ("Mr. Trump came. Trump left. She smiled.", []),
        ("He left early. Trump stayed, and he laughed.", []),
        ("NATO met. He smiled. It agreed.", []),
        ("Angela Merkel spoke. He smiled.", []),
    ],
)
def test_a_pronoun_counts_where_it_can_mean_nobody_else(text: str, expected: list[tuple[str, str]]) -> None:
    assert pronouns(text) == expected


def test_a_pronoun_of_another_paragraph_is_left_alone() -> None:
    assert pronouns("Trump came early.", "He left at noon.") == []


def test_a_pronoun_in_quotation_marks_is_left_alone() -> None:
    assert pronouns("Trump was praised. “He is a great man,” the minister said.") == []


def test_whom_quoted_words_name_is_not_the_one_who_says_them() -> None:
    assert pronouns("“I do not trust President Trump,” he said.") == []
