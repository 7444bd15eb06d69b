"""What in a run of capitals is a title, a name, a body; and whose gender it tells."""

from __future__ import annotations

import pytest

from analysis.voices.names import bare_name, gender_of, head, is_person, name_runs, trailing_name
from tests.voices.parsed import sentence


def runs(text: str) -> list[tuple[int, str]]:
    return [(first, " ".join(token.text for token in run)) for first, run in name_runs(sentence(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "President Ann Smith met Bob van Dyk on Monday.",
            [(0, "President Ann Smith"), (4, "Bob van Dyk")],
        ),
        ("Meeting Ann, he left.", [(1, "Ann")]),
        ("Recently Ann left.", [(1, "Ann")]),
        ("Invited Ann Smith left.", [(1, "Ann Smith")]),
        ("There Sterling left.", [(1, "Sterling")]),
        ("He met Sterling Smith.", [(2, "Sterling Smith")]),
        ("Trump’s Ann Smith left.", [(0, "Trump’s"), (1, "Ann Smith")]),
        ("The Mayor of Waco left.", [(1, "Mayor"), (3, "Waco")]),
        ("Al Gore left.", [(0, "Al Gore")]),
        ("He met Ann de", [(2, "Ann")]),
        ("He met Ann de la Cruz.", [(2, "Ann"), (5, "Cruz")]),
        ("nobody of note", []),
    ],
)
def test_names_are_found_with_their_titles_and_places(text: str, found: list[tuple[int, str]]) -> None:
    assert runs(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Smith of Waco", "Ann Smith"),
        ("Secretary of State Ann Smith", "Secretary of State Ann Smith"),
        ("Secretary of State for Trade", "Secretary of State"),
        ("Trump’s aide Ann Smith", "Ann Smith"),
        ("Bates & Smith", "Bates & Smith"),
        ("the De Niro", "De Niro"),
        ("an aide", ""),
        ("The Smith", "Smith"),
        ("on Monday Smith", "Smith"),
    ],
)
def test_a_phrase_ends_in_a_name_or_in_none(text: str, name: str) -> None:
    assert " ".join(token.text for token in trailing_name(sentence(text))) == name


def test_a_phrase_s_head_is_what_stands_before_its_first_preposition() -> None:
    tokens = sentence("aide to Ann Smith")
    assert head(tokens) == tokens[:1]
    assert head(tokens[1:]) == tokens[1:]


@pytest.mark.parametrize(
    ("run", "name"),
    [
        ("U.S. NATO Ambassador Ivo Daalder", "Ivo Daalder"),
        ("Vice-President Ann Smith’s", "Ann Smith"),
        ("President Ann Smith Jr.", "Ann Smith Jr."),
        ("OSCE Alexander Lukashevich", "Alexander Lukashevich"),
        ("OSCE Ann Smith Jones", "OSCE Ann Smith Jones"),
        ("OSCE NATO Smith", "OSCE NATO Smith"),
        ("AP Ann Smith", "AP Ann Smith"),
        ("Foreign Minister", "Foreign Minister"),
        ("General House Committee", "General House Committee"),
        ("President", "President"),
    ],
)
def test_a_bare_name_has_no_titles_and_a_body_s_keeps_all_words(run: str, name: str) -> None:
    assert " ".join(bare_name(sentence(run))) == name


@pytest.mark.parametrize(
    ("name", "is_name"),
    [
        ("Ann Smith", True),
        ("Qwerty Asdf", True),
        ("Ann van der Waals Smith", True),
        ("Ann Smith Jr.", True),
        ("AP Smith", True),
        ("Ann", False),
        ("Ann Jr.", False),
        ("Ann B C D E Smith", False),
        ("New Qwerty", False),
        ("Qwerty Committee", False),
        ("Ann Committee", False),
        ("Qwerty President", False),
        ("NATO Smith", False),
        ("The Ann Smith", False),
        ("Ann of Waco", False),
    ],
)
def test_a_person_has_two_to_five_words_and_is_no_body_place_or_office(name: str, *, is_name: bool) -> None:
    assert is_person(name.split()) is is_name


@pytest.mark.parametrize(
    ("name", "titles", "gender"),
    [
        ("Ann Smith", (), "feminine"),
        ("Bob Smith", (), "masculine"),
        ("Ann", (), ""),
        ("Qwerty Smith", (), ""),
        ("Smith", ("Mr.",), "masculine"),
        ("Smith", ("Mrs",), "feminine"),
        ("Ann Smith", ("Former", "MR"), "masculine"),
        ("Bob Smith", ("Queen",), "feminine"),
    ],
)
def test_a_title_tells_the_gender_before_the_first_name_does(
    name: str, titles: tuple[str, ...], gender: str
) -> None:
    assert gender_of(name.split(), titles) == gender
