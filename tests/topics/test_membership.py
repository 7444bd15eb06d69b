import numpy as np
import pytest

from analysis.topics.context import SCALE, unit
from analysis.topics.membership import Centres, Known, renumbered, sampled_confidence


def plane(*degrees: float) -> np.ndarray:
    """Unit vectors in the plane, in fixed point."""
    angles = np.radians(degrees)
    return unit(np.stack([np.cos(angles), np.sin(angles)], axis=1) * SCALE)


def test_a_paragraph_takes_the_topic_with_the_nearest_centroid() -> None:
    vectors = plane(0, 10, 80, 90, 85, 20)
    found = Centres.of(vectors[:4], np.array([0, 0, 1, 1])).nearest(vectors)
    assert found.tolist() == [0, 0, 1, 1, 1, 0]


def test_a_sampled_paragraph_is_judged_by_the_same_rule() -> None:
    vectors = plane(0, 4, 8, 70, 74, 78, 68)
    found = Centres.of(vectors, np.array([0, 0, 0, 1, 1, 1, 0])).nearest(vectors)
    assert found.tolist() == [0, 0, 0, 1, 1, 1, 1]


def test_a_loose_paragraph_finds_a_topic_and_is_part_of_no_centroid() -> None:
    vectors = plane(0, 10, 80, 90, 20)
    centres = Centres.of(vectors, np.array([0, 0, 1, 1, -1]))
    assert centres.nearest(vectors).tolist() == [0, 0, 1, 1, 0]


def test_what_is_nearer_to_the_centre_of_the_corpus_has_no_topic() -> None:
    vectors = plane(0, 10, 80, 90, 45)
    centres = Centres.of(vectors[:4], np.array([0, 0, 1, 1]))
    assert centres.nearest(vectors).tolist() == [0, 0, 1, 1, -1]


def test_topics_are_numbered_by_size_and_then_by_their_first_row() -> None:
    assert renumbered(np.array([5, 3, 3, -1, 9, 5, 3])).tolist() == [1, 0, 0, -1, 2, 1, 0]
    assert renumbered(np.array([1, 0, 1, 0])).tolist() == [0, 1, 0, 1]
    assert renumbered(np.array([-1, -1])).tolist() == [-1, -1]


COUNTS = np.array([[10, 8, 6, 1], [8, 10, 2, 1], [6, 2, 10, 1], [1, 1, 1, 10]])


def test_confidence_is_how_often_the_others_of_the_topic_were_there_too() -> None:
    sure = sampled_confidence(COUNTS, np.array([0, 0, 0, 1]), 10)
    assert sure.tolist() == pytest.approx([0.7, 0.5, 0.4, 0.0])


def test_without_a_topic_there_is_no_confidence() -> None:
    assert sampled_confidence(COUNTS, np.array([0, 0, -1, -1]), 10).tolist() == pytest.approx(
        [0.8, 0.8, 0, 0]
    )


KNOWN = Known(plane(0, 20, 80, 90), np.array([0, 0, 1, 1]), np.array([0.9, 0.6, 0.5, 0.4]))


def test_a_paragraph_that_was_not_sampled_is_as_sure_as_the_nearest_of_its_topic() -> None:
    sure = KNOWN.confidence_of(plane(3, 19, 85.1, 40), np.array([0, 0, 1, -1]))
    assert sure.tolist() == [0.9, 0.6, 0.4, 0.0]


def test_a_topic_that_no_sampled_paragraph_has_gives_no_confidence() -> None:
    assert KNOWN.confidence_of(plane(3), np.array([2])).tolist() == [0.0]


def test_many_paragraphs_are_placed_as_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors, topics = plane(3, 19, 85, 86, 2, 15, 88), np.array([0, 0, 1, 1, 0, 0, 1])
    at_once = KNOWN.confidence_of(vectors, topics).tolist()
    monkeypatch.setattr("analysis.topics.membership.AT_ONCE", 2)
    assert KNOWN.confidence_of(vectors, topics).tolist() == at_once
