"""The log-odds of words against published implementations, on a small table, where their definitions agree.

- ConvoKit's FightingWords, after Jack Hessel's (github.com/jmhessel/FightingWords, `bayes_compare_language`): two
  groups, a prior given word by word, z = difference of log-odds over the root of 1 / (y + a) of both groups. The same
  as here when the prior vector is the corpus's word rates and every word is listed. Its default prior is another: the
  same small number for each word.
- tidylo's `bind_log_odds` (Schnoebelen, Silge and Hayes): the prior is the corpus's counts themselves, as here with
  `prior_words` the corpus's size; but an outlet is held against all texts, itself among them, so that its z is smaller.
- quanteda.textstats has no log-odds with a prior; its "lr" is Dunning's G2, which the check of words is held against.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from analysis.compare.arrays import Floats
from analysis.compare.log_odds import Prior, log_odds
from analysis.validation.likelihood_ratio import clopper_pearson, likelihood_ratio

# The two documents of quanteda.textstats' own tests, letters a to h.
TABLE = np.array([[3.0, 2.0, 6.0, 1.0, 1.0, 1.0, 1.0, 2.0], [2.0, 1.0, 2.0, 4.0, 1.0, 1.0, 0.0, 1.0]])


def _fighting_words(first: Floats, second: Floats, prior: Floats) -> list[float]:
    """z of each word as `bayes_compare_language` has it, term by term."""
    n1, n2, a0 = first.sum(), second.sum(), prior.sum()
    found = []
    for y1, y2, a in zip(first.tolist(), second.tolist(), prior.tolist(), strict=True):
        term1 = math.log((y1 + a) / (n1 + a0 - y1 - a))
        term2 = math.log((y2 + a) / (n2 + a0 - y2 - a))
        found.append((term1 - term2) / math.sqrt(1 / (y1 + a) + 1 / (y2 + a)))
    return found


def _tidylo(table: Floats, row: int) -> list[float]:
    """The weighted log-odds of a row as `bind_log_odds` has them with its default prior, term by term."""
    pseudo = table + table.sum(axis=0)
    n, words = pseudo.sum(axis=1), pseudo.sum(axis=0)
    found = []
    for y, whole in zip(pseudo[row].tolist(), words.tolist(), strict=True):
        delta = math.log(y / (n[row] - y)) - math.log(whole / (pseudo.sum() - whole))
        found.append(delta / math.sqrt(1 / y + 1 / whole))
    return found


@pytest.mark.parametrize("words", [0.8, 29.0, 500.0])
def test_z_is_that_of_fighting_words_with_the_same_prior(words: float) -> None:
    prior = Prior.of(TABLE.sum(axis=0), content=TABLE.sum(), words=words)
    found = log_odds(TABLE, TABLE.sum(axis=1), prior)
    expected = _fighting_words(TABLE[0], TABLE[1], words * TABLE.sum(axis=0) / TABLE.sum())
    assert found.z[0] == pytest.approx(expected, abs=1e-9)
    assert found.z[1] == pytest.approx([-z for z in expected], abs=1e-9)


def test_z_with_the_same_small_prior_for_each_word_is_fighting_words_by_default() -> None:
    uniform = Prior(np.full(8, 0.1), 0.8)
    found = log_odds(TABLE, TABLE.sum(axis=1), uniform)
    assert found.z[0] == pytest.approx(_fighting_words(TABLE[0], TABLE[1], np.full(8, 0.1)), abs=1e-9)


def test_one_z_worked_through_with_plain_numbers() -> None:
    # Letter c: 6 of 17 and 2 of 12; a prior of 29 words gives it 8 of 29.
    # (6 + 8) / (17 + 29 - 14) = 14 / 32 against (2 + 8) / (12 + 29 - 10) = 10 / 31; variance 1 / 14 + 1 / 10.
    found = log_odds(TABLE, TABLE.sum(axis=1), Prior.of(TABLE.sum(axis=0), content=29.0, words=29.0))
    assert found.z[0, 2] == pytest.approx(math.log(14 / 32 * 31 / 10) / math.sqrt(1 / 14 + 1 / 10), abs=1e-12)
    assert found.z[0, 2] == pytest.approx(0.735977, abs=1e-6)


def test_tidylo_holds_an_outlet_against_all_texts_and_so_finds_the_same_signs_and_less() -> None:
    prior = Prior.of(TABLE.sum(axis=0), content=TABLE.sum(), words=TABLE.sum())
    ours = log_odds(TABLE, TABLE.sum(axis=1), prior).z[0]
    theirs = np.array(_tidylo(TABLE, 0))
    assert (np.sign(ours) == np.sign(theirs)).all()
    assert (np.abs(theirs) < np.abs(ours)).all()
    # What is the same is the log-odds of the outlet itself, prior and all.
    pseudo = TABLE[0] + TABLE.sum(axis=0)
    own = np.log(pseudo / (pseudo.sum() - pseudo))
    other = TABLE[1] + TABLE.sum(axis=0)
    ratio = own - np.log(other / (other.sum() - other))
    assert log_odds(TABLE, TABLE.sum(axis=1), prior).ratio[0] == pytest.approx(ratio, abs=1e-9)


def test_g2_is_the_likelihood_ratio_of_the_fourfold_table() -> None:
    content = TABLE.sum(axis=1)
    found = likelihood_ratio(TABLE, content)
    for word in range(8):
        fourfold = np.stack([TABLE[:, word], content - TABLE[:, word]])
        expected = stats.chi2_contingency(fourfold, correction=False, lambda_="log-likelihood").statistic
        assert found[word] == pytest.approx(expected, abs=1e-9)


def test_g2_of_quanteda_s_other_example_by_hand() -> None:
    # d1 has 3 a and 7 b, d2 7 a and 2 b; a is expected 100 / 19 and 90 / 19 times.
    found = likelihood_ratio(np.array([[3.0, 7.0], [7.0, 2.0]]), np.array([10.0, 9.0]))
    terms = 3 * math.log(3 * 1.9 / 10) + 7 * math.log(7 * 1.9 / 9)
    terms += 7 * math.log(7 * 1.9 / 9) + 2 * math.log(2 * 19 / 81)
    assert found == pytest.approx([2 * terms] * 2, abs=1e-9)


def test_the_exact_interval_of_a_share() -> None:
    low, high = clopper_pearson(0, 20)
    # Nothing in twenty: the upper end is 1 - .025 ** (1 / 20).
    assert (low, high) == pytest.approx((0.0, 1 - 0.025 ** (1 / 20)))
