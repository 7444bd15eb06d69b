"""The check of the test of words: halves, planted words, and what is kept."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.compare import words_check
from analysis.compare.tokens import Tokens
from analysis.compare.word_counts import VoiceCounts, count_voice
from analysis.compare.words import outlet_names
from analysis.errors import ArticleError, StoreError
from analysis.progress import Silent
from analysis.settings import CompareSettings
from analysis.validation import words as validation
from analysis.validation.halves import OURS, false_alarms, halved, planted, planted_words, planting
from tests.compare.studies import by

SETTINGS = CompareSettings(permutations=99, exact_up_to=1)


def outlet(articles: int = 30) -> VoiceCounts:
    """One outlet whose articles use two words evenly and each a favourite of its own."""
    rng = np.random.default_rng(3)
    texts = []
    for place in range(articles):
        evenly = "treaty " * (5 + place % 2) + "summit " * (4 + place % 3)
        favourites = " ".join(f"favour{letter} " * int(rng.integers(0, 9)) for letter in "abcdefgh")
        texts.append(evenly + favourites)
    rows = pd.DataFrame({"article_id": [f"{place:02d}" for place in range(articles)], "outlet": "x"})
    return count_voice(Tokens.of(texts, outlet_names([])), rows, listed=1)


def test_halves_hold_every_article_once_and_are_of_equal_size() -> None:
    halves = halved(outlet(31), np.random.default_rng(1))
    assert halves.design.sizes == (16, 15)
    assert halves.counts.sum() == outlet(31).of().counts.sum()
    other = halved(outlet(31), np.random.default_rng(2))
    assert halves.design.labels.tolist() != other.design.labels.tolist()


def test_a_planted_word_is_used_so_many_times_as_often_in_the_first_half_only() -> None:
    halves = halved(outlet(), np.random.default_rng(1))
    word = halves.words.index("treaty")
    more = planted(halves, [word], 4)
    before, after = (each.counts[:, [word]].toarray()[:, 0] for each in (halves, more))
    first = halves.design.labels == 0
    assert after[first].tolist() == (4 * before[first]).tolist()
    assert after[~first].tolist() == before[~first].tolist()
    assert (more.content - halves.content).tolist() == (after - before).tolist()
    others = [place for place in range(len(halves.words)) if place != word]
    assert (more.counts.toarray()[:, others] == halves.counts.toarray()[:, others]).all()


def test_a_word_that_every_article_uses_is_found_when_half_of_them_use_it_four_times_as_often() -> None:
    band = (0.99, 1.0)
    rng = np.random.default_rng(5)
    found = list(planted_words(outlet(), draws=5, factor=4, bands=[band], settings=SETTINGS, rng=rng))
    assert {outcome.what for outcome in found} == {planting(4, band)}
    assert [outcome.found for outcome in found] == [True] * 5


def test_each_draw_is_judged_by_every_test() -> None:
    outcomes = list(false_alarms(outlet(), draws=3, settings=SETTINGS, rng=np.random.default_rng(5)))
    assert len(outcomes) == 9
    # Favourite words of single articles: the token test is alarmed by them.
    assert all(outcome.found for outcome in outcomes if outcome.test == "G2, each word at .05")
    assert not all(outcome.found for outcome in outcomes if outcome.test == OURS)


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def test_only_outlets_with_enough_different_articles_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(validation, "FEWEST", 3)
    polnear = [{"publisher": "a", "text": f"war peace {n * 'talks '}"} for n in range(3)]
    _write(tmp_path / "polnear" / "train.jsonl.gz", polnear[:2])
    _write(tmp_path / "polnear" / "dev.jsonl.gz", [*polnear[2:], {"publisher": "b", "text": "war"}])
    twice = [{"source": "c", "text": text} for text in ("war", "war", " ", "peace talks")]
    _write(tmp_path / "abp" / "sample_2000.jsonl.gz", twice)
    read = list(validation._outlets(tmp_path))
    assert [(name, len(set(counted.articles))) for name, counted in read] == [("PolNeAR", 3)]


def test_an_absent_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"polnear/train\.jsonl\.gz not found"):
        validation.validate_words(tmp_path, progress=Silent())


def test_what_is_kept_is_read_again_and_anything_else_is_refused(tmp_path: Path) -> None:
    rows = [("all", "random halves", OURS, 3, 100, 0.03, 0.0062, 0.0852)]
    columns = ["collection", "what", "test", "found", "draws", "share", "low", "high"]
    table = pd.DataFrame(rows, columns=columns)
    file = words_check.keep(table, tmp_path / "measured" / "words.csv")
    pd.testing.assert_frame_equal(
        words_check.kept(file), table.astype({"collection": "str", "what": "str", "test": "str"})
    )
    file.write_text("collection,what\nall,x\n", "utf-8")
    with pytest.raises(StoreError, match="no table of checks"):
        words_check.kept(file)
    assert words_check.kept(tmp_path / "none.csv").empty


def test_the_kept_figures_hold_the_promise() -> None:
    rows = by(words_check.kept().query("collection == 'all' and what == 'random halves'"), "test")
    assert rows[OURS]["draws"] >= 500
    assert rows[OURS]["share"] <= 0.05
    assert rows["G2, Bonferroni"]["share"] >= 0.99


@pytest.mark.skipif(
    "FRAMING_DATA" not in os.environ, reason="FRAMING_DATA names no folder of evaluation data"
)
def test_real_outlets_are_read_and_their_halves_compared() -> None:
    read = list(validation._outlets(Path(os.environ["FRAMING_DATA"])))
    assert [name for name, _ in read].count("PolNeAR") == 7
    outcomes = list(false_alarms(read[0][1], draws=2, settings=SETTINGS, rng=np.random.default_rng(1)))
    assert all(outcome.found for outcome in outcomes if outcome.test == "G2, Bonferroni")
