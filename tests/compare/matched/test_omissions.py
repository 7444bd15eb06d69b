"""What one outlet of an event has and another has not."""

from __future__ import annotations

import dataclasses

import pandas as pd

from analysis.compare.matched.events import event_numbers
from analysis.compare.matched.omissions import omissions, surname
from tests.compare.matched.six import ARTICLES, DOUBT, Six, six

Named = dict[str, frozenset[str]]

QUOTES = pd.DataFrame(
    [("g1:2", "Ann Baker"), ("h1:2", "Ann P. Baker"), ("g1:3", "John Stone"), ("h1:1", "officials, anonymous"),
     ("h1:1", "Herald"), ("h1:2", "the mayor"),
     ("h1:2", "Of Stoneham"), ("g1:1", "Emails")],
    columns=["paragraph_id", "speaker"],
)  # fmt: skip


def table(
    study: Six | None = None, *, names: Named | None = None, actors: Named | None = None
) -> pd.DataFrame:
    """The table of omissions of the six articles."""
    own = study or six()
    reading = dataclasses.replace(own.reading(), names=names or {}, actors=actors or {})
    pairs = own.pairs()
    return omissions(reading, own.vectors, pairs, event_numbers(pairs), quotes=QUOTES)


def rows(found: pd.DataFrame, what: str) -> list[tuple[int, str, str, str, int, str]]:
    own = found[found["what"] == what]
    return [
        tuple(row)
        for row in own[["event", "name", "outlet", "missing_in", "count", "paragraph_ids"]]
        .to_numpy()
        .tolist()
    ]


def test_each_outlet_s_matched_paragraphs_are_counted_by_event() -> None:
    assert rows(table(), "paragraphs matched") == [
        (1, "", "Gazette", "", 2, "g1:1; g1:2"),
        (1, "", "Herald", "", 2, "h1:1; h1:2"),
        (2, "", "Gazette", "", 2, "g2:1; g2:2"),
        (2, "", "Tribune", "", 2, "t1:1; t1:2"),
    ]


def test_a_paragraph_unlike_any_of_the_others_stands_alone() -> None:
    alone = {
        (event, outlet): (count, ids) for event, _, outlet, _, count, ids in rows(table(), "paragraphs alone")
    }
    assert alone == {
        (1, "Gazette"): (1, "g1:3"),
        (1, "Herald"): (0, ""),
        (2, "Gazette"): (0, ""),
        (2, "Tribune"): (0, ""),
    }


def test_a_paragraph_with_an_unsure_counterpart_is_neither_matched_nor_alone() -> None:
    outlet, date, paragraphs = ARTICLES["h1"]
    unsure = (DOUBT, 0.0, "Insurance is dear in harbour towns.")
    found = table(six({**ARTICLES, "h1": (outlet, date, (*paragraphs, unsure))}))
    own = found[(found["event"] == 1) & found["what"].str.startswith("paragraphs")]
    assert not own["paragraph_ids"].str.contains("g1:3|h1:3").any()


def test_who_is_quoted_by_one_outlet_alone_is_named_and_forms_of_one_name_are_one() -> None:
    assert rows(table(), "speaker quoted") == [(1, "John Stone", "Gazette", "Herald", 1, "g1:3")]


def test_a_person_is_missing_only_where_the_surname_stands_nowhere() -> None:
    names = {
        "g1:1": frozenset({"Rose Florist", "Max Harbour"}),
        "g1:3": frozenset({"Rose Florist", "Ida Quill"}),
    }
    assert rows(table(names=names), "person named") == [(1, "Ida Quill", "Gazette", "Herald", 1, "g1:3")]


def test_an_actor_that_both_name_is_no_omission() -> None:
    actors = {"g1:1": frozenset({"the Council", "the Port"}), "h1:2": frozenset({"the Port"})}
    assert rows(table(actors=actors), "actor named") == [(1, "the Council", "Gazette", "Herald", 1, "g1:1")]


def test_the_order_of_rows_does_not_matter() -> None:
    assert table(six().shuffled(3)).equals(table())


def test_articles_outside_events_omit_nothing() -> None:
    assert not table()["paragraph_ids"].str.contains("h2|t2").any()


def test_names_are_compared_by_surname() -> None:
    assert surname("John A. Boehner") == surname("Boehner") == "boehner"
    assert surname("Joe Biden Jr.") == "biden"
    assert surname("") == ""
