"""Articles compared within strata: what a stratum alone explains is no difference of the outlets."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from analysis.compare.assignments import assignments
from analysis.compare.contrast import (
    columns_tested,
    standardised_difference,
    stratified_difference,
)
from analysis.compare.design import Design
from analysis.compare.engine import estimate
from analysis.compare.floors import smallest_p
from analysis.compare.gate import gate
from analysis.compare.keyness.chance import chance
from analysis.compare.permutation import significance
from analysis.compare.strata import sizes_of, strata_of
from analysis.compare.sums import Sums
from analysis.compare.tested import all_outlets
from analysis.compare.word_counts import WordCounts
from analysis.settings import CompareSettings
from tests.compare.studies import ratio_sums

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b", "c", "d"],
        "outlet": ["x", "y", "x", "y"],
        "date": ["2020-03-01", "2020-03-09", "", "2021-03-01"],
        "genre": ["news report", "interview", "news report", "news report"],
    }
)


def test_a_stratum_is_named_by_genre_and_date() -> None:
    assert strata_of(ARTICLES, []) == {"a": "", "b": "", "c": "", "d": ""}
    assert list(strata_of(ARTICLES, ["year"]).values()) == ["2020", "2020", "", "2021"]
    assert strata_of(ARTICLES, ["genre", "month"])["b"] == "interview; 2020-03"


def test_articles_are_counted_in_each_stratum() -> None:
    assert sizes_of(ARTICLES, []) == {"x": (2,), "y": (2,)}
    assert sizes_of(ARTICLES, ["year"]) == {"x": (1, 1, 0), "y": (0, 1, 1)}


def _stratified(sums: Sums, strata: str) -> Sums:
    design = sums.design
    outlets = (design.outlets[label] for label in design.labels)
    named = dict(zip(design.articles, strata, strict=True))
    return dataclasses.replace(
        sums, design=Design.of(dict(zip(design.articles, outlets, strict=True)), named)
    )


def test_no_assignment_moves_an_article_out_of_its_stratum() -> None:
    design = Design.of(dict(zip("abcdef", "xyxyxy", strict=True)), dict(zip("abcdef", "111222", strict=True)))
    for exact in (9, 8):
        settings = CompareSettings(permutations=60, exact_up_to=exact)
        rows = np.concatenate(
            list(assignments(design, settings=settings, rng=np.random.default_rng(1), rows=7))
        )
        assert {tuple(sorted(row[:3])) for row in rows.tolist()} == {(0, 0, 1)}
        assert {tuple(sorted(row[3:])) for row in rows.tolist()} == {(0, 1, 1)}
    # Three ways in each stratum, all of them different.
    every = CompareSettings(exact_up_to=9)
    exact_rows = np.concatenate(
        list(assignments(design, settings=every, rng=np.random.default_rng(1), rows=4))
    )
    assert len({tuple(row) for row in exact_rows.tolist()}) == 9


def test_the_floor_counts_assignments_within_strata() -> None:
    # 2 against 2 in one stratum and 1 against 1 in another: 6 * 2 ways, of which two are each other's mirror.
    assert smallest_p((2, 2), (1, 1)) == pytest.approx(2 / 12)
    # 2 against 1 and 1 against 2: 3 * 3 ways; the outlets cannot be swapped in both.
    assert smallest_p((2, 1), (1, 2)) == pytest.approx(1 / 9)
    assert gate({"x": (2, 1), "y": (1, 2)}, CompareSettings()).smallest_p == pytest.approx(1 / 9)


def test_what_the_strata_alone_explain_is_taken_out_of_the_difference() -> None:
    # Stratum 1 has values of 8 tenths, stratum 2 of 2 tenths; x has four of the first and one of the second, y the
    # reverse. Their difference of .68 - .32 is all owed to the strata.
    totals = [[8], [8], [8], [8], [2], [8], [2], [2], [2], [2]]
    sums = _stratified(ratio_sums(totals, [[10]] * 10, list("xxxxxyyyyy")), "1111212222")
    rows = estimate(
        sums, gate=gate(sums.design.sizes_by_outlet, CompareSettings()),
        settings=CompareSettings(resamples=99), rng=np.random.default_rng(1),
    )  # fmt: skip
    assert rows["difference"].tolist() == pytest.approx([0.0, 0.0])
    assert (rows["estimate"] - rows["rest"]).tolist() == pytest.approx([0.36, -0.36])
    assert rows["p"].tolist() == [1.0, 1.0]


def _of_two_lengths() -> Sums:
    """x and y have the same ratios in either stratum, .8 and .2, but x writes at length in the first, y in the second.

    Beside it a measure that x has more often than y in either.
    """
    sizes = [[40, 40]] * 6 + [[10, 10]] * 6 + [[10, 10]] * 6 + [[40, 40]] * 6
    shares = [[0.8, 0.7]] * 6 + [[0.2, 0.4]] * 6 + [[0.8, 0.5]] * 6 + [[0.2, 0.2]] * 6
    totals = [[a * n for a, n in zip(*each, strict=True)] for each in zip(shares, sizes, strict=True)]
    sums = ratio_sums(totals, sizes, list("x" * 12 + "y" * 12))
    return _stratified(sums, "111111222222" * 2)


def test_articles_of_another_length_in_a_stratum_are_no_difference() -> None:
    settings = CompareSettings(resamples=99, permutations=999, exact_up_to=1)
    sums = _of_two_lengths()
    assert (sums.estimates() - sums.rest())[0, 0] == pytest.approx(0.36)
    rows = estimate(
        sums,
        gate=gate(sums.design.sizes_by_outlet, settings),
        settings=settings,
        rng=np.random.default_rng(1),
    )
    equal, apart = rows[:2], rows[2:]
    assert equal["difference"].tolist() == pytest.approx([0.0, 0.0])
    assert equal["p_alone"].tolist() == [1.0, 1.0]
    assert apart["difference"].tolist() == pytest.approx([0.2, -0.2])
    assert (apart["p_alone"] <= 0.002).all()
    omnibus = all_outlets(sums, settings=settings, rng=np.random.default_rng(1))
    assert omnibus.alone[0].tolist() == [1.0, pytest.approx(0.001, abs=0.001)]


@pytest.mark.parametrize("seed", range(5))
def test_what_is_tested_is_the_difference_within_strata_over_one_scale(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 40, size=(15, 3))
    sums = ratio_sums(rng.binomial(sizes, 0.3).tolist(), sizes.tolist(), list("xyzzy" * 3))
    within = _stratified(sums, "112312312331212")
    columns = columns_tested(within.total, within.denominators, design=within.design)
    statistic = standardised_difference(within.total, within.denominators, design=within.design)
    told = stratified_difference(within.total, within.denominators, design=within.design)
    scale = statistic((within.design.members() @ columns)[None])[0] / told
    # The scale of each measure is the same under any other labels, so that labels alone decide.
    labels = rng.permutation(within.design.labels)
    dealt = dataclasses.replace(within.design, labels=labels)
    again = stratified_difference(within.total, within.denominators, design=dealt)
    assert statistic((dealt.members() @ columns)[None])[0] == pytest.approx(again * scale)


def test_words_of_equal_rates_in_every_stratum_are_no_difference_whoever_writes_at_length() -> None:
    long, short = [8.0, 14.0], [2.0, 2.0]
    counts = np.array([long] * 6 + [[0.5, 2.0]] * 6 + [short] * 6 + [[2.0, 2.0]] * 6)
    content = np.array([40.0] * 6 + [10.0] * 6 + [10.0] * 6 + [40.0] * 6)
    words = WordCounts(
        _of_two_lengths().design, ("even", "own"), np.ones(2, dtype=np.int64), sparse.csr_array(2 * counts),
        2 * content, 4 * content, np.zeros((2, 0), dtype=np.int64),
    )  # fmt: skip
    found = chance(
        words, settings=CompareSettings(permutations=999, exact_up_to=1), rng=np.random.default_rng(1)
    )
    assert found[0, 0] == found[1, 0] == 1.0
    assert (found[:, 1] <= 0.01).all()


def test_one_stratum_is_none() -> None:
    sums = ratio_sums([[1], [2], [3], [1]], [[4]] * 4, list("xxyy"))
    assert (_stratified(sums, "aaaa").design.strata == sums.design.strata).all()


def test_within_strata_a_difference_is_found_that_the_strata_hide() -> None:
    # In each stratum x lies above y; the strata differ far more than the outlets.
    totals = [[9], [9], [9], [7], [7], [3], [3], [1], [1], [1], [1]]
    sums = ratio_sums(totals, [[10]] * 11, list("xxxyyxxyyyy"))
    within = _stratified(sums, "11111222222")

    def p(own: Sums) -> float:
        found = significance(
            columns_tested(own.total, own.denominators, design=own.design), design=own.design,
            statistic=standardised_difference(own.total, own.denominators, design=own.design),
            families=own.families, settings=CompareSettings(), rng=np.random.default_rng(1),
        )  # fmt: skip
        return float(found.alone[0, 0])

    # 10 * 15 assignments, of which the observed one is the only one that far.
    assert p(within) == pytest.approx(1 / 150)
    assert p(sums) > 0.05


def test_the_difference_within_strata_is_that_worked_by_hand() -> None:
    # Stratum 1: x 6 of 10 and 8 of 10, y 2 of 10: .7 - .2 = .5, weight 20 * 10 / 30. Stratum 2: x 5 of 10, y 4 of 20
    # and 0 of 10: .5 - 4 / 30, weight 10 * 30 / 40.
    sums = ratio_sums([[6], [8], [5], [2], [4], [0]], [[10], [10], [10], [10], [20], [10]], list("xxxyyy"))
    within = _stratified(sums, "112122")
    weights = 20 * 10 / 30, 10 * 30 / 40
    expected = (weights[0] * 0.5 + weights[1] * (0.5 - 4 / 30)) / sum(weights)
    found = stratified_difference(within.total, within.denominators, design=within.design)
    assert found[:, 0] == pytest.approx([expected, -expected])


def test_an_outlet_that_shares_no_stratum_cannot_be_told_from_its_strata() -> None:
    sums = _stratified(ratio_sums([[6], [8], [5], [2]], [[10]] * 4, list("xxyy")), "1122")
    assert np.isnan(stratified_difference(sums.total, sums.denominators, design=sums.design)).all()


def test_one_stratum_gives_the_plain_difference() -> None:
    sums = ratio_sums([[6], [8], [5], [2]], [[10], [20], [10], [5]], list("xxyy"))
    plain = sums.estimates() - sums.rest()
    assert stratified_difference(sums.total, sums.denominators, design=sums.design) == pytest.approx(plain)


def test_articles_without_a_date_are_a_stratum_of_their_like() -> None:
    missing = ARTICLES.assign(date=["2020-03-01", float("nan"), "", "2021-03-01"])
    assert strata_of(missing, ["year"]) == {"a": "2020", "b": "", "c": "", "d": "2021"}


def test_a_difference_that_the_strata_turn_round_is_judged_by_what_they_leave() -> None:
    # x lies two tenths below y in either stratum, but has most of the high one: its mean is above y's.
    sums = ratio_sums([[7]] * 4 + [[1]] + [[9]] + [[3]] * 4, [[10]] * 10, list("xxxxxyyyyy"))
    within = _stratified(sums, "1111212222")
    assert (sums.estimates() - sums.rest())[0, 0] == pytest.approx(0.16)
    assert stratified_difference(within.total, within.denominators, design=within.design)[
        0, 0
    ] == pytest.approx(-0.2)
    found = significance(
        columns_tested(within.total, within.denominators, design=within.design), design=within.design,
        statistic=standardised_difference(within.total, within.denominators, design=within.design),
        families=within.families, settings=CompareSettings(), rng=np.random.default_rng(1),
    )  # fmt: skip
    # Of 5 x 5 assignments none is as far below what the strata lead one to expect.
    assert found.alone[0, 0] == pytest.approx(1 / 25)
