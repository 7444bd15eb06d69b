"""Mutual information against chance: scikit-learn's figures, and those of dealt-out labels."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_mutual_info_score, normalized_mutual_info_score

from analysis.compare.mutual_information import information
from analysis.compare.shared import confounding, topic_articles
from tests.compare.studies import by, random_study, study

OURS = [("narration", 0.0, "We say.")]


def _joint(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The counts of two sortings together."""
    return pd.crosstab(one, other).to_numpy(dtype=np.int64)


@pytest.mark.parametrize(
    ("things", "groups", "others", "seed"), [(7, 2, 3, 1), (60, 5, 4, 2), (400, 14, 40, 3)]
)
def test_adjusted_information_is_scikit_learns(things: int, groups: int, others: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    one = rng.integers(0, groups, things)
    other = np.where(rng.random(things) < 0.4, one, rng.integers(0, others, things))
    found = information(_joint(one, other))
    assert found.adjusted == pytest.approx(adjusted_mutual_info_score(one, other), abs=1e-9)
    assert found.normalised == pytest.approx(normalized_mutual_info_score(one, other), abs=1e-12)


def test_the_level_of_chance_is_the_mean_over_dealt_out_topics() -> None:
    rng = np.random.default_rng(5)
    one, other = rng.integers(0, 6, 80), rng.integers(0, 5, 80)
    drawn = [normalized_mutual_info_score(rng.permutation(one), other) for _ in range(400)]
    assert information(_joint(one, other)).by_chance == pytest.approx(np.mean(drawn), abs=0.004)


def test_two_by_two_is_worked_by_hand() -> None:
    # Two groups of one and two of one: half of the deals agree in full (ln 2), the others in full too, the other way.
    found = information(np.array([[1, 0], [0, 1]]))
    assert found.mutual == pytest.approx(np.log(2))
    assert found.expected == pytest.approx(np.log(2))
    assert np.isnan(found.adjusted), "chance leaves no room"
    # Two groups of two: of six deals two agree in full and four not at all.
    assert information(np.array([[2, 0], [0, 2]])).expected == pytest.approx(np.log(2) / 3)


def test_topics_that_are_articles_have_all_and_topics_spread_evenly_have_none() -> None:
    alone = study({"a": ("Herald", [(0, OURS)] * 3), "b": ("Gazette", [(1, OURS)] * 3)})
    (row,) = confounding(alone.covered()).to_dict("records")
    assert (row["ami"], row["outlet_ami"]) == (pytest.approx(1.0), pytest.approx(1.0))
    assert 0 < row["nmi_by_chance"] < 1
    even = study({name: (name.upper(), [(0, OURS), (1, OURS)] * 4) for name in "ab"})
    (row,) = confounding(even.covered()).to_dict("records")
    assert row["nmi"] == 0
    assert row["ami"] < 0


def test_topics_of_two_articles_of_one_outlet_are_more_outlet_than_article() -> None:
    made = study({name: (outlet, [(topic, OURS)] * 6) for name, outlet, topic in
                  [("a", "x", 0), ("b", "x", 0), ("c", "y", 1), ("d", "y", 1)]})  # fmt: skip
    (row,) = confounding(made.covered()).to_dict("records")
    assert row["outlet_ami"] == pytest.approx(1.0)
    assert row["ami"] < 0.8
    assert (row["outlets"], row["articles"]) == (2, 4)


def test_without_topics_all_of_it_is_nan() -> None:
    row = confounding(study({"a": ("Herald", [(-1, OURS)])}).covered())
    assert row[["nmi", "nmi_by_chance", "ami", "outlet_nmi", "outlet_ami"]].isna().all(axis=None)


def test_each_topic_is_told_by_its_articles_the_largest_share_first() -> None:
    made = study(
        {
            "a1": ("Herald", [(0, OURS), (1, OURS), (-1, OURS)]),
            "a2": ("Herald", [(0, OURS), (0, OURS)]),
            "b1": ("Gazette", [(0, OURS), (-1, OURS)]),
        }
    )
    table = topic_articles(made.covered())
    assert table["article_id"].tolist() == ["a2", "a1", "b1", "a1"]
    rows = by(table, "topic", "article_id")
    assert rows[0, "a2"]["share_of_topic"] == 0.5
    assert rows[0, "a2"]["share_of_article"] == 1.0
    assert rows[0, "a1"]["share_of_article"] == pytest.approx(1 / 3)
    assert rows[0, "b1"]["outlet"] == "Gazette"


def test_the_shares_of_every_topic_add_up_to_one_and_no_topics_give_no_rows() -> None:
    rows = topic_articles(random_study({"x": 4, "y": 3}).covered())
    assert rows.groupby("topic")["share_of_topic"].sum().tolist() == pytest.approx([1.0] * 3)
    assert topic_articles(study({"a": ("Herald", [(-1, OURS)])}).covered()).empty
