"""Distinguishing words: the formula, the table, and how much the prior matters."""

from __future__ import annotations

import dataclasses
import itertools
import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from analysis.compare.keyness import keyness
from analysis.compare.log_odds import Prior, log_odds
from analysis.compare.prior_sensitivity import prior_sensitivity
from analysis.compare.tokens import Tokens
from analysis.compare.word_counts import VoiceCounts, count_voice
from analysis.compare.words import outlet_names
from analysis.settings import CompareSettings
from tests.compare.studies import QUICK, blank, by


def _voice(passages: pd.DataFrame, phrase: int = 1) -> VoiceCounts:
    return count_voice(Tokens.of(passages["plain"], outlet_names([])), passages, listed=phrase)


def _counted(*articles: tuple[str, str], phrase: int = 1) -> VoiceCounts:
    """Word counts of articles given by outlet and text."""
    rows = [(f"a{place:02d}", outlet, text) for place, (outlet, text) in enumerate(articles)]
    return _voice(pd.DataFrame(rows, columns=["article_id", "outlet", "plain"]), phrase)


def _keyness(counted: VoiceCounts, settings: CompareSettings = QUICK) -> pd.DataFrame:
    return keyness({"all": counted}, settings=settings, rng=np.random.default_rng(1))


def _by_hand(word: int, counts: list[list[int]], prior_words: float) -> tuple[float, float]:
    """Ratio and z of a word in the first of two outlets, from Monroe, Colaresi and Quinn's equations term by term."""
    (own, other), corpus = counts, [sum(pair) for pair in zip(*counts, strict=True)]
    prior = [Fraction(prior_words) * count / sum(corpus) for count in corpus]
    odds = []
    for outlet in (own, other):
        with_prior = outlet[word] + prior[word]
        odds.append(with_prior / (sum(outlet) + sum(prior) - with_prior))
    ratio = math.log(float(odds[0])) - math.log(float(odds[1]))
    variance = float(1 / (own[word] + prior[word]) + 1 / (other[word] + prior[word]))
    return ratio, ratio / math.sqrt(variance)


@pytest.mark.parametrize("prior_words", [0.5, 10, 500])
def test_the_log_odds_are_those_of_the_paper(prior_words: float) -> None:
    counts = [[12, 3, 0, 5], [4, 9, 2, 5]]
    matrix = np.array(counts, dtype=float)
    prior = Prior.of(matrix.sum(axis=0), content=matrix.sum(), words=prior_words)
    found = log_odds(matrix, matrix.sum(axis=1), prior)
    for word in range(4):
        ratio, z = _by_hand(word, counts, prior_words)
        assert found.ratio[:, word] == pytest.approx([ratio, -ratio], abs=1e-9)
        assert found.z[:, word] == pytest.approx([z, -z], abs=1e-9)


def test_one_word_worked_through_with_plain_numbers() -> None:
    # Outlet: 6 of 10 words, rest: 2 of 10; corpus 8 of 20, so a prior of 10 words gives the word 4.
    # (6 + 4) / (10 + 10 - 10) = 1 against (2 + 4) / (20 - 6) = 3 / 7; variance 1 / 10 + 1 / 6.
    prior = Prior.of(np.array([8.0]), content=20.0, words=10.0)
    found = log_odds(np.array([[6.0], [2.0]]), np.array([10.0, 10.0]), prior)
    assert found.ratio[0, 0] == pytest.approx(math.log(7 / 3), abs=1e-12)
    assert found.z[0, 0] == pytest.approx(math.log(7 / 3) / math.sqrt(1 / 10 + 1 / 6), abs=1e-12)


def test_a_stronger_prior_draws_every_word_to_nothing() -> None:
    matrix = np.array([[12.0, 3.0, 5.0], [4.0, 9.0, 5.0]])
    ratios = [
        np.abs(log_odds(matrix, matrix.sum(axis=1), Prior.of(matrix.sum(axis=0), content=38.0, words=words)).ratio)
        for words in (1, 50, 500, 50_000)
    ]  # fmt: skip
    assert all((weak >= strong).all() for weak, strong in itertools.pairwise(ratios))
    assert ratios[-1].max() < 0.01


def test_the_table_has_counts_rates_and_articles_of_each_word_and_outlet() -> None:
    counted = _counted(
        ("x", "war war the war"), ("x", "peace war peace"), ("y", "peace talks and talks talks")
    )
    table = _keyness(counted)
    rows = by(table, "outlet", "word")
    war = rows["x", "war"]
    assert (war["count"], war["articles"], war["rest_count"]) == (4, 2, 0)
    # Seven running words, "the" among them.
    assert war["rate_per_1000"] == pytest.approx(4_000 / 7)
    assert rows["y", "peace"]["rest_rate_per_1000"] == pytest.approx(2_000 / 7)
    assert [rows["x", word]["rank"] for word in ("war", "peace", "talks")] == [1, 2, 3]
    assert blank(table, "low", "high")


def test_words_with_equal_counts_are_ranked_by_the_alphabet() -> None:
    counted = _counted(("x", "zeta alpha mid " * 4), ("y", "other words " * 5))
    ranked = _keyness(counted).query("outlet == 'x'").sort_values("rank", kind="stable")
    assert ranked["word"].tolist()[:3] == ["alpha", "mid", "zeta"]


def test_with_three_against_one_against_one_z_ranks_and_tests_nothing() -> None:
    counted = _counted(
        ("x", "war " * 9), ("x", "war " * 8), ("x", "war " * 7), ("y", "peace " * 9), ("z", "talks " * 9)
    )
    rows = _keyness(counted)
    assert set(rows["verdict"]) == {"descriptive only"}
    assert rows["p_article"].isna().all()
    assert rows["z"].notna().all()


def test_a_word_that_every_article_of_an_outlet_uses_is_supported_and_a_trait_of_one_article_is_not() -> None:
    common = "treaty missile defence summit " * 12
    ours = [("x", common + "regime " * 3 + ("goose " * 30 if place == 0 else "")) for place in range(6)]
    theirs = [("y", common + "government " * 3) for _ in range(6)]
    rows = by(_keyness(_counted(*ours, *theirs)), "outlet", "word")
    regime, goose = rows["x", "regime"], rows["x", "goose"]
    assert regime["verdict"] == "supported"
    # It stands in too few articles to be tested.
    assert goose["verdict"] == "descriptive only"
    # By tokens alone the trait of one article comes first.
    assert goose["z"] > regime["z"]
    assert goose["articles"] == 1


def test_random_halves_of_one_outlet_yield_no_finding_beyond_chance() -> None:
    rng = np.random.default_rng(9)
    words = np.array([f"{first}{second}ing" for first in "bcdfghjk" for second in "aeiou"])
    alarms = []
    for _ in range(60):
        # Each article has its own favourite words: what token-level tests mistake for a finding.
        texts = [" ".join(rng.choice(words, 60, p=rng.dirichlet(np.full(40, 0.3)))) for _ in range(10)]
        halves = _counted(*((outlet, text) for outlet, text in zip("xyxyxyxyxy", texts, strict=True)))
        alarms.append((_keyness(halves)["verdict"] == "supported").any())
    # One in twenty is 3; 7 or more has a probability of 3 %, and the seed is fixed.
    assert sum(alarms) <= 6


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [
        ("x", "war war talks"),
        ("y", "peace talks war"),
        ("x", "war peace talks"),
        ("y", "talks peace peace"),
    ]
    passages = pd.DataFrame(
        [(f"a{place}", *article) for place, article in enumerate(articles)],
        columns=["article_id", "outlet", "plain"],
    )
    straight, turned = (_keyness(_voice(rows)) for rows in (passages, passages.iloc[::-1]))
    pd.testing.assert_frame_equal(straight, turned)


@pytest.mark.parametrize(
    "articles",
    [
        (),
        (("x", "war war war peace peace peace"),),
        (("x", "war war war"), ("y", "war war")),
        (("x", "war peace"), ("y", "talks")),
        (("x", "war war war peace"), ("y", "42")),
        (("x", "the"), ("y", "of")),
    ],
)
def test_where_there_is_nothing_to_compare_there_are_no_rows(articles: tuple[tuple[str, str], ...]) -> None:
    counted = _counted(*articles)
    assert _keyness(counted).empty
    assert prior_sensitivity({"all": counted}, prior_words=500).empty


def test_prior_sensitivity_tells_words_of_the_data_from_words_of_the_prior() -> None:
    letters = "abcdefghijkl"
    usual = {times: " ".join(f"usual{letter} " * times for letter in letters) for times in (100, 70)}
    rare = " ".join(f"quaint{letter} " * 5 for letter in letters)
    counted = _counted(("x", usual[100] + rare + "regime " * 60), ("y", usual[70] + "government " * 400))
    rows = prior_sensitivity({"all": counted}, prior_words=200)
    assert sorted(set(rows["prior_words"])) == [50, 200, 500, 5000]
    regime = rows.query("outlet == 'x' and word == 'regime'")
    assert regime["rank"].tolist() == [1, 1, 1, 1]
    assert regime["stays"].all()
    always = rows.groupby(["outlet", "word"])["in_top"].transform("all")
    assert rows["stays"].tolist() == always.tolist()
    # A rare word that the rest lacks: under a weak prior its absence there is hardly known, and z is small.
    leading = rows[rows["in_top"] & (rows["outlet"] == "x")]
    weak, strong = (set(leading.loc[leading["prior_words"] == words, "word"]) for words in (50, 5_000))
    assert {word[:5] for word in weak - strong} == {"usual"}
    assert {word[:5] for word in strong - weak} == {"quain"}
    assert (rows.loc[rows["in_top"], "z"] > 0).all()
    assert (rows.loc[rows["in_top"], "rank"] <= 15).all()


def test_the_studys_own_prior_gives_the_ranks_of_the_keyness_table() -> None:
    counted = _counted(("x", "war war war talks talks peace"), ("y", "peace peace talks talks talks war"))
    settings = dataclasses.replace(QUICK, prior_words=50)
    ranks = {key: row["rank"] for key, row in by(_keyness(counted, settings), "outlet", "word").items()}
    rows = prior_sensitivity({"all": counted}, prior_words=50).query("prior_words == 50")
    assert not rows.empty
    for key, row in by(rows, "outlet", "word").items():
        assert row["rank"] == ranks[key]


SEVERAL = [
    *(("x", "regime regime treaty summit " * 3 + "red line. " * 3) for _ in range(6)),
    *(("y", "government treaty summit talks " * 3) for _ in range(6)),
    *(("z", "government treaty summit peace " * 3) for _ in range(6)),
]


def test_more_than_two_outlets_are_compared_with_all_others_and_pair_by_pair() -> None:
    table = _keyness(_counted(*SEVERAL, phrase=2))
    assert set(table.loc[table["other"] == "", "outlet"]) == {"x", "y", "z"}
    pairs = table[table["other"] != ""]
    assert {frozenset(pair) for pair in zip(pairs["outlet"], pairs["other"], strict=True)} == {
        frozenset("xy"), frozenset("xz"), frozenset("yz"),
    }  # fmt: skip
    assert (pairs["z"].round(9) >= 0).all()
    rows = by(table, "outlet", "other", "word")
    assert rows["x", "", "regime"]["verdict"] == rows["x", "y", "regime"]["verdict"] == "supported"
    assert rows["y", "z", "talks"]["verdict"] == "supported"
    assert ("z", "y", "talks") not in rows
    assert rows["x", "y", "regime"]["rest_count"] == 0
    assert rows["y", "x", "government"]["count"] == 18


def test_with_two_outlets_there_are_no_pairs() -> None:
    assert set(_keyness(_counted(*SEVERAL[:12]))["other"]) == {""}


def test_a_pair_does_not_hang_on_a_third_outlet() -> None:
    pair = ["outlet", "other", "word", "count", "log_odds", "z", "rest_count"]
    once = _keyness(_counted(*SEVERAL)).query("outlet == 'x' and other == 'y'")[pair]
    louder = [(o, t * 9 if o == "z" else t) for o, t in SEVERAL]
    again = _keyness(_counted(*louder)).query("outlet == 'x' and other == 'y'")[pair]
    pd.testing.assert_frame_equal(once.reset_index(drop=True), again.reset_index(drop=True))


def test_the_p_of_a_pair_is_corrected_for_the_number_of_pairs() -> None:
    # 6 against 6 fully apart: 2 of 924 ways; three pairs.
    row = by(_keyness(_counted(*SEVERAL)), "outlet", "other", "word")["x", "y", "regime"]
    assert row["p_article"] == pytest.approx(3 * 2 / 924)


def test_phrases_stand_among_the_words_with_their_length() -> None:
    rows = by(_keyness(_counted(*SEVERAL[:12], phrase=2)), "outlet", "word")
    assert rows["x", "red line"]["length"] == 2
    assert rows["x", "red line"]["verdict"] == "supported"
    # All of the outlet's uses of "red" are in "red line".
    assert rows["x", "red"]["inside"] == "red line"
    assert rows["x", "red line"]["inside"] == ""
    # Only half of those of "regime" are in "regime regime".
    assert rows["x", "regime"]["inside"] == ""


def _in_topics() -> VoiceCounts:
    """Two topics: in 0 the outlets differ in a word, in 1 one of them has a single article."""
    rows = [(f"x{n}", "x", 0, "regime treaty summit " * 3) for n in range(6)]
    rows += [(f"y{n}", "y", 0, "government treaty summit " * 3) for n in range(6)]
    rows += [(f"x{n}", "x", 1, "war treaty summit " * 3) for n in range(6)]
    rows += [("y0", "y", 1, "peace treaty summit " * 3)]
    return _voice(pd.DataFrame(rows, columns=["article_id", "outlet", "topic", "plain"]))


def test_within_a_topic_only_its_texts_count_and_one_article_tests_nothing() -> None:
    table = keyness({"all": _in_topics()}, settings=QUICK, rng=np.random.default_rng(1), topics=[0, 1])
    rows = by(table, "topic", "outlet", "word")
    assert set(table["topic"]) == {"", "0", "1"}
    assert ("0", "x", "war") not in rows
    assert rows["0", "x", "regime"]["verdict"] == "supported"
    assert rows["0", "x", "regime"]["rate_per_1000"] == pytest.approx(1000 / 3)
    alone = table[table["topic"] == "1"]
    assert set(alone["verdict"]) == {"descriptive only"}
    assert alone["p_article"].isna().all()
    assert alone["q"].isna().all()


def test_q_takes_the_number_of_questions_into_account() -> None:
    table = keyness({"all": _in_topics()}, settings=QUICK, rng=np.random.default_rng(1), topics=[0, 1])
    tested = table[table["p_article"].notna()]
    assert (tested["q"] >= tested["p_article"] - 1e-12).all()
    # Two questions could be tested, all text and topic 0; both have the same smallest p, 2 / 924.
    assert tested["q"].min() == pytest.approx(2 / 924)


def test_beside_all_single_words_only_what_leads_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.compare.keyness.table.LEADING", 1)
    settings = dataclasses.replace(QUICK, alpha=0.0001)
    words = " ".join(f"{letter}{letter}{letter} " * (place + 3) for place, letter in enumerate("bcdfgh"))
    rows = [(f"{o}{n}", o, 0, words + f" {o}{o} yes. " * 3) for o in "xy" for n in range(2)]
    voice = _voice(pd.DataFrame(rows, columns=["article_id", "outlet", "topic", "plain"]), 2)
    table = keyness({"all": voice}, settings=settings, rng=np.random.default_rng(1), topics=[0])
    single = set(voice.of().words) - {word for word in voice.of().words if " " in word}
    whole = table[(table["topic"] == "") & (table["outlet"] == "x")]
    assert single <= set(whole["word"])
    assert len(table[(table["topic"] == "0") & (table["outlet"] == "x")]) == 2


def test_p_does_not_depend_on_the_prior_while_log_odds_do() -> None:
    counted = _counted(*SEVERAL)
    weak, strong = (_keyness(counted, dataclasses.replace(QUICK, prior_words=words)) for words in (5, 5_000))
    key = ["outlet", "other", "word"]
    left, right = (table.set_index(key).sort_index() for table in (weak, strong))
    both = left.index.intersection(right.index)
    pd.testing.assert_series_equal(left.loc[both, "p_article"], right.loc[both, "p_article"])
    assert (left.loc[both, "log_odds"].abs() > right.loc[both, "log_odds"].abs()).any()


def test_the_ranking_of_phrases_is_held_against_other_priors_too() -> None:
    rows = prior_sensitivity({"all": _counted(*SEVERAL, phrase=2)}, prior_words=500)
    assert set(rows.loc[rows["length"] == 2, "word"]) >= {"red line"}


def test_pairs_are_asked_for_over_all_topics_only() -> None:
    voice = _counted(*SEVERAL)
    counted = dataclasses.replace(voice, topics=np.zeros_like(voice.topics))
    table = keyness({"all": counted}, settings=QUICK, rng=np.random.default_rng(1), topics=[0])
    assert set(table.loc[table["topic"] == "0", "other"]) == {""}
    assert set(table.loc[table["topic"] == "", "other"]) != {""}
