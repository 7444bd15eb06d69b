"""The gate, on designs whose verdict is known."""

from __future__ import annotations

import math

import pytest

from analysis.compare.design_table import design_table
from analysis.compare.gate import gate
from analysis.settings import CompareSettings
from tests.compare.studies import by

BUNDLED = {"The Moscow Times": 3, "TASS": 1, "Sputnik": 1}


def test_the_bundled_design_is_descriptive_only_and_says_why() -> None:
    verdict = gate(BUNDLED, CompareSettings())
    assert verdict.descriptive_only
    assert verdict.smallest_p == pytest.approx(0.1)
    assert verdict.reason == (
        "With articles as the unit (1 of Sputnik, 1 of TASS and 3 of The Moscow Times) no p below .1 is possible "
        "however the figures fall, so they describe these articles and say nothing about the outlets beyond them."
    )


@pytest.mark.parametrize(
    ("articles", "smallest", "descriptive"),
    [
        ({"a": 2, "b": 2}, 1 / 3, True),
        ({"a": 3, "b": 3}, 0.1, True),
        ({"a": 4, "b": 4}, 2 / 70, False),
        ({"a": 5, "b": 5}, 2 / 252, False),
        ({"a": 1, "b": 19}, 1 / 20, True),
        ({"a": 1, "b": 20}, 1 / 21, False),
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
            "Sputnik versus the rest": 0.2,
            "TASS versus the rest": 0.2,
            "The Moscow Times versus the rest": 0.1,
            "Sputnik versus TASS": 1.0,
            "Sputnik versus The Moscow Times": 0.25,
            "TASS versus The Moscow Times": 0.25,
        }
    )
    assert table["The Moscow Times versus the rest"]["resamples"] == 10
    assert {row["verdict"] for row in table.values()} == {"descriptive only"}
    assert table["all outlets"]["reason"].startswith("With articles as the unit")


@pytest.mark.parametrize("articles", [{}, {"a": 4}])
def test_fewer_than_two_outlets_leave_one_row_that_says_so(articles: dict[str, int]) -> None:
    (row,) = design_table(gate(articles, CompareSettings())).to_dict("records")
    assert row["verdict"] == "descriptive only"
    assert row["reason"] == "Fewer than two outlets have analysed paragraphs, so there is nothing to compare."


def test_counts_beyond_what_a_float_holds_are_infinite() -> None:
    table = design_table(gate({"a": 3000, "b": 3000}, CompareSettings()))
    assert math.isinf(table["assignments"].iloc[0])
