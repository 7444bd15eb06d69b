"""A worker of a cluster, started so that its libraries compute the same bits as everywhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from analysis import environment


def serve(scheduler: str, arguments: Sequence[str]) -> None:
    """Become `dask worker` in an environment in which kernels are chosen; does not return.

    Args:
        scheduler: its address.
        arguments: more of what `dask worker` takes; one thread a worker unless they say otherwise.
    """
    environment.pin()
    threads = () if any(given.startswith("--nthreads") for given in arguments) else ("--nthreads", "1")
    command = [sys.executable, "-m", "distributed.cli.dask_worker", scheduler, *threads, *arguments]
    os.execve(sys.executable, command, dict(os.environ))  # noqa: S606 - the same interpreter, nothing of a stranger's
