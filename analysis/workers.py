"""Tasks shared by processes of this machine: results in their order, and no process that outlives its work.

Python's own pools wait for ever where a worker is killed while tasks are being taken back, and print tracebacks where
an interrupt at the keyboard reaches the workers too.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import connection, resource_tracker
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from analysis.errors import WorkersError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 5.0
"""Seconds that a worker has to end when there is no more work."""


class Workers:
    """So many processes, each of which works on one task at a time; a context, at whose end they end.

    Processes are spawned, not forked: a fork of a process whose libraries run threads may hang. They do not hear an
    interrupt at the keyboard: the process that started them does, and ends them.

    Args:
        count: processes.
        begin: called in each before its first task.
        given: the arguments of `begin`.
    """

    def __init__(
        self, count: int, *, begin: Callable[..., None] | None = None, given: tuple[Any, ...] = ()
    ) -> None:
        self._running: dict[Connection, SpawnProcess] = {}
        spawn = multiprocessing.get_context("spawn")
        with unheard_interrupts():
            for _ in range(count):
                own, other = spawn.Pipe()
                process = spawn.Process(target=_serve, args=(other, begin, given), daemon=True)
                process.start()
                other.close()
                self._running[own] = process

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._end(PATIENCE if kind is None else 0.0)

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        """The result of each task, in the order of the tasks; one that fails stops all.

        Args:
            work: a function of a module, so that the workers find it.
            tasks: read one by one, as workers get free.

        Raises:
            WorkersError: a worker has ended, by itself or from outside.
        """
        left, idle = enumerate(tasks), list(self._running)
        busy: set[Connection] = set()
        done: dict[int, R] = {}
        told = 0
        while True:
            busy |= self._sent(idle, work, left)
            if not busy:
                return
            for ready in connection.wait(list(busy)):
                link = cast("Connection", ready)
                number, result = self._received(link)
                done[number] = result
                busy.remove(link)
                idle.append(link)
            while told in done:
                yield done.pop(told)
                told += 1

    def _sent(
        self, idle: list[Connection], work: Callable[[T], R], left: Iterator[tuple[int, T]]
    ) -> set[Connection]:
        """Those idle workers that were given one of the tasks that are left."""
        sent: set[Connection] = set()
        while idle and (task := next(left, None)) is not None:
            link = idle.pop()
            try:
                link.send((work, *task))
            except OSError:
                raise _lost(self._running[link]) from None
            sent.add(link)
        return sent

    def _received(self, link: Connection) -> tuple[int, Any]:
        """The number and the result of the task that a worker has done."""
        try:
            number, result, error = link.recv()
        except (EOFError, OSError):
            raise _lost(self._running[link]) from None
        if error is not None:
            raise error
        return number, result

    def _end(self, patience: float) -> None:
        """End all processes: at once, or when they have seen that there is no more work."""
        for link in self._running:
            link.close()
        for process in self._running.values():
            process.join(patience)
            process.kill()
            process.join()


def _serve(link: Connection, begin: Callable[..., None] | None, given: tuple[Any, ...]) -> None:
    """What a worker does: a task after the other, until nobody is there to give one."""
    if begin is not None:
        begin(*given)
    with contextlib.suppress(EOFError, OSError):
        while True:
            work, number, task = link.recv()
            answer: tuple[int, Any, Exception | None]
            try:
                answer = number, work(task), None
            except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where the result is wanted
                error.add_note(traceback.format_exc())
                answer = number, None, error
            link.send(answer)


def _lost(process: SpawnProcess) -> WorkersError:
    """What to say of a worker that is gone."""
    process.join(PATIENCE)
    if process.exitcode is None or process.exitcode < 0:
        remedy = "free some memory, or set FRAMING_WORKERS=1, and run the command again"
        return WorkersError(
            "a worker process was ended from outside, as where memory is short", remedy=remedy
        )
    remedy = (
        'look at what it printed before; a script has to stand in a file, under `if __name__ == "__main__":`'
    )
    return WorkersError(f"a worker process ended by itself with exit code {process.exitcode}", remedy=remedy)


@contextmanager
def unheard_interrupts() -> Iterator[None]:
    """A stretch in which processes and threads are started that hear no interrupt, nor do those that they start.

    An interrupt that comes meanwhile comes behind it.
    """
    resource_tracker.ensure_running()  # which would otherwise be started here, and let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
