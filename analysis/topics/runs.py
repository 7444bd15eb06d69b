"""The ensemble: many seeded layouts, each clustered under many settings, on one processor core or several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.density import cluster_labels
from analysis.topics.layout import Neighbourhoods, layout, neighbourhoods
from analysis.workers import Workers

if TYPE_CHECKING:
    from analysis.settings import TopicSettings
    from analysis.topics.arrays import Floats, Labels

RUNS_PER_TASK = 6

Progress = Callable[[int, int], None]
"""Told how many steps are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Run:
    """One layout to make: its seed and the size of its neighbourhoods."""

    seed: int
    neighbours: int


@dataclass(frozen=True, slots=True)
class Task:
    """A few runs over one corpus, sent to a worker together."""

    near: Neighbourhoods
    settings: TopicSettings
    runs: tuple[Run, ...]


Mapper = Callable[[Callable[[Task], "Labels"], Iterable[Task]], Iterator["Labels"]]
"""Applies a function to tasks and yields the results in the order of the tasks: `map`, or that of a process pool."""


@contextmanager
def workers_map(workers: int) -> Iterator[Mapper]:
    """A `Mapper` over this many processes; one worker means this process."""
    if workers <= 1:
        yield map
        return
    with Workers(workers) as crew:
        yield crew.map


def planned_runs(settings: TopicSettings, seed: int) -> list[Run]:
    """The runs of one ensemble; neighbourhood sizes take turns, and a longer plan begins with the shorter one."""
    seeds = [
        int(child.generate_state(1)[0] >> 1) for child in np.random.SeedSequence(seed).spawn(settings.layouts)
    ]
    sizes = settings.neighbours
    return [Run(value, sizes[number % len(sizes)]) for number, value in enumerate(seeds)]


def run_labels(
    vectors: Floats,
    settings: TopicSettings,
    seed: int,
    *,
    mapper: Mapper = map,
    progress: Progress | None = None,
) -> Labels:
    """The clusterings of one ensemble.

    Args:
        vectors: in fixed point and canonical order.
        settings: how many layouts, and the settings that each is clustered under.
        seed: of the whole ensemble.
        mapper: see `workers_map`; the result is the same for any number of workers.
        progress: told after each task.

    Returns:
        Shape (layouts, clusterings of a layout, paragraphs); -1 where a paragraph is noise.
    """
    near = neighbourhoods(vectors, max(settings.neighbours))
    runs = planned_runs(settings, seed)
    tasks = [
        Task(near, settings, tuple(runs[i : i + RUNS_PER_TASK])) for i in range(0, len(runs), RUNS_PER_TASK)
    ]
    done: list[Labels] = []
    for number, labels in enumerate(mapper(_work, tasks), start=1):
        done.append(labels)
        if progress is not None:
            progress(number, len(tasks))
    return np.concatenate(done)


def _work(task: Task) -> Labels:
    """The clusterings of a task, shape (runs, clusterings, paragraphs)."""
    return np.array([_run(task.near, task.settings, run) for run in task.runs])


def _run(near: Neighbourhoods, settings: TopicSettings, run: Run) -> Labels:
    """The clusterings of one layout.

    Which paragraphs end up together depends on the order of the rows, as UMAP moves its points one after the other:
    some orders give other topics than most do, whatever the seed. So every run draws an order of its own, and the
    consensus is one over orders too.
    """
    order = np.random.default_rng(run.seed).permutation(len(near.rows))
    points = layout(
        near.in_order(order), neighbours=run.neighbours, dimensions=settings.dimensions, epochs=settings.epochs,
        seed=run.seed,
    )  # fmt: skip
    labels = cluster_labels(points, cluster_sizes=settings.cluster_sizes, core_sizes=settings.core_sizes)
    return labels[:, np.argsort(order)]
