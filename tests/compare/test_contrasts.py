"""All outlets first, then pairs."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest

from analysis.compare.contrasts import contrasts
from analysis.compare.gate import gate
from analysis.compare.sums import Sums
from analysis.settings import CompareSettings
from tests.compare.studies import blank, ratio_sums

SETTINGS = CompareSettings(resamples=300, permutations=999, exact_up_to=100)


def _contrasts(sums: Sums, settings: CompareSettings = SETTINGS) -> pd.DataFrame:
    allowed = gate(dict(zip(sums.design.outlets, sums.design.sizes, strict=True)), settings)
    return contrasts(sums, gate=allowed, settings=settings, rng=np.random.default_rng(3))


def _sums(rates: dict[str, float], each: int = 8, measures: int = 2) -> Sums:
    rng = np.random.default_rng(9)
    outlets = [name for name in rates for _ in range(each)]
    units = rng.integers(6, 14, size=(len(outlets), measures))
    chance = np.array([[rates[name], *[0.4] * (measures - 1)] for name in outlets])
    return ratio_sums(rng.binomial(units, chance).tolist(), units.tolist(), outlets)


def test_each_measure_has_all_outlets_and_then_every_pair() -> None:
    rows = _contrasts(_sums({"x": 0.1, "y": 0.5, "z": 0.5}))
    assert rows["kind"].tolist() == ["omnibus", "pair", "pair", "pair"] * 2
    assert list(zip(rows["outlet"], rows["other"], strict=True))[1:4] == [("x", "y"), ("x", "z"), ("y", "z")]
    assert blank(rows[rows["kind"] == "omnibus"], "difference", "low", "high", "p_equivalence")


def test_the_outlet_that_differs_is_told_from_both_others_and_these_are_not_told_apart() -> None:
    rows = _contrasts(_sums({"x": 0.05, "y": 0.6, "z": 0.6}))
    first = rows[rows["topic"] == "0"]
    assert first["verdict"].tolist() == ["supported", "supported", "supported", "not supported"]
    second = rows[rows["topic"] == "1"]
    assert set(second["verdict"]) == {"not supported"}


def test_a_pair_never_has_a_smaller_p_than_all_outlets_at_once() -> None:
    rows = _contrasts(_sums({"x": 0.2, "y": 0.5, "z": 0.45}, measures=4))
    pairs = rows[rows["kind"] == "pair"]
    omnibus = rows[rows["kind"] == "omnibus"].set_index("topic")["p"]
    assert (pairs["p"].to_numpy() >= pairs["topic"].map(omnibus).to_numpy()).all()


def test_where_two_outlets_alone_would_differ_all_at_once_still_have_the_last_word() -> None:
    sums = _sums({"x": 0.35, "y": 0.5, "z": 0.4}, measures=40)
    apart = dataclasses.replace(sums, keys=sums.keys.assign(family=[f"{place:02d}" for place in range(40)]))
    rows = _contrasts(apart)
    pairs = rows[rows["kind"] == "pair"]
    omnibus = pairs["topic"].map(rows[rows["kind"] == "omnibus"].set_index("topic")["p"])
    assert (pairs["p"] >= omnibus).all()
    assert (3 * pairs["p_alone"] < omnibus).any()


def test_a_pairs_difference_is_that_of_its_two_outlets_alone() -> None:
    sums = _sums({"x": 0.1, "y": 0.5, "z": 0.3})
    rows = _contrasts(sums)
    values = dict(zip("xyz", sums.estimates()[:, 0], strict=True))
    pairs = rows[(rows["topic"] == "0") & (rows["kind"] == "pair")]
    expected = [
        values[one] - values[other] for one, other in zip(pairs["outlet"], pairs["other"], strict=True)
    ]
    assert pairs["difference"].tolist() == pytest.approx(expected)
    assert (pairs["low"] < pairs["difference"]).all()
    assert (pairs["difference"] < pairs["high"]).all()


def test_two_outlets_have_no_contrasts_beyond_the_estimates() -> None:
    assert _contrasts(_sums({"x": 0.1, "y": 0.5})).empty


def test_a_shut_gate_leaves_differences_only() -> None:
    rows = _contrasts(_sums({"x": 0.1, "y": 0.5, "z": 0.3}, each=1))
    assert blank(rows, "low", "high", "p", "p_alone", "q", "p_equivalence")
    assert set(rows["verdict"]) == {"descriptive only"}
    assert rows.loc[rows["kind"] == "pair", "difference"].notna().all()


def test_a_measure_that_one_outlet_lacks_is_not_estimable_for_its_pairs() -> None:
    sums = _sums({"x": 0.1, "y": 0.5, "z": 0.3})
    silent = sums.design.labels == 2
    units, total = sums.units.copy(), sums.total.copy()
    units[silent, 0] = total[silent, 0] = 0
    rows = _contrasts(dataclasses.replace(sums, units=units, total=total, squares=total))
    verdicts = rows[rows["topic"] == "0"].set_index(["outlet", "other"])["verdict"]
    assert verdicts[("x", "z")] == verdicts[("y", "z")] == "not estimable"
    assert verdicts[("", "")] != "not estimable"


def test_outlets_shown_to_be_near_are_equivalent() -> None:
    rng = np.random.default_rng(2)
    units = np.full((60, 1), 40)
    sums = ratio_sums(rng.binomial(units, 0.5).tolist(), units.tolist(), ["x"] * 20 + ["y"] * 20 + ["z"] * 20)
    sums = dataclasses.replace(sums, keys=sums.keys.assign(measure="topic share"))
    wide = dataclasses.replace(SETTINGS, interest=dataclasses.replace(SETTINGS.interest, share=0.2))
    pairs = _contrasts(sums, wide)
    assert set(pairs.loc[pairs["kind"] == "pair", "verdict"]) == {"equivalent"}
    none = dataclasses.replace(SETTINGS, interest=dataclasses.replace(SETTINGS.interest, share=0.0))
    assert "equivalent" not in set(_contrasts(sums, none)["verdict"])


def test_an_interval_of_a_pair_is_as_wide_as_both_its_outlets_vary() -> None:
    # Shares of ten: x varies by 0.05 about 0.5, y and z by 0.3, whose standard error over sixteen articles is 0.075.
    totals = [[9], [11]] * 8 + [[4], [16]] * 16
    sums = ratio_sums(totals, [[20]] * 48, ["x"] * 16 + ["y"] * 16 + ["z"] * 16)
    pairs = _contrasts(sums).query("kind == 'pair'")
    width = dict(zip(pairs["outlet"] + pairs["other"], pairs["high"] - pairs["low"], strict=True))
    assert width["xy"] == pytest.approx(2 * 2.13 * np.hypot(0.0125, 0.075), rel=0.15)
    assert width["xz"] == pytest.approx(width["xy"], rel=0.15)
    assert width["yz"] == pytest.approx(2 * 2.04 * np.hypot(0.075, 0.075), rel=0.15)
