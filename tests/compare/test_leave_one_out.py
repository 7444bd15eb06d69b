"""Contrasts with each article left out: worked by hand, and what must not move them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest

from analysis.compare.leave_one_out import leave_one_out
from analysis.compare.sums import Sums
from tests.compare.studies import QUICK, by, random_study, ratio_sums


def test_three_articles_are_those_worked_by_hand() -> None:
    # x: 3 of 4 and 1 of 6; y: 2 of 5. Both are 4 of 10 and 2 of 5 in all: no difference.
    # Without the first: 1/6 - 2/5; without the second: 3/4 - 2/5; without the third nothing is left of y.
    rows = by(leave_one_out(ratio_sums([[3], [1], [2]], [[4], [6], [5]], list("xxy"))), "outlet")
    x = rows["x"]
    assert x["difference"] == 0
    assert (x["smallest"], x["largest"]) == (pytest.approx(1 / 6 - 2 / 5), pytest.approx(3 / 4 - 2 / 5))
    assert (x["articles"], x["outlet_articles"], x["rest_articles"], x["undefined"]) == (3, 2, 1, 1)
    assert (x["article_id"], x["without"]) == ("a001", pytest.approx(0.35))
    assert x["standing"] == "rests on one article"
    assert rows["y"]["largest"] == pytest.approx(2 / 5 - 1 / 6)


def test_a_sign_that_one_article_makes_turns_without_it() -> None:
    # x: 9 of 10, 1 of 10, 1 of 10 (11/30); y: 2 of 10 twice. Without the first x is 2/20, below y.
    rows = by(leave_one_out(ratio_sums([[9], [1], [1], [2], [2]], [[10]] * 5, list("xxxyy"))), "outlet")
    x = rows["x"]
    assert x["difference"] == pytest.approx(11 / 30 - 0.2)
    assert (x["standing"], x["flips"]) == ("turns", 1)
    assert (x["outlet_flip_share"], x["rest_flip_share"]) == (pytest.approx(1 / 3), 0)
    assert (x["article_id"], x["without"], x["smallest"]) == (
        "a000",
        pytest.approx(-0.1),
        pytest.approx(-0.1),
    )
    assert (rows["y"]["outlet_flip_share"], rows["y"]["rest_flip_share"]) == (0, pytest.approx(1 / 3))


def test_a_difference_that_vanishes_without_an_article_counts_as_turned() -> None:
    rows = by(leave_one_out(ratio_sums([[5], [2], [2], [2]], [[10]] * 4, list("xxyy"))), "outlet")
    assert (rows["x"]["flips"], rows["x"]["smallest"], rows["x"]["standing"]) == (1, 0, "turns")


def test_a_difference_that_every_article_carries_holds() -> None:
    rows = leave_one_out(ratio_sums([[8], [9], [1], [2]], [[10]] * 4, list("xxyy")))
    assert set(rows["standing"]) == {"holds"}
    assert rows["flips"].tolist() == [0, 0]


def test_without_an_outlets_only_article_nothing_is_left_and_articles_without_units_do_not_count() -> None:
    # The second measure has units in the first article of x and in y; z has none of it.
    sums = ratio_sums(
        [[1, 2], [1, 0], [2, 1], [3, 0]], [[4, 4], [4, 0], [4, 4], [4, 0]], ["x", "x", "y", "z"]
    )
    rows = by(leave_one_out(sums), "topic", "outlet")
    assert rows["0", "y"]["standing"] == "rests on one article"
    assert (rows["0", "y"]["undefined"], rows["0", "y"]["articles"]) == (1, 4)
    assert (rows["1", "x"]["articles"], rows["1", "x"]["undefined"]) == (2, 2)
    assert (rows["1", "x"]["article_id"], rows["1", "x"]["standing"]) == ("", "rests on one article")
    assert np.isnan(rows["1", "x"]["without"])
    assert rows["1", "z"]["standing"] == "not estimable"
    assert np.isnan(rows["1", "z"]["difference"])
    assert np.isnan(rows["1", "z"]["outlet_flip_share"])


def test_equal_outlets_have_no_difference() -> None:
    rows = leave_one_out(ratio_sums([[2], [2], [2], [2]], [[10]] * 4, list("xxyy")))
    assert set(rows["standing"]) == {"no difference"}
    assert rows["flips"].tolist() == [0, 0]


def test_of_articles_that_move_a_difference_alike_the_first_is_named() -> None:
    rows = by(leave_one_out(ratio_sums([[9], [9], [1], [1]], [[10]] * 4, list("xxyy"))), "outlet")
    assert rows["x"]["article_id"] == "a000"


def test_one_outlet_has_no_contrasts() -> None:
    rows = leave_one_out(ratio_sums([[1], [2]], [[4], [4]], list("xx")))
    assert rows.empty
    assert {"difference", "standing", "outlet"} <= set(rows.columns)


def test_swapping_two_outlets_flips_every_difference_and_no_standing() -> None:
    sums = random_study({"x": 4, "y": 5}).sums(0, 1, 2)
    swapped = dataclasses.replace(
        sums, design=dataclasses.replace(sums.design, labels=1 - sums.design.labels)
    )
    one, other = leave_one_out(sums), leave_one_out(swapped)
    assert other["difference"].to_numpy() == pytest.approx(-one["difference"].to_numpy(), nan_ok=True)
    assert other["smallest"].to_numpy() == pytest.approx(-one["largest"].to_numpy(), nan_ok=True)
    assert other["standing"].tolist() == one["standing"].tolist()
    assert other["article_id"].tolist() == one["article_id"].tolist()


def test_doubling_an_outlets_articles_leaves_the_difference_and_makes_each_of_them_matter_less() -> None:
    single = ratio_sums([[3], [1], [2], [4]], [[9], [5], [8], [7]], list("xxyy"))
    twice = ratio_sums([[3], [3], [1], [1], [2], [4]], [[9], [9], [5], [5], [8], [7]], list("xxxxyy"))
    before, after = by(leave_one_out(single), "outlet")["y"], by(leave_one_out(twice), "outlet")["y"]
    assert before["difference"] == after["difference"]
    assert before["outlet_flip_share"] == after["outlet_flip_share"]
    # Each of two copies moves the ratio less than the one article did.
    assert after["largest"] - after["smallest"] <= before["largest"] - before["smallest"]


def test_the_differences_are_those_of_the_estimates_and_of_the_study_without_the_article() -> None:
    made = random_study({"x": 3, "y": 3, "z": 2})
    sums = made.sums(0, 1, 2)
    rows = leave_one_out(sums)
    key = ["measure", "instrument", "voice", "topic", "outlet"]
    estimates = made.compared(QUICK).estimates
    merged = rows.merge(estimates, on=key, suffixes=("", "_estimated"))
    assert len(merged) == len(rows)
    assert merged["difference"].to_numpy() == pytest.approx(
        merged["difference_estimated"].to_numpy(), nan_ok=True, abs=1e-8
    )
    article = "x-1"
    fewer = dataclasses.replace(made, articles=made.articles.query("article_id != @article"),
                                paragraphs=made.paragraphs.query("article_id != @article"))  # fmt: skip
    refitted = by(fewer.compared(QUICK).estimates, *key)
    named = rows[rows["article_id"] == article]
    assert len(named) > 1
    for _, row in named.iterrows():
        assert row["without"] == pytest.approx(refitted[tuple(row[key])]["difference"], abs=1e-8)


def test_the_order_of_rows_does_not_matter_nor_the_size_of_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    made = random_study({"x": 4, "y": 5})
    mixed = type(made)(
        **{name: table.sample(frac=1, random_state=3) for name, table in made.tables().items()}
    )
    straight = leave_one_out(made.sums(0, 1))
    pd.testing.assert_frame_equal(straight, leave_one_out(mixed.sums(0, 1)))
    monkeypatch.setattr("analysis.compare.leave_one_out.rows_at_once", lambda _: 2)
    pd.testing.assert_frame_equal(straight, leave_one_out(made.sums(0, 1)))


def test_no_measures_give_no_rows() -> None:
    sums = ratio_sums([[1], [2]], [[4], [4]], list("xy"))
    nothing = np.zeros((2, 0))
    none = Sums(sums.design, sums.keys[:0], nothing, nothing, nothing, nothing)
    assert leave_one_out(none).empty
