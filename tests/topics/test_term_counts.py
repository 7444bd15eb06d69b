import numpy as np
import pandas as pd

from analysis.topics.term_counts import TermCounts
from analysis.topics.terms import Vocabulary
from analysis.topics.words import topic_terms

TEXTS = ["Missile shield, missile shield.", "A missile.", "Libya and Syria.", "libya, Libya"]
TOPICS = np.array([0, 0, 1, -1])


def counted(rows: list[int]) -> TermCounts:
    return TermCounts.of([TEXTS[row] for row in rows], TOPICS[rows], Vocabulary())


def test_terms_are_counted_by_topic_and_by_paragraph() -> None:
    rows = counted([0, 1, 2, 3]).counts
    assert list(rows.itertuples(index=False, name=None)) == [
        (-1, "libya", 2, 1),
        (0, "missile", 3, 2),
        (0, "missile shield", 2, 1),
        (0, "shield", 2, 1),
        (1, "libya", 1, 1),
        (1, "syria", 1, 1),
    ]


def test_parts_add_up_in_whatever_cut_and_order() -> None:
    whole = counted([0, 1, 2, 3])
    for cut in ([[3], [1, 0], [2]], [[2, 3], [0, 1]], [[0, 1, 2, 3]]):
        parts = TermCounts.merged(counted(rows) for rows in cut)
        pd.testing.assert_frame_equal(parts.counts, whole.counts)
        pd.testing.assert_frame_equal(parts.spellings, whole.spellings)


def test_rare_pairs_are_one_rest_and_the_best_terms_stay_the_same() -> None:
    texts = [*TEXTS, "A missile shield again."]
    whole = TermCounts.of(texts, np.array([0, 0, 1, -1, 1]), Vocabulary())
    assert topic_terms(whole.pruned()) == topic_terms(whole)
    assert "missile shield" not in set(whole.pruned().counts["term"])
    totals = whole.counts.groupby("topic")["count"].sum()
    pd.testing.assert_series_equal(whole.pruned().counts.groupby("topic")["count"].sum(), totals)


def test_no_part_has_no_counts() -> None:
    assert TermCounts.merged([]).counts.empty


def test_topics_can_be_numbered_anew() -> None:
    renamed = counted([0, 2, 3]).renamed({-1: -1, 0: 1, 1: 0}).counts
    assert renamed["topic"].tolist() == [-1, 0, 0, 1, 1, 1]
    assert renamed["term"].tolist()[:3] == ["libya", "libya", "syria"]


def test_words_are_spelled_as_the_articles_mostly_do() -> None:
    texts = ["Libya and a missile in Libya", "Missile and missile", "libya", "US us U.S."]
    spelled = TermCounts.of(texts, np.zeros(4, dtype=int), Vocabulary()).most_written()
    assert {word: spelled[word] for word in ("libya", "missile", "US", "us")} == {
        "libya": "Libya", "missile": "missile", "US": "US", "us": "us",
    }  # fmt: skip
