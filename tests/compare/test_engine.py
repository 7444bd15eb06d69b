"""The engine's rows: worked by hand, and what must not move them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.compare.engine import estimate
from analysis.compare.gate import gate
from analysis.compare.sums import Sums, article_sums
from analysis.settings import CompareSettings
from tests.compare.studies import QUICK, blank, ratio_sums


def _estimate(sums: Sums, settings: CompareSettings = QUICK, seed: int = 1) -> pd.DataFrame:
    allowed = gate(dict(zip(sums.design.outlets, sums.design.sizes, strict=True)), settings)
    return estimate(sums, gate=allowed, settings=settings, rng=np.random.default_rng(seed))


def _random(outlets: str, measures: int = 3, seed: int = 2) -> Sums:
    rng = np.random.default_rng(seed)
    units = rng.integers(4, 12, size=(len(outlets), 1)) * np.ones((1, measures), dtype=int)
    return ratio_sums(rng.binomial(units, 0.4).tolist(), units.tolist(), list(outlets))


def test_two_outlets_are_those_worked_by_hand() -> None:
    # x: 3 of 4 and 1 of 6, so 4 / 10; y: 2 of 5.
    rows = _estimate(ratio_sums([[3], [1], [2]], [[4], [6], [5]], list("xxy")))
    assert rows["outlet"].tolist() == ["x", "y"]
    assert rows["estimate"].tolist() == rows["rest"].tolist() == [0.4, 0.4]
    assert rows["units"].tolist() == [10, 5]
    assert rows["articles"].tolist() == [2, 1]


def test_the_rest_of_three_outlets_is_the_other_two_together() -> None:
    rows = _estimate(ratio_sums([[3], [1], [2]], [[4], [6], [5]], list("xyz")))
    assert rows["rest"].tolist() == pytest.approx([3 / 11, 5 / 9, 4 / 10])
    assert rows["difference"].tolist() == pytest.approx([3 / 4 - 3 / 11, 1 / 6 - 5 / 9, 0.0])


def test_swapping_two_outlets_flips_every_contrast_and_keeps_its_p() -> None:
    sums = _random("xxxxxyyyyy")
    swapped = dataclasses.replace(
        sums, design=dataclasses.replace(sums.design, labels=1 - sums.design.labels)
    )
    one, other = _estimate(sums), _estimate(swapped)
    key = ["topic", "outlet"]
    flipped = other.assign(outlet=other["outlet"].map({"x": "y", "y": "x"})).sort_values(key, kind="stable")
    for column in ("estimate", "rest", "difference", "p", "p_alone", "q"):
        assert flipped[column].to_numpy() == pytest.approx(
            one.sort_values(key, kind="stable")[column].to_numpy()
        )
    assert other["difference"].to_numpy() == pytest.approx(-one["difference"].to_numpy())


def test_doubling_one_outlets_articles_moves_no_other_outlets_estimate_or_interval() -> None:
    single = _random("xxxxxyyyyyzzzzz")
    twice = np.r_[0:5, 0:15]
    doubled = ratio_sums(
        single.total[twice].tolist(), single.units[twice].tolist(), list("xxxxxxxxxxyyyyyzzzzz")
    )
    kept = ["topic", "outlet", "estimate", "low", "high", "units"]
    tables = _estimate(single), _estimate(doubled)
    before, after = (rows.loc[rows["outlet"] != "x", kept] for rows in tables)
    assert before["low"].notna().all()
    pd.testing.assert_frame_equal(before, after)
    alone, doubly = (rows.loc[rows["outlet"] == "x", "estimate"].tolist() for rows in tables)
    assert alone == pytest.approx(doubly)


def test_the_gate_blanks_every_interval_and_p_of_three_against_one_against_one() -> None:
    rows = _estimate(ratio_sums([[5], [5], [5], [0], [0]], [[5], [6], [5], [5], [5]], list("xxxyz")))
    assert blank(rows, "low", "high", "p", "p_alone", "q")
    assert set(rows["verdict"]) == {"descriptive only"}
    assert rows["estimate"].tolist() == pytest.approx([15 / 16, 0, 0])


def test_a_shut_gate_blanks_everything_also_where_the_articles_would_do() -> None:
    rows = _estimate(_random("xxxxxyyyyy"), CompareSettings(permutations=10, exact_up_to=100))
    assert blank(rows, "low", "high", "p", "p_alone", "q")
    assert set(rows["verdict"]) == {"descriptive only"}


def test_an_open_gate_gives_intervals_around_the_estimate_and_q_no_smaller_than_p() -> None:
    rows = _estimate(_random("xxxxxxyyyyyy"))
    assert (rows["low"] < rows["estimate"]).all()
    assert (rows["estimate"] < rows["high"]).all()
    assert (rows["p_alone"] <= rows["p"]).all()
    assert (rows["p"] <= rows["q"]).all()


def test_q_corrects_across_families_what_max_t_corrects_within_them() -> None:
    sums = _random("xxxxxxyyyyyy", measures=4)
    together = _estimate(sums)
    apart = _estimate(dataclasses.replace(sums, keys=sums.keys.assign(family=list("abcd"))))
    assert together["q"].tolist() == together["p"].tolist()
    # Two outlets differ from each other alike, so each family has one p.
    own = apart[apart["outlet"] == "x"]
    assert own["q"].tolist() == pytest.approx(stats.false_discovery_control(own["p"].to_numpy()).tolist())
    assert own["q"].tolist() != own["p"].tolist()


def test_a_clear_difference_is_supported_and_a_constant_one_is_not() -> None:
    totals = [[9, 5]] * 6 + [[1, 5]] * 6
    # A little unevenness, for articles that do not differ at all have no interval.
    totals[0], totals[6] = [8, 5], [2, 5]
    rows = _estimate(ratio_sums(totals, [[10, 10]] * 12, list("xxxxxxyyyyyy")))
    clear, constant = rows[rows["topic"] == "0"], rows[rows["topic"] == "1"]
    assert clear["verdict"].tolist() == ["supported"] * 2
    assert constant["p"].tolist() == [1.0, 1.0]
    assert constant["verdict"].tolist() == ["not supported"] * 2
    assert blank(constant, "low", "high")


def test_a_measure_that_few_articles_have_is_descriptive_only_in_a_design_that_is_not() -> None:
    units = [[5, 5]] * 2 + [[5, 0]] * 4 + [[5, 5]] * 2 + [[5, 0]] * 4
    totals = [[3, 5]] * 2 + [[2, 0]] * 4 + [[2, 0]] * 2 + [[1, 0]] * 4
    rows = _estimate(ratio_sums(totals, units, list("xxxxxxyyyyyy")))
    common, rare = rows[rows["topic"] == "0"], rows[rows["topic"] == "1"]
    assert rare["verdict"].tolist() == ["descriptive only"] * 2
    assert blank(rare, "low", "high", "p", "q")
    assert "descriptive only" not in common["verdict"].tolist()


@pytest.mark.parametrize("few", ["y", "yy", "yyy"])
def test_an_outlet_of_few_articles_has_no_interval_where_others_have(few: str) -> None:
    rows = _estimate(_random("x" * 25 + few))
    # What is set against a single article cannot be tested at all, and then no interval is given of anything.
    assert rows.loc[rows["outlet"] == "x", "low"].notna().all() == (len(few) > 1)
    assert blank(rows[rows["outlet"] == "y"], "low", "high")


def test_an_outlet_without_units_is_not_estimable_and_has_nothing_made_up() -> None:
    units = [[4]] * 6 + [[0]] * 6
    rows = _estimate(ratio_sums([[1], [2], [3]] * 2 + [[0]] * 6, units, list("xxxxxxyyyyyy")))
    assert set(rows["verdict"]) == {"not estimable"}
    silent = rows[rows["outlet"] == "y"]
    assert blank(silent, "estimate", "low", "p", "q")
    assert silent[["units", "paragraphs", "articles"]].to_numpy().tolist() == [[0, 0, 0]]


def test_one_outlet_alone_is_described() -> None:
    (row,) = _estimate(ratio_sums([[1], [2]], [[4], [4]], list("xx"))).to_dict("records")
    assert row["estimate"] == 3 / 8
    assert np.isnan(row["rest"])
    assert np.isnan(row["difference"])
    assert row["verdict"] == "descriptive only"


def test_no_measures_give_an_empty_table_that_keeps_its_contract() -> None:
    sums = ratio_sums([[1], [2]], [[4], [4]], list("xy"))
    assert _estimate(Sums.of(article_sums([]), sums.design)).empty


def test_the_same_seed_gives_the_same_rows_and_another_one_other_intervals() -> None:
    sums = _random("xxxxxxyyyyyy")
    pd.testing.assert_frame_equal(_estimate(sums, seed=4), _estimate(sums, seed=4))
    assert (_estimate(sums, seed=4)["low"] != _estimate(sums, seed=5)["low"]).any()


def test_sums_do_not_depend_on_the_order_of_their_rows() -> None:
    pieces = pd.DataFrame(
        [
            ("f", "m", "all", str(topic), 1, f"a{article}", article * topic % 3, article * topic % 3, 4, 4)
            for topic in range(12)
            for article in range(6)
        ],
        columns=[
            "family",
            "measure",
            "voice",
            "topic",
            "scale",
            "article_id",
            "total",
            "squares",
            "units",
            "paragraphs",
        ],
    )
    design = ratio_sums([[1]] * 6, [[4]] * 6, list("xxxyyy")).design
    design = dataclasses.replace(design, articles=tuple(f"a{place}" for place in range(6)))
    straight = Sums.of(article_sums([pieces]), design)
    shuffled = Sums.of(article_sums([pieces.sample(frac=1, random_state=3)]), design)
    assert straight.keys["topic"].tolist() == [str(topic) for topic in range(12)]
    pd.testing.assert_frame_equal(straight.keys, shuffled.keys)
    assert (straight.total == shuffled.total).all()
    assert straight.total[5].tolist() == [5 * topic % 3 for topic in range(12)]
