"""Progress bars on a terminal, for commands that take long."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from analysis.progress import Progress, Silent, Step


def shown() -> Progress:
    """Progress bars on a terminal, nothing elsewhere."""
    return _Bars() if sys.stderr.isatty() else Silent()


class _Bars:
    """One progress bar per stage, on standard error, removed when the stage is done."""

    @contextmanager
    def stage(self, title: str) -> Iterator[Step]:
        """Show a bar for the stage called `title` while it runs."""
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            TextColumn,
            TimeElapsedColumn,
        )
        from rich.progress import (
            Progress as Bar,
        )

        columns = (
            TextColumn("{task.description:<26}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Bar(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task(title, total=None)

            def step(done: int, total: int) -> None:
                bar.update(task, completed=done, total=total)

            yield step
            bar.update(task, completed=1, total=1) if bar.tasks[0].total is None else None
