import pytest

from analysis.topics.terms import Vocabulary, alike

OUTLETS = Vocabulary(("The Moscow Times", "Moscow Times", "TASS", "Sputnik"))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Libya and Syria", ["libya", "syria"]),
        ("the Persian Gulf", ["persian", "gulf", "persian gulf"]),
        ("Tripoli. Berlin", ["tripoli", "berlin"]),
        ("Tripoli, Berlin", ["tripoli", "berlin"]),
        ("NATO's shield", ["NATO", "shield"]),
        ("Russia’s envoy", ["russia", "envoy"]),
        ("the U.S. gave us U.S. weapons", ["US", "US", "weapons", "US weapons"]),
        ("he said, told and warned", []),
        ("in 2014, 4,000 died", ["died"]),
        ("doesn't, won’t and I'm", []),
        ("pro-Russian rebels", ["pro-russian", "rebels", "pro-russian rebels"]),
        ("a b c", []),
    ],
)
def test_the_terms_of_a_text(text: str, terms: list[str]) -> None:
    assert Vocabulary().terms(text) == terms


@pytest.mark.parametrize("text", ["The Moscow Times", "TASS: Moscow Times, Sputnik", "/TASS/.", "Sputnik's"])
def test_outlets_are_no_terms(text: str) -> None:
    assert OUTLETS.terms(text) == []


def test_the_words_of_an_outlets_name_are_terms_elsewhere() -> None:
    assert OUTLETS.terms("Moscow and Sputniks") == ["moscow", "sputniks"]
    assert OUTLETS.terms("editor of TASS agency") == ["editor", "agency"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("libya", "libyan"),
        ("ukraine", "ukrainian"),
        ("gulf", "persian gulf"),
        ("afghan", "afghanistan"),
        ("NATO", "NATO force"),
    ],
)
def test_terms_that_would_repeat_each_other_are_alike(first: str, second: str) -> None:
    assert alike(first, second)
    assert alike(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [("iran", "iraq"), ("control", "content"), ("NATO", "nation"), ("international", "interview")],
)
def test_other_terms_are_not(first: str, second: str) -> None:
    assert not alike(first, second)
