"""Who does the work: the workers of a Dask cluster, or this process alone."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from analysis.errors import ScaleError
from analysis.progress import Step
from analysis.workers import unheard_interrupts

if TYPE_CHECKING:
    from types import TracebackType

    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")

DEATHS = 10
"""Workers that may die over one task before it is taken for their killer; a cluster also takes machines back."""


class Crew(Protocol):
    """Does a task for each of many items."""

    def each(self, task: Callable[[T], R], items: Sequence[T], step: Step) -> list[R]:
        """The results in the order of the items, whoever was done first."""
        ...


class Alone:
    """Does everything in this process, one item after the other."""

    def each(self, task: Callable[[T], R], items: Sequence[T], step: Step) -> list[R]:
        """The results in the order of the items."""
        results = []
        for done, item in enumerate(items, start=1):
            results.append(task(item))
            step(done, len(items))
        return results


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers that a client of Dask reaches."""

    client: Client

    def each(self, task: Callable[[T], R], items: Sequence[T], step: Step) -> list[R]:
        """The results in the order of the items.

        A task that a worker took with it when it died is done by another. The first that fails ends the others.

        Raises:
            ScaleError: the scheduler was lost, or workers died over one task again and again.
            Exception: whatever a task raised, a `StudyError` or a fault of this program.
        """
        from distributed import as_completed

        try:
            futures = [self.client.submit(_pinned, task, item, pure=False) for item in items]
            for done, future in enumerate(as_completed(futures), start=1):  # type: ignore[no-untyped-call]
                if future.status == "error":
                    break
                step(done, len(futures))
            failed = next((future for future in futures if future.status == "error"), None)
            if failed is None:
                return [future.result() for future in futures]
        except (OSError, TimeoutError, RuntimeError, _cancelled()) as error:
            remedy = "run the same command again: what is done is kept"
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            raise ScaleError(f"the cluster was lost ({reason})", remedy=remedy) from error
        raise self._ended(failed, futures)

    def _ended(self, failed: Future[object], futures: Sequence[Future[object]]) -> BaseException:
        """What a task raised; nobody goes on with the others."""
        from distributed.scheduler import KilledWorker

        error: BaseException = failed.exception()  # type: ignore[no-untyped-call]
        trace: TracebackType | None = failed.traceback()  # type: ignore[no-untyped-call]
        with contextlib.suppress(OSError, TimeoutError, RuntimeError):
            self.client.cancel(futures)  # type: ignore[no-untyped-call]
        if isinstance(error, KilledWorker):
            remedy = "give workers more memory, or parts fewer articles (--articles)"
            return ScaleError(f"{DEATHS} workers died over one task", where=str(error.task), remedy=remedy)
        return error.with_traceback(trace)


def _cancelled() -> type[BaseException]:
    """What a result becomes whose scheduler is gone."""
    from concurrent.futures import CancelledError

    return CancelledError


def _pinned(task: Callable[[T], R], item: T) -> R:
    """The task, in a worker whose libraries were loaded as the results demand.

    Raises:
        ScaleError: numpy or torch was loaded before its kernels could be chosen.
    """
    from distributed import get_worker

    from analysis import IMPORTED_TOO_EARLY

    if IMPORTED_TOO_EARLY:
        names = ", ".join(IMPORTED_TOO_EARLY)
        raise ScaleError(
            f"a worker had loaded {names} before the kernels could be chosen",
            where=get_worker().address,
            remedy="start workers with `framing worker ADDRESS`",
        )
    os.environ["FRAMING_WORKERS"] = str(get_worker().state.nthreads)
    return task(item)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """A stretch in which Dask, here and in workers that are started, logs nothing: what matters is raised.

    By the environment, since workers read it when they import Dask; put back, since others that are started later
    may want to be heard.
    """
    name = "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED"
    chosen = name in os.environ
    os.environ.setdefault(name, "critical")
    try:
        yield
    finally:
        if not chosen:
            os.environ.pop(name, None)


@contextlib.contextmanager
def gathered(scheduler: str | None, *, workers: int, memory: str = "auto") -> Iterator[Crew]:
    """The workers of the scheduler at an address, or so many processes of this machine; with 0, this process alone.

    Args:
        scheduler: as tcp://HOST:PORT; None for this machine.
        workers: processes, where there is no scheduler yet.
        memory: that each of them may use, as in "4GB".

    Raises:
        ScaleError: nobody answers at the address.
    """
    if not scheduler and not workers:
        yield Alone()
        return
    with contextlib.ExitStack() as stack:
        stack.enter_context(_quiet())
        import dask
        from distributed import Client, LocalCluster

        lasting = {"distributed.scheduler.allowed-failures": DEATHS, "distributed.worker.daemon": False}
        stack.enter_context(dask.config.set(lasting))
        if scheduler:
            try:
                client = stack.enter_context(Client(scheduler, timeout=10))  # type: ignore[no-untyped-call]
            except (OSError, TimeoutError, ValueError) as error:
                remedy = "start one with: dask scheduler; or leave --scheduler out to use this machine"
                raise ScaleError(
                    f"no scheduler answers ({type(error).__name__})", where=scheduler, remedy=remedy
                ) from None
        else:
            with unheard_interrupts():  # this process hears them, and ends the workers
                local = LocalCluster(  # type: ignore[no-untyped-call]
                    n_workers=workers, threads_per_worker=1, processes=True, memory_limit=memory,
                    host="127.0.0.1", dashboard_address="127.0.0.1:0",
                )  # fmt: skip
            client = stack.enter_context(Client(stack.enter_context(local)))  # type: ignore[no-untyped-call]
        yield Cluster(client)
