"""The tests of those who take units for independent, against scipy's own."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.compare.naive import unit_p, word_p
from analysis.compare.word_counts import count_words
from analysis.compare.words import outlet_names
from tests.compare.studies import random_study, ratio_sums


def test_the_p_of_units_is_that_of_scipys_welch_test_on_the_single_values() -> None:
    made = random_study({"x": 3, "y": 4, "z": 2})
    texts = made.texts()
    sums = made.sums()
    tones = texts.sentences.merge(made.tone, on="sentence_id")
    where = ((sums.keys["measure"] == "wording tone") & (sums.keys["voice"] == "all")).to_numpy()
    found = unit_p(sums)[:, where][:, 0]
    for outlet, p in zip(sums.design.outlets, found, strict=True):
        own, rest = (tones.loc[(tones["outlet"] == outlet) == mine, "tone"] for mine in (True, False))
        assert p == pytest.approx(stats.ttest_ind(own, rest, equal_var=False).pvalue, abs=1e-9)


def test_without_two_units_or_any_spread_there_is_no_test() -> None:
    sums = ratio_sums([[1, 5, 0], [3, 5, 4]], [[1, 5, 5], [6, 5, 9]], list("xy"))
    assert np.isnan(unit_p(sums)[:, :2]).all()
    assert np.isfinite(unit_p(sums)[:, 2]).all()


def test_the_p_of_words_is_that_of_scipys_log_likelihood_ratio() -> None:
    texts = ["war war talks peace", "talks talks war peace peace", "news peace war war war news news"]
    passages = pd.DataFrame({"article_id": list("abc"), "outlet": list("xxy"), "plain": texts})
    counted = count_words(passages, column="plain", names=outlet_names([]))
    p = word_p(counted)
    content = {"x": 9, "y": 7}
    for place, word in enumerate(counted.words):
        own = " ".join(texts[:2]).split().count(word)
        other = texts[2].split().count(word)
        table = [[own, content["x"] - own], [other, content["y"] - other]]
        expected = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood").pvalue
        assert p[:, place] == pytest.approx([expected, expected], abs=1e-9)
