"""How a stage tells how far it is, without knowing who listens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

Step = Callable[[int, int], None]
"""Called with the number of steps done and of all steps."""


def ignore(done: int, total: int) -> None:
    """Show nothing."""


class Progress(Protocol):
    """Shows which stage is running and how far it is."""

    def stage(self, title: str) -> AbstractContextManager[Step]:
        """A context in which the stage called `title` runs; what it yields takes the stage's steps."""


class Silent:
    """Shows nothing: for notebooks, tests and pipes."""

    def stage(self, title: str) -> AbstractContextManager[Step]:  # noqa: ARG002 - the Protocol's name
        """A context that ignores the stage's steps."""
        return nullcontext(ignore)
