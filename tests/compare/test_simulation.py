"""What the engine promises, counted over simulated corpora (`framing validate inference` prints the whole table)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.compare.contrasts import contrasts
from analysis.compare.engine import estimate
from analysis.compare.gate import gate
from analysis.settings import CompareSettings
from analysis.validation.corpora import Population, as_families, draw

CORPORA = 1_500
SETTINGS = CompareSettings(resamples=2_499, permutations=499, exact_up_to=300)


def _estimated(population: Population, settings: CompareSettings = SETTINGS) -> pd.DataFrame:
    sums = draw(population, CORPORA, np.random.default_rng(20))
    allowed = gate(dict(zip(population.names, population.articles, strict=True)), settings)
    return estimate(sums, gate=allowed, settings=settings, rng=np.random.default_rng(21))


@pytest.mark.parametrize(
    "population",
    [
        Population((10, 10), (0.3, 0.3), icc=0.05),
        Population((10, 10), (0.1, 0.1), icc=0.3),
        Population((10, 10), (0.0, 0.0), "wording tone", 0.1),
    ],
)
def test_with_ten_articles_an_outlet_intervals_cover_and_false_alarms_are_rare(
    population: Population,
) -> None:
    rows = _estimated(population)
    own, truth = rows[rows["outlet"] == "a"], population.truths[0]
    assert own["low"].notna().mean() > 0.95
    covered = own["low"].le(truth) & own["high"].ge(truth)
    assert 0.93 <= covered[own["low"].notna()].mean() <= 0.97
    apart = own["difference_low"].le(0) & own["difference_high"].ge(0)
    assert 0.93 <= apart[own["difference_low"].notna()].mean() <= 0.97
    assert (own["p_alone"] < 0.05).mean() <= 0.06


def test_with_five_against_five_false_alarms_are_rare() -> None:
    rows = _estimated(Population((5, 5), (0.3, 0.3), icc=0.3))
    assert (rows.loc[rows["outlet"] == "a", "p_alone"] < 0.05).mean() <= 0.06


def test_a_real_difference_is_found_more_often_than_chance() -> None:
    rows = _estimated(Population((5, 5), (0.3, 0.7), icc=0.1))
    assert (rows.loc[rows["outlet"] == "a", "p_alone"] < 0.05).mean() >= 0.5


def test_outlets_a_margin_apart_are_seldom_called_equivalent() -> None:
    interest = replace(SETTINGS.interest, share=0.2)
    rows = _estimated(Population((10, 10), (0.1, 0.3), icc=0.1), replace(SETTINGS, interest=interest))
    assert (rows.loc[rows["outlet"] == "a", "p_equivalence"] < 0.05).mean() <= 0.07


def test_equal_outlets_in_twenty_articles_each_are_called_equivalent_by_a_wide_margin() -> None:
    interest = replace(SETTINGS.interest, share=0.3)
    rows = _estimated(Population((20, 20), (0.3, 0.3), icc=0.05), replace(SETTINGS, interest=interest))
    assert (rows.loc[rows["outlet"] == "a", "p_equivalence"] < 0.05).mean() >= 0.9


def test_no_measure_of_a_family_is_called_more_often_than_the_level_says() -> None:
    population = Population((8, 8), (0.3, 0.3), icc=0.1)
    sums = as_families(draw(population, 3_000, np.random.default_rng(8)), 10)
    rows = estimate(
        sums,
        gate=gate({"a": 8, "b": 8}, SETTINGS),
        settings=replace(SETTINGS, resamples=19),
        rng=np.random.default_rng(9),
    )
    called = (rows["p"] < 0.05).groupby(rows["family"]).any()
    # 300 families: at .05 the count is below 26 in 99 of 100 draws.
    assert called.sum() <= 26


def test_pairs_of_equal_outlets_are_seldom_called_beside_one_that_differs() -> None:
    population = Population((8, 8, 8), (0.1, 0.1, 0.5), icc=0.1)
    sums = as_families(draw(population, 600, np.random.default_rng(5)), 1)
    settings = replace(SETTINGS, resamples=19)
    allowed = gate(dict.fromkeys("abc", 8), settings)
    rows = contrasts(sums, gate=allowed, settings=settings, rng=np.random.default_rng(6))
    called = rows["p"] < 0.05
    equal = (rows["outlet"] == "a") & (rows["other"] == "b")
    assert called[rows["kind"] == "omnibus"].mean() >= 0.8
    assert called[equal].mean() <= 0.06
