"""Leading words with each article left out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.compare.keyness import keyness
from analysis.compare.leave_one_out_words import leave_one_out_words
from analysis.compare.tokens import Tokens
from analysis.compare.word_counts import VoiceCounts, count_voice
from analysis.compare.words import outlet_names
from tests.compare.studies import QUICK, by

COMMON = "treaty missile defence summit " * 10


def _counted(*articles: tuple[str, str]) -> VoiceCounts:
    """Word counts of articles given by outlet and text."""
    rows = [(f"a{place:02d}", outlet, text) for place, (outlet, text) in enumerate(articles)]
    passages = pd.DataFrame(rows, columns=["article_id", "outlet", "plain"])
    return count_voice(Tokens.of(passages["plain"], outlet_names([])), passages, listed=1)


def _left_out(counted: VoiceCounts, prior_words: float = QUICK.prior_words) -> pd.DataFrame:
    table = keyness({"all": counted}, settings=QUICK, rng=np.random.default_rng(1))
    return leave_one_out_words({"all": counted.of()}, table, prior_words=prior_words)


def test_a_word_of_one_article_rests_on_it_and_one_of_all_holds() -> None:
    ours = [("x", COMMON + "regime " * 4 + ("goose " * 9 if place == 0 else "")) for place in range(4)]
    theirs = [("y", COMMON + "government " * 4) for _ in range(4)]
    rows = by(_left_out(_counted(*ours, *theirs)), "outlet", "word")
    goose, regime = rows["x", "goose"], rows["x", "regime"]
    assert (goose["standing"], goose["articles"], goose["sign_flips"]) == ("rests on one article", 1, 1)
    assert goose["article_id"] == "a00"
    assert np.isnan(goose["without"]), "nobody uses it then"
    assert (regime["standing"], regime["sign_flips"], regime["drops"], regime["removals"]) == (
        "holds",
        0,
        0,
        8,
    )


def test_a_word_whose_lead_one_article_makes_turns_without_it() -> None:
    ours = [("x", COMMON + "regime " * 20), ("x", COMMON + "regime"), ("x", COMMON), ("x", COMMON)]
    theirs = [("y", COMMON + "regime " * 2)] * 3
    row = by(_left_out(_counted(*ours, *theirs)), "outlet", "word")["x", "regime"]
    assert (row["standing"], row["sign_flips"], row["article_id"]) == ("turns", 1, "a00")
    assert row["without"] < 0 < row["log_odds"]


def test_a_word_that_falls_behind_the_first_fifteen_drops_out() -> None:
    many = " ".join(f"word{chr(97 + place)} " * 6 for place in range(20))
    ours = [("x", COMMON + many + "regime " * 16), ("x", COMMON + many + "regime " * 3), ("x", COMMON + many)]
    row = by(_left_out(_counted(*ours, ("y", COMMON), ("y", COMMON))), "outlet", "word")["x", "regime"]
    assert (row["rank"], row["articles"]) == (1, 2)
    assert (row["standing"], row["sign_flips"]) == ("drops out", 0)
    assert row["drops"] == 1


def test_the_only_article_of_an_outlet_cannot_be_left_out() -> None:
    counted = _counted(("x", "war war war talks"), ("y", "peace peace talks"), ("y", "peace talks"))
    rows = by(_left_out(counted), "outlet", "word")
    assert rows["x", "war"]["removals"] == 2
    three = _counted(
        ("x", "war war war talks"), ("y", "peace peace peace talks"), ("z", "talks news news news")
    )
    # Without y there is still z to hold x against.
    assert by(_left_out(three), "outlet", "word")["x", "war"]["removals"] == 2


def test_the_ratio_without_an_article_is_that_of_the_corpus_without_it() -> None:
    articles = [
        ("x", "war war war talks peace"),
        ("x", "war war talks talks"),
        ("y", "peace peace peace war talks talks"),
        ("y", "peace talks talks war"),
    ]
    counted = _counted(*articles)
    row = by(_left_out(counted), "outlet", "word")["x", "war"]
    place = int(row["article_id"][1:])
    fewer = _counted(*(article for number, article in enumerate(articles) if number != place))
    again = keyness({"all": fewer}, settings=QUICK, rng=np.random.default_rng(1))
    found = by(again, "outlet", "word")["x", "war"]
    assert row["without"] == pytest.approx(found["log_odds"], abs=1e-8)


def test_ranks_and_ratios_are_those_of_the_table_of_words() -> None:
    rng = np.random.default_rng(4)
    words = [f"{first}{second}ing" for first in "bcdfgh" for second in "aeiou"]
    counted = _counted(*((outlet, " ".join(rng.choice(words, 40))) for outlet in "xxxyyyzz"))
    table = keyness({"all": counted}, settings=QUICK, rng=np.random.default_rng(1))
    rows = leave_one_out_words({"all": counted.of()}, table, prior_words=QUICK.prior_words)
    leading = table[(table["rank"] <= 15) & (table["z"] > 0) & (table["other"] == "")]
    assert (
        rows[["outlet", "word", "rank"]].to_numpy().tolist()
        == leading[["outlet", "word", "rank"]].to_numpy().tolist()
    )
    assert rows["log_odds"].to_numpy() == pytest.approx(leading["log_odds"].to_numpy(), abs=1e-8)


def test_without_words_there_are_no_rows() -> None:
    counted = _counted(("x", "the"), ("y", "of"))
    table = keyness({"all": counted}, settings=QUICK, rng=np.random.default_rng(1))
    assert leave_one_out_words({"all": counted.of()}, table, prior_words=500).empty
