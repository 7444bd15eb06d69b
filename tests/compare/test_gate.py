"""The gate, on designs whose verdict is known."""

from __future__ import annotations

import math

import pytest

from analysis.compare.design_table import design_table
from analysis.compare.gate import Counts, gate, gate_of
from analysis.settings import CompareSettings
from tests.compare.studies import by

BUNDLED = {"The Moscow Times": 3, "TASS": 1, "Sputnik": 1}


def test_the_bundled_design_is_descriptive_only_and_says_why() -> None:
    verdict = gate(BUNDLED, CompareSettings())
    assert verdict.descriptive_only
    assert verdict.smallest_p == pytest.approx(0.1)
    assert verdict.reason == (
        "This study is descriptive only. There are too few articles to test anything "
        "(1 of Sputnik, 1 of TASS and 3 of The Moscow Times): dealt out to "
        "the outlets at random, they would show even the sharpest difference 10% of the time. The figures describe "
        "these articles and say nothing about the outlets beyond them."
    )


def test_a_single_article_is_not_told_from_its_outlet() -> None:
    verdict = gate({"a": 1, "b": 20}, CompareSettings())
    assert verdict.descriptive_only
    assert "a single article cannot be told from its outlet" in verdict.reason
    assert not gate({"a": 2, "b": 20}, CompareSettings()).descriptive_only
    # With a third outlet beside it the others can still be compared with all the rest.
    assert not gate({"a": 1, "b": 20, "c": 20}, CompareSettings()).descriptive_only


@pytest.mark.parametrize(
    ("articles", "floor"),
    [
        # The largest of four outlets' statistics is as large when any of them takes the place of the first.
        ({"a": 2, "b": 2, "c": 2, "d": 2}, 4 / 28),
        ({"a": 3, "b": 3, "c": 3}, 3 / 84),
        ({"a": 4, "b": 3, "c": 3}, 1 / 210),
    ],
)
def test_outlets_of_one_size_share_their_floor(articles: dict[str, int], floor: float) -> None:
    first = gate(articles, CompareSettings()).reaches[1]
    assert (first.kind, first.outlet) == ("rest", "a")
    assert first.smallest_p == pytest.approx(floor)


def test_what_is_gone_through_is_counted_over_all_outlets() -> None:
    reach = gate({"a": 3, "b": 8, "c": 8}, CompareSettings()).reaches[1]
    assert (reach.assignments, reach.exact) == (12_471_030, False)
    few = CompareSettings(permutations=15, exact_up_to=1000)
    assert gate({"a": 4, "b": 4, "c": 4}, few).descriptive_only


@pytest.mark.parametrize(
    ("articles", "smallest", "descriptive"),
    [
        ({"a": 2, "b": 2}, 1 / 3, True),
        ({"a": 3, "b": 3}, 0.1, True),
        ({"a": 4, "b": 4}, 2 / 70, False),
        ({"a": 5, "b": 5}, 2 / 252, False),
        ({"a": 1, "b": 19}, 1 / 20, True),
        ({"a": 1, "b": 20}, 1 / 21, True),
        ({"a": 2, "b": 20}, 1 / 231, False),
        # All three at once could reach 1/60, but what is tested is each against the rest: 1/15 at best.
        ({"a": 3, "b": 2, "c": 1}, 1 / 15, True),
        ({"a": 9}, 1.0, True),
        ({}, 1.0, True),
    ],
)
def test_the_gate_opens_only_where_a_p_below_alpha_can_come_out(
    articles: dict[str, int], smallest: float, *, descriptive: bool
) -> None:
    verdict = gate(articles, CompareSettings())
    assert verdict.smallest_p == pytest.approx(smallest)
    assert verdict.descriptive_only is descriptive


def test_too_few_random_permutations_shut_the_gate_too() -> None:
    few = CompareSettings(permutations=10, exact_up_to=100)
    assert gate({"a": 5, "b": 5}, few).smallest_p == pytest.approx(1 / 11)
    assert gate({"a": 5, "b": 5}, few).descriptive_only


def test_the_order_of_the_outlets_does_not_matter() -> None:
    assert gate(BUNDLED, CompareSettings()) == gate(dict(reversed(BUNDLED.items())), CompareSettings())


def test_the_table_has_every_comparison_with_its_floor() -> None:
    table = by(design_table(gate(BUNDLED, CompareSettings())), "comparison")
    assert {name: row["smallest_p"] for name, row in table.items()} == pytest.approx(
        {
            "all outlets": 0.1,
            "Sputnik versus the rest": 0.4,
            "TASS versus the rest": 0.4,
            "The Moscow Times versus the rest": 0.1,
            "Sputnik versus TASS": 1.0,
            "Sputnik versus The Moscow Times": 0.25,
            "TASS versus The Moscow Times": 0.25,
        }
    )
    assert table["The Moscow Times versus the rest"]["resamples"] == 10
    assert {row["verdict"] for row in table.values()} == {"descriptive only"}
    assert table["all outlets"]["reason"].startswith("This study is descriptive only")


@pytest.mark.parametrize("articles", [{}, {"a": 4}])
def test_fewer_than_two_outlets_leave_one_row_that_says_so(articles: dict[str, int]) -> None:
    (row,) = design_table(gate(articles, CompareSettings())).to_dict("records")
    assert row["verdict"] == "descriptive only"
    assert row["reason"] == "Fewer than two outlets have analysed paragraphs, so there is nothing to compare."


def test_counts_beyond_what_a_float_holds_are_infinite() -> None:
    table = design_table(gate({"a": 3000, "b": 3000}, CompareSettings()))
    assert math.isinf(table["assignments"].iloc[0])


@pytest.mark.parametrize(
    "articles",
    [BUNDLED, {"a": 4, "b": 3, "c": 3}, {"a": (2, 1), "b": (3, 2)}, {"a": 1, "b": 20}, {"a": 12, "b": 13}],
)
def test_a_gate_is_read_back_from_its_table(articles: dict[str, Counts]) -> None:
    asked = gate(articles, CompareSettings())
    assert gate_of(design_table(asked), 0.05) == asked


def test_more_assignments_than_a_number_holds_are_read_back_as_very_many() -> None:
    asked = gate({"a": 3_000, "b": 3_000}, CompareSettings())
    back = gate_of(design_table(asked), 0.01)
    assert {reach.assignments for reach in back.reaches} == {2**1000}
    assert (back.alpha, back.articles, back.reason) == (0.01, asked.articles, asked.reason)
