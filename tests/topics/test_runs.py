import numpy as np
import pytest

from analysis.settings import TopicSettings
from analysis.topics.context import SCALE, unit
from analysis.topics.layout import layout, neighbourhoods
from analysis.topics.runs import planned_runs, run_labels

SETTINGS = TopicSettings(layouts=20, neighbours=(4, 6), epochs=30, cluster_sizes=(3,), core_sizes=(1,))


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    return unit(np.random.default_rng(0).normal(size=(20, 8)) * SCALE)


def test_neighbours_are_the_paragraph_itself_then_the_nearest_and_ties_go_by_row() -> None:
    near = neighbourhoods(unit(np.array([[1.0, 0], [0, 1], [0, 1], [1, 1]]) * SCALE), 3)
    assert near.rows.tolist() == [[0, 3, 1], [1, 2, 3], [2, 1, 3], [3, 0, 1]]
    assert near.distances[1, 1] == 0
    assert near.largest == 3


def test_another_order_of_the_rows_is_the_same_neighbourhood(vectors: np.ndarray) -> None:
    order = np.random.default_rng(1).permutation(20)
    moved = neighbourhoods(vectors, 6).in_order(order)
    again = neighbourhoods(vectors[order], 6)
    assert moved.rows.tolist() == again.rows.tolist()
    assert moved.distances.tolist() == again.distances.tolist()
    assert moved.vectors.tolist() == again.vectors.tolist()


def test_a_layout_has_the_same_bits_again_and_others_from_another_seed(vectors: np.ndarray) -> None:
    near = neighbourhoods(vectors, 6)
    first, again, other = (
        layout(near, neighbours=6, dimensions=3, epochs=30, seed=seed) for seed in (1, 1, 2)
    )
    assert first.shape == (20, 3)
    assert first.tobytes() == again.tobytes() != other.tobytes()


def test_neighbourhood_sizes_take_turns_and_a_longer_plan_begins_with_the_shorter() -> None:
    short, long = (planned_runs(TopicSettings(layouts=count), 7) for count in (20, 40))
    assert [run.neighbours for run in short[:4]] == [5, 8, 12, 5]
    assert long[:20] == short
    assert len({run.seed for run in long}) == 40
    assert planned_runs(TopicSettings(layouts=20), 8) != short


def test_labels_are_in_the_order_of_the_runs_whatever_the_mapper_does(vectors: np.ndarray) -> None:
    here = run_labels(vectors, SETTINGS, 3)
    later = run_labels(vectors, SETTINGS, 3, mapper=lambda work, tasks: iter([work(task) for task in tasks]))
    assert here.shape == (20, 2, 20)
    assert (here == later).all()
    assert (here != run_labels(vectors, SETTINGS, 4)).any()


def test_each_paragraph_gets_its_own_label_back_from_the_order_of_a_run() -> None:
    groups = np.tile([0, 1], 10)
    near_axes = np.eye(8)[groups] + np.random.default_rng(0).normal(0, 0.05, (20, 8))
    for labels in run_labels(unit(near_axes * SCALE), SETTINGS, 3).reshape(-1, 20):
        assert not set(labels[groups == 0]) & set(labels[groups == 1]) - {-1}
