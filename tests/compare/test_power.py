"""How many articles it would take."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.compare import power as module
from analysis.compare.power import power, simulated_shares
from analysis.settings import CompareSettings

LENGTHS = np.array([8, 10, 12, 20])


def _needed(icc: float, lengths: np.ndarray = LENGTHS) -> list[int]:
    rows = power(lengths, icc, settings=CompareSettings(), rng=np.random.default_rng(1))
    return [int(articles) for articles in rows.loc[rows["enough"], "articles"]]


def test_more_articles_are_needed_for_smaller_differences_and_for_paragraphs_more_alike() -> None:
    loose, alike = _needed(0.05), _needed(0.4)
    assert len(loose) == len(module.QUESTIONS)
    assert loose == sorted(loose, reverse=True)
    assert all(more > fewer for more, fewer in zip(alike[1:], loose[1:], strict=True))


def test_longer_articles_help_the_less_the_more_alike_their_paragraphs_are() -> None:
    assert _needed(0.02, LENGTHS * 5)[0] < _needed(0.02)[0]


def test_the_number_found_is_near_what_the_formula_of_two_proportions_asks_for() -> None:
    # Independent paragraphs, ten an article: shares of .1 and .2 take 7.85 (.09 + .16) / .01 = 196 paragraphs.
    rows = power(np.array([10]), 0.0, settings=CompareSettings(), rng=np.random.default_rng(2))
    own = rows[rows["high"] == 0.2]
    assert own["icc"].unique().tolist() == [0.02]
    assert 20 <= own.loc[own["enough"], "articles"].item() <= 30


def test_an_unknown_likeness_is_assumed_and_said() -> None:
    rows = power(LENGTHS, float("nan"), settings=CompareSettings(), rng=np.random.default_rng(1))
    assert rows["assumed"].all()
    assert set(rows["icc"]) == {module.ASSUMED_ICC}


def test_no_articles_have_no_power() -> None:
    rows = power(np.array([], dtype=int), 0.1, settings=CompareSettings(), rng=np.random.default_rng(1))
    assert rows.empty


def test_simulated_shares_have_the_mean_and_the_likeness_asked_for() -> None:
    rng = np.random.default_rng(6)
    totals, sizes = simulated_shares((0.3,), (400,), np.array([10]), icc=0.2, corpora=20, rng=rng)
    rates = totals / sizes
    assert rates.mean() == pytest.approx(0.3, abs=0.01)
    # Variance of an article's share: p (1 - p) (icc + (1 - icc) / m).
    assert rates.var() == pytest.approx(0.21 * (0.2 + 0.8 / 10), rel=0.05)
