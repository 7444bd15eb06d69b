"""Which paragraphs are matched, on six articles with known matches."""

from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.compare.matched.events import event_numbers
from analysis.compare.matched.matches import candidates, matches_table, nearest_table
from analysis.compare.matched.neighbours import mutual_neighbours, unit
from analysis.compare.matched.score import probability
from tests.compare.matched.six import ARTICLES, CHESS, FIRE, MATCHES, six


def test_the_known_matches_are_found_and_no_others() -> None:
    assert six().kinds() == MATCHES


def test_the_order_of_rows_does_not_matter() -> None:
    expected = six().pairs()
    for seed in range(5):
        assert six().shuffled(seed).pairs().equals(expected)


def test_swapping_the_outlets_names_gives_the_same_matches_mirrored() -> None:
    swapped = six().renamed({"Gazette": "Zeitung", "Herald": "Herald", "Tribune": "Anzeiger"}).pairs()
    turned = {
        (second, first) for first, second in zip(swapped["first_id"], swapped["second_id"], strict=True)
    }
    assert turned == set(MATCHES)
    by_pair = {
        frozenset(pair): p
        for *pair, p in swapped[["first_id", "second_id", "probability"]].to_numpy().tolist()
    }
    own = six().pairs()
    assert {
        frozenset(pair): p for *pair, p in own[["first_id", "second_id", "probability"]].to_numpy().tolist()
    } == by_pair


def test_an_unrelated_article_changes_no_match_among_the_others() -> None:
    before = six().pairs()
    for outlet in ("Gazette", "Herald", "Tribune", "Standard"):
        extra = (outlet, "2020-03-03", ((CHESS, 0.9, "A chess club wants a new board, and members."),))
        after = six({**ARTICLES, "x1": extra}).pairs()
        kept = after[(after["first_article"] != "x1") & (after["second_article"] != "x1")]
        assert kept.reset_index(drop=True).equals(before)


def test_two_articles_of_one_outlet_are_never_matched() -> None:
    assert six().renamed(dict.fromkeys(("Gazette", "Herald", "Tribune"), "Gazette")).pairs().empty


def test_articles_too_far_apart_are_not_compared_and_undated_ones_are() -> None:
    outlet, _, paragraphs = ARTICLES["h1"]
    late = six({**ARTICLES, "h1": (outlet, "2020-03-10", paragraphs)})
    assert set(late.kinds()) == {("g2:1", "t1:1"), ("g2:2", "t1:2")}
    assert late.kinds(days=8.0) == MATCHES
    undated = six({**ARTICLES, "h1": (outlet, "", paragraphs)})
    assert undated.kinds() == MATCHES
    days = undated.pairs().set_index("first_id")["days_apart"]
    assert math.isnan(days["g1:1"])
    assert days["g2:1"] == 1


def test_a_block_of_one_row_gives_the_same_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = six().pairs()
    monkeypatch.setattr("analysis.compare.matched.neighbours.rows_at_once", lambda _: 1)
    assert six().pairs().equals(expected)


def test_of_equally_near_paragraphs_the_earlier_article_s_is_taken() -> None:
    outlet, _, paragraphs = ARTICLES["t1"]
    twice = six({"t0": (outlet, "2020-03-07", paragraphs[:1]), **ARTICLES})
    assert ("g2:1", "t1:1") in twice.kinds()
    assert ("g2:1", "t0:1") not in twice.kinds()


def test_neighbours_must_choose_each_other() -> None:
    study = six()
    nearer = (FIRE, 0.1, "A fire drill is planned at the harbour market.")
    also = six({**ARTICLES, "h2": ("Herald", "2020-03-04", (nearer,))})
    found = {frozenset(pair) for pair in zip(*mutual_ids(also), strict=True)}
    assert frozenset(("g1:1", "h2:1")) in found
    assert frozenset(("g1:1", "h1:1")) not in found
    assert frozenset(("g1:1", "h1:1")) in {frozenset(pair) for pair in zip(*mutual_ids(study), strict=True)}


def test_of_two_paragraphs_with_one_nearest_only_the_nearer_is_its_neighbour() -> None:
    farther = (FIRE, 0.9, "Fire destroyed the old harbour market in three hours.")
    also = six({**ARTICLES, "g3": ("Gazette", "2020-03-04", (farther,))})
    found = set(zip(*mutual_ids(also), strict=True))
    assert ("g1:1", "h1:1") in found
    assert "g3:1" not in {first for first, _ in found}


def mutual_ids(study: object) -> tuple[list[str], list[str]]:
    """The ids of all mutual neighbours."""
    own = study.reading()  # type: ignore[attr-defined]
    pairs = candidates(own, study.vectors)  # type: ignore[attr-defined]
    return pairs["first_id"].tolist(), pairs["second_id"].tolist()


def test_the_cosine_is_that_of_the_vectors() -> None:
    pairs = six().pairs().set_index("first_id")["similarity"]
    one, other = np.array([1, 0.1]), np.array([1, 0.2])
    assert pairs["g1:1"] == pytest.approx(one @ other / np.linalg.norm(one) / np.linalg.norm(other), abs=1e-6)
    assert pairs["g2:1"] == 1.0


def test_fixed_point_vectors_are_whole_and_of_one_length() -> None:
    rows = unit(np.array([[3.0, 4.0], [0.0, 0.0]]))
    assert rows.tolist() == [[round(0.6 * 2**20), round(0.8 * 2**20)], [0.0, 0.0]]


def test_no_paragraphs_have_no_neighbours() -> None:
    study = six({"g1": ARTICLES["g1"]})
    found = mutual_neighbours(study.vectors, study.reading().paragraphs, days=7)
    assert found.empty
    assert list(found.columns) == ["first", "second", "similarity"]


def test_the_probability_is_the_stated_formula_and_rises_with_both() -> None:
    assert probability(np.array([0.5]), np.array([0.5]))[0] == pytest.approx(
        1 / (1 + math.exp(4 - 1.6 - 3.45)), abs=1e-4
    )
    assert probability(np.array([0.6]), np.array([0.5])) > probability(np.array([0.5]), np.array([0.5]))
    assert probability(np.array([0.5]), np.array([0.6])) > probability(np.array([0.5]), np.array([0.5]))


def test_an_event_takes_two_matches_and_links_no_others() -> None:
    pairs = six().pairs()
    assert event_numbers(pairs) == {"g1": 1, "h1": 1, "g2": 2, "t1": 2}
    assert event_numbers(pairs.iloc[:1]) == {}


def test_the_table_says_what_a_pair_has_in_common() -> None:
    study = six()
    rows = matches_table(study.reading(), study.pairs(), event_numbers(study.pairs())).set_index("first_id")
    assert rows.loc["g1:2", "quotation"] == "we heard the roof fall and ran for our lives"
    assert rows.loc["g1:2", "longest_run"] == 10
    assert rows["event"].to_dict() == {"g1:1": 1, "g1:2": 1, "g2:1": 2, "g2:2": 2}


def test_what_came_nearest_is_ordered_by_likelihood() -> None:
    study = six()
    found = candidates(study.reading(), study.vectors, days=math.inf)
    nearest = nearest_table(study.reading(), found)
    assert nearest["probability"].is_monotonic_decreasing
    assert set(nearest["event"]) == {0}
