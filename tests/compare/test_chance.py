"""The permutation test of words: the same as the engine's, and quiet where there is nothing to find."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from scipy import sparse

from analysis.compare.arrays import Floats
from analysis.compare.contrast import standardised_difference
from analysis.compare.design import Design
from analysis.compare.keyness.chance import chance, outlets_tested, words_tested
from analysis.compare.permutation import significance
from analysis.compare.word_counts import WordCounts
from analysis.settings import CompareSettings
from analysis.validation.likelihood_ratio import p_of_words

EXACT = CompareSettings(exact_up_to=20_000)
DRAWN = CompareSettings(permutations=299, exact_up_to=1)


def counted(counts: Floats, outlets: str, other: int = 200) -> WordCounts:
    """Counts of articles (rows) and words, each article with so many other content words."""
    design = Design.of({f"a{place:03d}": outlet for place, outlet in enumerate(outlets)})
    words = tuple(f"w{place:04d}" for place in range(counts.shape[1]))
    content = counts.sum(axis=1) + other
    lengths = np.ones(len(words), dtype=np.int64)
    parts = np.zeros((2, 0), dtype=np.int64)
    return WordCounts(design, words, lengths, sparse.csr_array(counts), content, 2 * content, parts)


def bursty(articles: int, words: int, rng: np.random.Generator) -> Floats:
    """Counts of words that cluster in articles: negative binomial, as in Church and Gale's model of text (1995)."""
    rates = rng.gamma(0.8, 1.5, words)
    return rng.poisson(rates * rng.gamma(0.15, 1 / 0.15, (articles, words))).astype(np.float64)


def ungated(counts: WordCounts, settings: CompareSettings) -> Floats:
    """p of the engine's own test, every word in one family."""
    content = counts.content[:, None]
    return significance(
        sparse.csr_array(sparse.hstack([counts.counts, sparse.csr_array(content)])), design=counts.design,
        statistic=standardised_difference(counts.counts, content, design=counts.design),
        families=np.zeros(len(counts.words), dtype=np.int64), settings=settings, rng=np.random.default_rng(3),
    ).within_family  # fmt: skip


@pytest.mark.parametrize(
    ("outlets", "settings"),
    [("aaaabbbb", EXACT), ("aaabbbccc", EXACT), ("aaaabbbccc", EXACT), ("aaaaabbbbbcccc", DRAWN)],
)
def test_it_is_the_engine_s_test_of_one_family(outlets: str, settings: CompareSettings) -> None:
    counts = counted(np.random.default_rng(4).poisson(2.0, (len(outlets), 40)).astype(float), outlets)
    found = chance(counts, settings=settings, rng=np.random.default_rng(3))
    assert words_tested(counts).all()
    assert found == pytest.approx(ungated(counts, settings), abs=1e-12)


def test_counts_too_large_for_single_precision_are_summed_all_the_same() -> None:
    counts = np.random.default_rng(4).integers(0, 9, (8, 5)).astype(np.float64) * 1e7 + 1
    large = counted(counts, "aaaabbbb", other=10**9)
    found = chance(large, settings=EXACT, rng=np.random.default_rng(3))
    assert found == pytest.approx(ungated(large, EXACT), abs=1e-12)


def test_a_word_used_at_the_same_rate_everywhere_has_p_one() -> None:
    counts = np.array(
        [[2.0, 5.0], [4.0, 1.0], [6.0, 4.0], [2.0, 3.0], [8.0, 2.0], [4.0, 9.0], [2.0, 6.0], [6.0, 1.0]]
    )
    same = counted(counts, "aaaabbbb")
    same = dataclasses.replace(same, content=counts[:, 0] * 70)
    p = chance(same, settings=EXACT, rng=np.random.default_rng(1))
    assert p[:, 0].tolist() == [1.0, 1.0]


def test_the_order_of_words_and_a_second_run_change_nothing() -> None:
    counts = bursty(30, 50, np.random.default_rng(2))
    one = chance(counted(counts, "ab" * 15), settings=DRAWN, rng=np.random.default_rng(6))
    turned = chance(counted(counts[:, ::-1], "ab" * 15), settings=DRAWN, rng=np.random.default_rng(6))
    np.testing.assert_array_equal(one, turned[:, ::-1])


def test_what_is_tested_hangs_on_articles_and_not_on_whose_they_are() -> None:
    counts = np.zeros((20, 3))
    counts[:4, 0] = counts[:5, 1] = counts[::2, 2] = 3
    assert words_tested(counted(counts, "ab" * 10)).tolist() == [False, True, True]
    # Where an outlet has fewer than five articles, that many are enough.
    assert words_tested(counted(counts, "a" * 17 + "bbb")).tolist() == [True, True, True]
    # Of a thousand articles one in a hundred must have it.
    many = np.zeros((1_000, 2))
    many[:9, 0] = many[:10, 1] = 1
    assert words_tested(counted(many, "ab" * 500)).tolist() == [False, True]


@pytest.mark.parametrize(
    ("outlets", "expected"),
    [
        ("aaabbb", [False, False]),
        ("aaaabbbb", [True, True]),
        ("a" * 40 + "b", [False, False]),
        ("a" * 40 + "b" + "cc", [True, False, True]),
    ],
)
def test_an_outlet_of_one_article_is_not_tested_however_many_the_others_have(
    outlets: str, expected: list[bool]
) -> None:
    design = counted(np.ones((len(outlets), 1)), outlets).design
    assert outlets_tested(design, CompareSettings()).tolist() == expected


def test_random_halves_of_bursty_articles_rarely_differ_where_the_token_test_always_says_so() -> None:
    rng = np.random.default_rng(7)
    settings = CompareSettings(permutations=199, exact_up_to=1)
    ours, bonferroni, each = 0, 0, 0
    for _ in range(120):
        halves = counted(bursty(40, 300, rng), "ab" * 20)
        p, tokens = chance(halves, settings=settings, rng=rng), p_of_words(halves)
        ours += bool((p < 0.05).any())
        bonferroni += bool((tokens * len(tokens) < 0.05).any())
        each += bool((tokens < 0.05).any())
    # At one in twenty, 12 or more of 120 have a probability of 2 %, and the seed is fixed.
    assert ours <= 11
    assert bonferroni >= 119
    assert each == 120


def test_a_word_that_one_outlet_uses_far_more_is_found_among_the_bursty_ones() -> None:
    rng = np.random.default_rng(8)
    counts = bursty(40, 300, rng)
    counts[:, 0] = rng.poisson(np.tile([6.0, 2.0], 20))
    p = chance(counted(counts, "ab" * 20), settings=DRAWN, rng=rng)
    assert (p[:, 0] < 0.05).all()
