"""The steps of a run: tasks given to the crew, each under the title that a reader of the progress bar sees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from analysis.progress import Progress
    from analysis.scale.crew import Crew

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Steps:
    """Who does the work, and who is told how far it is."""

    crew: Crew
    progress: Progress

    def over(self, title: str, task: Callable[[T], R], items: Sequence[T]) -> list[R]:
        """The results of a task for every item, in their order."""
        with self.progress.stage(title) as step:
            return self.crew.each(task, items, step)
