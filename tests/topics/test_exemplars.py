import numpy as np

from analysis.topics.exemplars import exemplar_rows

TEXTS = ["a", "b", "a ", "c", "d", "e"]
TOPICS = np.array([0, 0, 0, 0, -1, 1])
SURE = np.array([0.5, 0.9, 0.8, 0.5, 0.0, 0.1])


def rows(count: int) -> dict[int, list[int]]:
    return {topic: found.tolist() for topic, found in exemplar_rows(TEXTS, TOPICS, SURE, count).items()}


def test_the_most_confident_come_first_and_no_text_comes_twice() -> None:
    assert rows(9) == {0: [1, 2, 3], 1: [5]}


def test_there_are_at_most_so_many() -> None:
    assert rows(2) == {0: [1, 2], 1: [5]}


def test_ties_go_by_canonical_order() -> None:
    assert exemplar_rows(["x", "y"], np.array([0, 0]), np.array([0.5, 0.5]), 1)[0].tolist() == [0]


def test_without_topics_there_are_no_exemplars() -> None:
    assert exemplar_rows(["x"], np.array([-1]), np.zeros(1), 3) == {}


def test_a_paragraph_of_a_million_characters_takes_its_own_room_alone() -> None:
    """As an array of strings of one width these would take 400 GB."""
    count = 100_000
    texts = ["x" * 1_000_000, *(str(number) for number in range(count))]
    rows = exemplar_rows(texts, np.zeros(count + 1, dtype=np.int64), np.linspace(1, 0, count + 1), 2)
    assert rows[0].tolist() == [0, 1]
