"""Noun phrases around a verb: where they start and end, and what an insertion or an opening hides."""

from __future__ import annotations

import pytest

from analysis.voices.insertions import before_insertion
from analysis.voices.openers import clause_subject, first_subject
from analysis.voices.phrases import Phrase, ending_at, nearest_to, starting_at, with_complement
from tests.voices.parsed import named, place, sentence, text_of


@pytest.mark.parametrize(
    ("text", "last", "phrase"),
    [
        ("Yesterday the new mayor of Waco spoke.", "Waco", "the new mayor of Waco"),
        ("Clearly Secretary of State Ann Smith spoke.", "Smith", "State Ann Smith"),
        ("The envoy to the United Nations Ann Smith spoke.", "Smith", "the United Nations Ann Smith"),
        ("She criticised the plan of Waco.", "Waco", "the plan of Waco"),
        ("He accused Moscow of Russian lies daily.", "lies", "Moscow of Russian lies"),
        ("Voters and other officials spoke.", "officials", "Voters"),
        ("Voters and officials spoke.", "officials", "officials"),
        ("All the men spoke.", "men", "All the men"),
        ("On Monday of Easter Ann left.", "Ann", "Easter Ann"),
        ("We met in Waco he said", "he", "he"),
        ("Smith & Sons said", "Sons", "Smith & Sons"),
        ("the quickly growing city spoke", "city", "growing city"),
        ("b " * 20 + "men spoke", "men", "b " * 14 + "men"),
        ("They left, he said", ",", None),
    ],
)  # fmt: skip
def test_a_phrase_is_read_back_from_its_last_word(text: str, last: str, phrase: str | None) -> None:
    tokens = sentence(text)
    assert named(ending_at(tokens, place(tokens, last))) == phrase


def test_the_phrase_behind_a_title_s_preposition_holds_the_name_and_reaches_over_the_title() -> None:
    tokens = sentence("The envoy to the United Nations Ann Smith spoke.")
    found = ending_at(tokens, place(tokens, "Smith"))
    assert found == Phrase(tokens[3:8], 0, 8)


def test_what_a_relative_refers_to_is_the_simple_phrase() -> None:
    tokens = sentence("The mayor of the town who left spoke.")
    assert named(nearest_to(tokens, place(tokens, "town"))) == "the town"
    assert nearest_to(tokens, -1) is None


@pytest.mark.parametrize(
    ("text", "first", "phrase"),
    [
        ("He spoke to her there.", "He", "He"),
        ("the mayor of Waco spoke.", "the", "the mayor"),
        ("Ann Smith, Jr., spoke.", "Ann", "Ann Smith , Jr."),
        ("Ann Smith, mayor, spoke.", "Ann", "Ann Smith"),
        ("Bob Jones wrote it.", "Bob", "Bob Jones"),
        ("Smith visited Waco.", "Smith", "Smith"),
        ("the mayor accused Waco.", "the", "the mayor"),
        ("the mayor the other day left.", "the", "the mayor"),
        ("of Waco", "of", None),
        ("“We are very glad now,” he said", "We", None),
        ("big " * 20, "big", "big " * 14),
    ],
)
def test_a_phrase_is_read_on_from_its_first_word(text: str, first: str, phrase: str | None) -> None:
    tokens = sentence(text)
    assert named(starting_at(tokens, place(tokens, first))) == (phrase and phrase.strip())
    assert starting_at(tokens, len(tokens)) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("an adviser to Ann Smith", "an adviser to Ann Smith"),
        ("the people from the town", "the people from the town"),
        ("an adviser by the sea", "an adviser"),
        ("an adviser for last week", "an adviser"),
        ("an adviser to", "an adviser"),
        ("an adviser", "an adviser"),
        ("Ann Smith of Waco", "Ann Smith"),
    ],
)
def test_a_description_takes_what_a_preposition_adds_and_a_name_does_not(text: str, phrase: str) -> None:
    tokens = sentence(text)
    assert named(with_complement(tokens, starting_at(tokens, 0))) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Smith, a lawyer from Waco, Texas, said it.", "Smith"),
        ("Smith (a lawyer) said it.", "Smith"),
        ("Smith — a lawyer, as it is — said it.", "Smith"),
        ("Smith – the mayor, that is – said it.", "Smith"),
        ("The mayor, 45, said it.", "The mayor"),
        ("Ann Smith from Waco, New Mexico, said it.", "Ann Smith from Waco"),
        ("Ann Smith of Waco, Texas, said it.", "Ann Smith of Waco"),
        ("Ann Smith, President of all, said it.", "Ann Smith"),
        ("Ann Smith, Bob Jones, said it.", "Bob Jones"),
        ("Ann Smith, and Bob Jones, said it.", "Bob Jones"),
        ("Ann Smith, Waco’s mayor, said it.", "Ann Smith"),
        ("Ann Smith, Jr., said it.", "Ann Smith"),
        ("“We go there now,” Smith, the mayor, said it.", "Smith"),
        ("He knew it: Smith, the mayor, said it.", "Smith"),
        ("He knew it: the mayor, a man of Waco, said it.", "the mayor"),
        ("Ann, " + "a big man, " * 5 + "said it", "Ann"),
        ("Ann, " + "a big man, " * 6 + "said it", None),
        (f"Smith ({'so ' * 23}) said it.", "Smith"),
    ],
)
def test_a_subject_is_what_stands_before_its_insertion(text: str, phrase: str | None) -> None:
    tokens = sentence(text)
    mark = max(at for at, token in enumerate(tokens) if token.text in {",", ")", "—", "–"})
    assert named(before_insertion(tokens, mark)) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On Monday, the mayor of Waco spoke.", "the mayor"),
        ("In the town of Waco he left.", "he"),
        ("However, he left.", "he"),
        ("Yesterday she left.", "she"),
        ("That’s it, she said.", "she"),
        ("“We are very glad now,” Ann Smith said.", "Ann Smith"),
        ("Quickly, he spoke.", "he"),
        ("Hours later, she left.", "she"),
        ("The day before, she left.", "she"),
        ("Last Monday, she left.", "she"),
        ("There was rain in Waco.", None),
        ("It rained.", None),
        ("rain fell on the town", None),
        ("In", None),
    ],
)
def test_the_first_subject_is_one_that_can_speak_and_that_nothing_governs(
    text: str, phrase: str | None
) -> None:
    assert named(first_subject(sentence(text))) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They saw the way in which our partners react", "our partners react"),
        ("Ann asked Bob how Eve came", "Eve came"),
        ("Ann left as he came", "he"),
        ("Ann left that he might see what Bob sees", "he"),
        ("She knows that rain falls", "She"),
        ("which Ann saw", "Ann saw"),
    ],
)
def test_a_clause_s_subject_stands_behind_its_last_relative(text: str, phrase: str) -> None:
    assert named(clause_subject(sentence(text))) == phrase


def test_the_places_of_a_phrase_are_those_of_its_words() -> None:
    tokens = sentence("Then the old mayor of Waco spoke.")
    found = ending_at(tokens, place(tokens, "Waco"))
    assert found is not None
    assert text_of(tokens, found.first, found.last) == "the old mayor of Waco"


def test_brackets_are_looked_for_as_far_as_an_insertion_may_be_long() -> None:
    tokens = sentence(f"Smith ({'so ' * 24}) said it.")
    assert named(before_insertion(tokens, place(tokens, ")"))) != "Smith"
