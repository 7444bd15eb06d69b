import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from analysis.topics.agreement import adjusted_rand_index, best_jaccards

LABELS = st.lists(st.integers(-1, 4), min_size=2, max_size=30)


def labels(*values: int) -> np.ndarray:
    return np.array(values)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (labels(0, 0, 1, 1), labels(5, 5, -1, -1), 1.0),
        (labels(0, 0, 1, 1), labels(0, 1, 0, 1), -0.5),
        # Pairs: 1 in both, 3 and 2 in either, of 10; expected 0.6; (1 - .6) / (2.5 - .6).
        (labels(0, 0, 0, 1, 2), labels(0, 0, 1, 1, 2), 0.4 / 1.9),
        (labels(0, 0, 0), labels(1, 1, 1), 1.0),
        (labels(0, 1, 2), labels(2, 1, 0), 1.0),
    ],
)
def test_the_index_of_small_divisions_worked_by_hand(
    first: np.ndarray, second: np.ndarray, expected: float
) -> None:
    assert adjusted_rand_index(first, second) == pytest.approx(expected)


@given(st.data(), LABELS)
def test_the_index_is_that_of_scikit_learn(data: st.DataObject, first: list[int]) -> None:
    second = data.draw(st.lists(st.integers(-1, 4), min_size=len(first), max_size=len(first)))
    ours = adjusted_rand_index(labels(*first), labels(*second))
    assert ours == pytest.approx(adjusted_rand_score(first, second))


def test_the_best_overlap_is_shared_over_either() -> None:
    topics = labels(0, 0, 0, 1, -1)
    assert best_jaccards(topics, labels(0, 0, 1, 1, 0), 2).tolist() == [2 / 4, 1 / 2]
    assert best_jaccards(topics, labels(7, 7, 7, 2, 2), 2).tolist() == [1, 1 / 2]
    assert best_jaccards(topics, labels(-1, -1, -1, 0, 0), 2).tolist() == [0, 1 / 2]
    assert best_jaccards(topics, labels(-1, 1, -1, -1, 0), 2).tolist() == [1 / 3, 0]


def test_a_topic_without_any_of_the_paragraphs_has_no_overlap() -> None:
    assert best_jaccards(labels(0, 0, -1), labels(0, 0, 0), 3).tolist() == [2 / 3, 0, 0]
    assert best_jaccards(labels(0, 0, -1), labels(-1, -1, -1), 2).tolist() == [0, 0]
