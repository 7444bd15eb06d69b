"""Who speaks in which topic, and how far topics are articles."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import normalized_mutual_info_score

from analysis.compare.shared import confounding, shared_topics
from tests.compare.studies import by, random_study, study

OURS = [("narration", 0.0, "We say.")]
THEIRS = [("direct", 0.0, "They say.")]


def test_a_topic_is_shared_when_more_than_one_outlet_speaks_in_it() -> None:
    made = study(
        {
            "a1": ("Herald", [(0, OURS), (0, THEIRS), (1, OURS)]),
            "a2": ("Herald", [(0, THEIRS)]),
            "b1": ("Gazette", [(0, OURS), (-1, OURS)]),
        }
    )
    rows = by(shared_topics(made.covered()), "topic", "outlet")
    assert {key: row["shared"] for key, row in rows.items()} == {
        (0, "Gazette"): True,
        (0, "Herald"): True,
        (1, "Gazette"): False,
        (1, "Herald"): False,
    }
    assert {key: row["paragraphs"] for key, row in rows.items()} == {
        (0, "Gazette"): 1,
        (0, "Herald"): 3,
        (1, "Gazette"): 0,
        (1, "Herald"): 1,
    }
    assert rows[0, "Herald"]["narration_share"] == pytest.approx(1 / 3)
    assert np.isnan(rows[1, "Gazette"]["narration_share"])
    topic = rows[0, "Gazette"]
    assert (topic["topic_paragraphs"], topic["topic_articles"], topic["outlets"]) == (4, 3, 2)
    assert (topic["largest_article_share"], rows[1, "Gazette"]["largest_article_share"]) == (0.5, 1.0)
    assert topic["topic_narration_share"] == 0.5


def test_the_information_that_topic_and_article_share_is_scikit_learns() -> None:
    made = random_study({"x": 4, "y": 3})
    inside = made.paragraphs.merge(made.assignments, on="paragraph_id").query("topic >= 0")
    expected = normalized_mutual_info_score(inside["topic"], inside["article_id"])
    (row,) = confounding(made.covered()).to_dict("records")
    assert row["nmi"] == pytest.approx(expected, abs=1e-12)
    assert (row["topics"], row["articles"], row["paragraphs"]) == (3, 7, len(inside))


def test_topics_that_are_articles_have_an_information_of_one() -> None:
    made = study({"a": ("Herald", [(0, OURS)] * 3), "b": ("Gazette", [(1, OURS)] * 2)})
    assert confounding(made.covered())["nmi"].tolist() == pytest.approx([1.0])


def test_topics_spread_evenly_over_articles_have_an_information_of_none() -> None:
    made = study({"a": ("Herald", [(0, OURS), (1, OURS)]), "b": ("Gazette", [(0, OURS), (1, OURS)])})
    assert confounding(made.covered())["nmi"].tolist() == pytest.approx([0.0])


def test_no_topics_give_no_rows_and_no_information() -> None:
    covered = study({"a": ("Herald", [(-1, OURS)])}).covered()
    assert shared_topics(covered).empty
    assert confounding(covered)["nmi"].isna().all()
