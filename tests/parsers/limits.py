"""Processor time that a piece of code may take: a measure that a busy machine does not change, and an alarm."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SECONDS, CHARACTERS = 1.0, 100_000
"""No text may need more processor time than `SECONDS` for every `CHARACTERS`."""


class TookTooLong(AssertionError):  # noqa: N818 - a failed expectation, no error of the program
    """The code was stopped at its limit."""


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """Code that is stopped once it has used so much processor time; regular expressions are stopped too.

    Raises:
        TookTooLong: it was.
    """

    def stop(_number: int, _frame: object) -> None:
        raise TookTooLong(f"more than {seconds:.2f} seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds_of(work: Callable[[], object], *, limit: float) -> float:
    """Processor seconds that a piece of work takes; `limit` and a little more where it was stopped there.

    Garbage is not collected meanwhile: how long that takes depends on all else that the process holds.
    """
    started = time.process_time()
    gc.disable()
    try:
        with stopped_after(limit):
            work()
    except TookTooLong:
        return max(limit * 1.01, time.process_time() - started)
    finally:
        gc.enable()
    return time.process_time() - started
