"""Persons by their names."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.voices.directory import Directory


@dataclass(eq=False)
class Somebody:
    name: tuple[str, ...]
    human: bool = True


def directory(*names: str) -> Directory[Somebody]:
    held = Directory[Somebody]()
    for name in names:
        held.add(Somebody(tuple(name.removesuffix(" (body)").split()), human="(body)" not in name))
    return held


def names(found: dict[Somebody, None]) -> list[str]:
    return [" ".join(person.name) for person in found]


def test_a_surname_is_everybodys_of_that_name_in_order_and_suffixes_do_not_count() -> None:
    held = directory("Ann Smith", "Bob Jones", "Carl van Smith Jr.", "Smith Committee (body)")
    assert names(held.part(("Smith",))) == ["Ann Smith", "Carl van Smith Jr."]
    assert names(held.part(("van", "Smith"))) == ["Carl van Smith Jr."]


def test_the_beginning_of_a_name_counts_where_no_name_ends_so() -> None:
    held = directory("Ann Smith", "Ann Jones", "Bob Ann")
    assert names(held.part(("Ann",))) == ["Bob Ann"]
    assert names(held.part(("Bob",))) == ["Bob Ann"]
    assert names(held.part(("Ann", "Smith"))) == ["Ann Smith"]
    assert names(held.part(("Carl",))) == []


def test_the_same_first_name_and_surname_are_the_same_person() -> None:
    held = directory("Ann Maria Smith", "Ann Smith Committee (body)")
    same = held.same(("Ann", "Smith", "Jr."))
    assert same is not None
    assert same.name == ("Ann", "Maria", "Smith")
    assert held.same(("Ann", "Committee")) is None


def test_a_body_is_found_by_its_whole_name_only() -> None:
    held = directory("Smith Committee (body)")
    assert held.whole(("Smith", "Committee")) is not None
    assert held.whole(("Smith",)) is None
    assert names(held.part(("Committee",))) == []
