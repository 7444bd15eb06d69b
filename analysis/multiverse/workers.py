"""Tasks on several processes, each of which is given the materials once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from analysis.multiverse.support import p_values
from analysis.multiverse.topical import task_cells
from analysis.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.multiverse.cells import Cell
    from analysis.multiverse.materials import Materials
    from analysis.multiverse.topical import Task
    from analysis.settings import CompareSettings

Rows = list[dict[str, Any]]

_given: list[tuple[Materials, CompareSettings, int]] = []


def rows_of_cells(
    cells: Sequence[Cell], materials: Materials, *, settings: CompareSettings, seed: int
) -> Rows:
    """The cells as rows, each with its p where there is one."""
    p = p_values(cells, materials.design, settings=settings, seed=seed)
    return [each.row(chance) for each, chance in zip(cells, p, strict=True)]


def finished(
    tasks: Iterable[Task], materials: Materials, *, settings: CompareSettings, seed: int, workers: int
) -> Iterator[Rows]:
    """The rows of each task in turn, worked out by so many processes; by this one where one is enough."""
    if workers <= 1:
        for task in tasks:
            yield rows_of_cells(list(task_cells(task, materials)), materials, settings=settings, seed=seed)
        return
    with Workers(workers, begin=_begin, given=(materials, settings, seed)) as crew:
        yield from crew.map(_work, tasks)


def _begin(materials: Materials, settings: CompareSettings, seed: int) -> None:
    """Take the materials."""
    _given[:] = [(materials, settings, seed)]


def _work(task: Task) -> Rows:
    """The rows of a task, in a worker."""
    materials, settings, seed = _given[0]
    return rows_of_cells(list(task_cells(task, materials)), materials, settings=settings, seed=seed)
