"""Which words are reporting verbs, in which form, and who their subject is."""

from __future__ import annotations

import pytest

from analysis.voices.subjects import subject
from analysis.voices.verbs import is_title_case, reporting_verbs
from tests.voices.parsed import named, sentence, text_of, verb_of


@pytest.mark.parametrize(
    ("text", "verb", "form", "before"),
    [
        ("He has often said so.", "said", "finite", "has often"),
        ("He was told so.", "told", "passive", "was"),
        ("He was never really told so.", "told", "passive", "was never really"),
        ("He wants to say so.", "say", "infinitive", "to"),
        ("Saying so, he left.", "Saying", "participle", ""),
        ("He left, saying so.", "saying", "participle", ""),
        ("He is saying so.", "saying", "finite", "is"),
        ("He claims it.", "claims", "finite", ""),
        ("People say so.", "say", "finite", ""),
        ("Moscow claims it.", "claims", "finite", ""),
        ("She, who denies it, left.", "denies", "finite", ""),
        ("Some claim it.", "claim", "finite", ""),
        ("The workers say it.", "say", "finite", ""),
        ("He came and urges it.", "urges", "finite", ""),
        ("“We are very glad now,” said he.", "said", "finite", ""),
    ],
)
def test_a_verb_has_the_form_that_stands_before_it(text: str, verb: str, form: str, before: str) -> None:
    tokens = sentence(text)
    (found,) = reporting_verbs(tokens)
    assert (tokens[found.at].text, found.form) == (verb, form)
    assert text_of(tokens, found.first, found.at) == before


@pytest.mark.parametrize(
    "text",
    [
        "The claims were false.",
        "Claims fell.",
        "The glass claim was it.",
        "The analysis say was it.",
        "The economic claims fell.",
        "A saying is that.",
        "He left, saying of it.",
        "He left, saying.",
        "the man's saying it",
        "The Herald Said so.",
        "It was say so",
        "The told story",
        "of said man",
    ],
)
def test_nouns_adjectives_and_names_are_no_verbs(text: str) -> None:
    assert reporting_verbs(sentence(text)) == []


@pytest.mark.parametrize(
    ("text", "is_headline"),
    [
        ("Ann Smith Said That Everything Was Fine There", True),
        ("Ann Smith Said That everything", False),
        ("Four Words Here Said", True),
        ("Four Long Here Was", False),  # three of four letters
        ("Four Words Here Said More Than This Time that", True),  # eight of nine
        ("Four Words Here Said More Than that", True),  # six of seven
        ("Four Words Here Said More that", False),  # five of six
    ],
)
def test_a_headline_has_capitals_on_more_than_85_in_100_of_at_least_four_long_words(
    text: str, *, is_headline: bool
) -> None:
    assert is_title_case(sentence(text)) is is_headline


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("Smith, a lawyer from Waco, said that it rained.", "said", "Smith"),
        ("“It rains a lot here,” said Ann Smith of Waco.", "said", "Ann Smith"),
        ("“It rains a lot here,” said he.", "said", "he"),
        ("“It rains a lot here,” told Ann Smith.", "told", None),
        ("It rains, said Ann Smith.", "said", "Ann Smith"),
        ("It rains — said the mayor of Waco.", "said", "the mayor of Waco"),
        ("It rains, said the mayor.", "said", "the mayor"),
        ("Smith, who has denied it, left.", "denied", "Smith"),
        ("The man who denied it left.", "denied", "The man"),
        ("Smith declined to say that it rained.", "say", "Smith"),
        ("Smith often also said that it rained.", "said", "Smith"),
        ("The official who spoke anonymously stressed that it rained.", "stressed", "The official"),
        ("The plan of the mayor said that it rained.", "said", "The plan of the mayor"),
        ("The mayor yesterday morning said that it rained.", "said", "The mayor"),
        ("Smith was told that it rained.", "told", None),
        ("Smith left, saying that it rained.", "saying", None),
        ("Smith left and said that it rained.", "said", None),
        ("In truth, and said that it rained.", "said", None),
    ],
)
def test_a_subject_stands_before_its_verb_or_behind_it_after_a_quotation_or_comma(
    text: str, verb: str, who: str | None
) -> None:
    tokens = sentence(text)
    assert named(subject(tokens, verb_of(tokens, verb))) == who
