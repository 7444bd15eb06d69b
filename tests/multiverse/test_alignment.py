"""Which cluster a topic is found again as, worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.multiverse.alignment import NOWHERE, best_match

WHOLE = np.ones(6)
TOPICS = np.array([0, 0, 0, 0, 1, -1])


def test_the_cluster_with_the_largest_overlap_is_the_topic() -> None:
    # cluster 1 shares 3 of 4 + 1 paragraphs, cluster 0 shares 1 of 4
    found = best_match(0, TOPICS, np.array([0, 1, 1, 1, 1, -1]), WHOLE)
    assert found.cluster == 1
    assert found.jaccard == pytest.approx(3 / 5, abs=1e-6)


def test_a_topic_that_shares_a_third_is_found_and_one_that_shares_less_is_not() -> None:
    # cluster 0: two of the topic's four, two others: 2 in both of 6 in either
    assert best_match(0, TOPICS, np.array([0, 0, -1, -1, 0, 0]), WHOLE).cluster == 0
    # one of four and one other: 1 of 5
    found = best_match(0, TOPICS, np.array([0, -1, -1, -1, 0, -1]), WHOLE)
    assert (found.cluster, found.jaccard) == (NOWHERE, 0.2)


def test_a_sentence_counts_as_its_part_of_a_paragraph() -> None:
    # Paragraph a (topic 0) has three sentences, b (topic 0) one, c (topic 1) one. The cluster holds all of a, and c.
    topics, parts = np.array([0, 0, 0, 0, 1]), np.array([1 / 3, 1 / 3, 1 / 3, 1.0, 1.0])
    found = best_match(0, topics, np.array([0, 0, 0, -1, 0]), parts)
    assert found.jaccard == pytest.approx(1 / 3, abs=1e-6)
    assert found.cluster == 0, "a third exactly, whatever the last digit of three thirds"


def test_of_two_clusters_with_one_overlap_the_first_is_taken() -> None:
    assert best_match(0, TOPICS, np.array([0, 0, 1, 1, -1, -1]), WHOLE).cluster == 0


def test_where_everything_is_noise_no_topic_is_found() -> None:
    assert best_match(0, TOPICS, np.full(6, -1), WHOLE).cluster == NOWHERE


def test_a_topic_without_paragraphs_is_not_found() -> None:
    assert best_match(7, TOPICS, np.zeros(6, dtype=np.int64), WHOLE).cluster == NOWHERE
