"""Paragraphs that count the same, and articles that count the same."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest

from analysis.compare.engine import estimate
from analysis.compare.estimands import OTHER, estimands
from analysis.compare.gate import gate
from analysis.compare.sums import Sums
from analysis.settings import CompareSettings
from tests.compare.studies import ratio_sums

SETTINGS = CompareSettings(resamples=99, permutations=99, exact_up_to=50)


def _both(sums: Sums, settings: CompareSettings = SETTINGS) -> tuple[pd.DataFrame, pd.DataFrame]:
    allowed = gate(dict(zip(sums.design.outlets, sums.design.sizes, strict=True)), settings)
    chosen, other = (
        estimate(sums, gate=allowed, settings=settings, rng=np.random.default_rng(1), estimand=name)
        for name in (settings.estimand, OTHER[settings.estimand])
    )
    return chosen, estimands(chosen, other)


def test_a_long_article_counts_by_its_length_in_one_and_once_in_the_other() -> None:
    # x: 9 of 10 and 0 of 2, so 9 / 12 weighed by paragraphs and (.9 + 0) / 2 over articles.
    chosen, other = _both(ratio_sums([[9], [0], [2]], [[10], [2], [4]], list("xxy")))
    assert chosen["estimate"].tolist() == pytest.approx([0.75, 0.5])
    assert other["estimate"].tolist() == pytest.approx([0.45, 0.5])
    assert set(chosen["estimand"]) == {"paragraph-weighted"}
    assert set(other["estimand"]) == {"article mean"}
    assert other["same_sign"].tolist() == [False, False]


def test_a_study_may_choose_the_articles() -> None:
    articles = dataclasses.replace(SETTINGS, estimand="articles")
    chosen, other = _both(ratio_sums([[9], [0], [2]], [[10], [2], [4]], list("xxy")), articles)
    assert chosen["estimate"].tolist() == pytest.approx([0.45, 0.5])
    assert other["estimate"].tolist() == pytest.approx([0.75, 0.5])


def test_articles_without_units_do_not_count() -> None:
    sums = ratio_sums([[9], [0], [2]], [[10], [0], [4]], list("xxy")).article_means()
    assert sums.estimates()[:, 0].tolist() == pytest.approx([0.9, 0.5])
    assert sums.articles_with_units()[:, 0].tolist() == [1, 1]


def test_articles_of_one_length_make_no_difference() -> None:
    rng = np.random.default_rng(4)
    sums = ratio_sums(
        rng.binomial(10, 0.4, (12, 3)).tolist(), np.full((12, 3), 10).tolist(), list("xxxxxxyyyyyy")
    )
    chosen, other = _both(sums)
    assert other["estimate"].tolist() == pytest.approx(chosen["estimate"].tolist())
    assert other["same_sign"].all()
