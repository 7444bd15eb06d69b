"""Who in an article is meant by a name, a surname with a title, or a description."""

from __future__ import annotations

import pytest

from analysis.settings import KnownPerson
from analysis.voices.people import People, Person
from analysis.voices.roles import about, can_voice, describe, fits, same_office, speaks
from tests.voices.parsed import sentence


def people(*sentences: str, known: tuple[KnownPerson, ...] = ()) -> People:
    made = People(known)
    for text in sentences:
        made.read(sentence(text))
    return made


def named(made: People, phrase: str, *recent: Person) -> str | None:
    found = made.named(sentence(phrase), recent)
    return None if found is None else found.label


@pytest.mark.parametrize(
    ("phrase", "label"),
    [
        ("Smith", "Ann Smith"),
        ("Mr. Smith", "Bob Smith"),
        ("Mrs. Smith", "Ann Smith"),
        ("Ann", "Ann Smith"),
        ("Ann Maria Smith", "Ann Smith"),
        ("Carl Smith", "Carl Smith"),
        ("the mayor Bob Smith", "Bob Smith"),
        ("Waco", "Waco"),
        ("the mayor", None),
        ("Foreign Minister", None),
        ("Everyone", None),
    ],
)
def test_a_name_is_somebody_met_or_new(phrase: str, label: str | None) -> None:
    assert named(people("Ann Smith met Bob Smith."), phrase) == label


def test_of_two_of_a_surname_the_one_met_last_is_meant() -> None:
    made = people("Ann Smith met Bob Smith.")
    ann, bob = (made.called(name) for name in ("Ann Smith", "Bob Smith"))
    assert named(made, "Smith", ann, bob) == "Bob Smith"
    assert named(made, "Smith", bob, ann) == "Ann Smith"
    assert named(made, "Mr. Smith", bob, ann) == "Bob Smith"
    assert named(made, "Mr. Smith", ann) == "Bob Smith"


def test_a_title_makes_a_person_of_a_single_name_and_a_body_is_found_again() -> None:
    made = people()
    putin, nato = made.named(sentence("President Putin"), ()), made.named(sentence("NATO"), ())
    assert putin is not None and nato is not None
    assert (putin.human, nato.human) == (True, False)
    assert (putin.label, set(putin.known)) == ("Putin", {"president"})
    assert made.named(sentence("the NATO"), ()) is nato
    assert made.named(sentence("Mr. Putin"), ()) is putin


def test_a_study_s_person_is_meant_by_name_alias_and_title() -> None:
    lavrov = KnownPerson("Sergei Lavrov", aliases=("Sergey Lavrov", "L."), titles=("the Russian minister",))
    made = people("Sergey Lavrov left.", known=(lavrov,))
    assert named(made, "Lavrov") == named(made, "Sergey Lavrov") == "Sergei Lavrov"
    assert made.described(sentence("the Russian minister"), ()).label == "Sergei Lavrov"
    assert made.called("sergey lavrov").label == "Sergei Lavrov"
    assert made.called("Sergei Lavrov").gender == "masculine"
    assert made.called("The Herald") is made.called("The Herald")


@pytest.mark.parametrize(
    ("text", "phrase", "label"),
    [
        ("Ann Smith, the Russian envoy, left.", "the Russian diplomat", "Ann Smith"),
        ("The Russian envoy, Ann Smith, left.", "the diplomat", "Ann Smith"),
        ("Russian envoy Ann Smith left.", "the Russian ambassador", "Ann Smith"),
        ("Ann Smith, the Russian envoy, left.", "the German diplomat", "German diplomat, anonymous"),
        ("Ann Smith, the Russian envoy, left.", "a Russian diplomat", "Russian diplomat, anonymous"),
        ("Ann Smith left and the Russian envoy came.", "the Russian diplomat", "Russian diplomat, anonymous"),
        ("Ann Smith, the Russian envoy, left.", "the report", "report"),
        ("Ann Smith, the Russian envoy, left.", "the weather", ""),
    ],
)
def test_a_definite_description_means_the_person_of_whom_it_was_said(
    text: str, phrase: str, label: str
) -> None:
    assert people(text).described(sentence(phrase), ()).label == label


def test_an_unnamed_person_met_before_is_meant_by_a_definite_description_that_agrees() -> None:
    made = people()
    first = made.described(sentence("a senior NATO official"), ())
    assert made.described(sentence("the official"), ()) is first
    assert made.described(sentence("the senior official"), ()) is first
    assert made.described(sentence("a senior NATO official"), ()) is not first
    assert made.described(sentence("the Russian official"), ()) is not first
    report = made.described(sentence("a report"), ())
    assert made.described(sentence("a report"), ()) is report


def test_an_unnamed_person_is_called_by_the_shortest_description_that_says_more_than_the_noun() -> None:
    made = people()
    first = made.described(sentence("a very senior NATO official"), ())
    made.described(sentence("the NATO official"), ())
    made.described(sentence("the official"), ())
    assert first.label == "NATO official, anonymous"


@pytest.mark.parametrize(
    ("phrase", "text", "noun", "definite"),
    [
        ("a senior U.S. official", "senior U.S. official", "official", False),
        ("the official at the UN", "official at the UN", "official", True),
        ("Russia’s envoy", "Russia’s envoy", "envoy", True),
        ("these ministers", "ministers", "ministers", True),
        ("an envoy-in-chief", "envoy-in-chief", "envoy-in-chief", False),
        ("some", "some", "some", False),
    ],
)
def test_a_description_has_its_noun_and_is_definite_or_not(
    phrase: str, text: str, noun: str, *, definite: bool
) -> None:
    found = describe(sentence(phrase))
    assert (found.text, found.noun, found.definite) == (text, noun, definite)


def test_what_a_description_says_is_nations_and_words_without_articles() -> None:
    assert describe(sentence("the senior American official at the UN")).about == {"senior", "us", "un"}
    assert about(["Russia’s", "the", "Moscow", "Old", "alliance"]) == {"russia", "old", "nato"}
    assert describe(sentence("the envoy")).person
    assert not describe(sentence("the report")).person


def test_a_description_fits_whose_office_and_words_are_known() -> None:
    known = frozenset({"envoy", "russia", "permanent"})
    assert same_office("diplomat", known)
    assert same_office("envoy", frozenset({"envoy"}))
    assert not same_office("mayor", known)
    assert fits(describe(sentence("the Russian diplomat")), known)
    assert fits(describe(sentence("the envoy")), known)
    assert not fits(describe(sentence("the tall Russian diplomat")), known)
    assert not fits(describe(sentence("the Russian mayor")), known)


@pytest.mark.parametrize(
    ("noun", "says"),
    [
        ("official", True),
        ("officials", True),
        ("ministries", True),
        ("report", True),
        ("weather", False),
        ("", False),
    ],
)
def test_persons_bodies_and_documents_say_things(noun: str, *, says: bool) -> None:
    assert speaks(noun) is says


@pytest.mark.parametrize(
    ("phrase", "can"),
    [
        ("he", True), ("the NATO", True), ("an official", True), ("two officials", True), ("the people", True),
        ("a report", False), ("the weather", False),
    ],
)  # fmt: skip
def test_pronouns_names_and_persons_can_voice(phrase: str, *, can: bool) -> None:
    assert can_voice(sentence(phrase)) is can
