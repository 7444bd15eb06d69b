"""Worker processes end with the process that started them, also when it is killed: `import analysis` sees to it.

They would go on with their task, and those of Python's pools would then wait for ever, with all their memory. Nothing
that takes time may be imported by this module.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import Any


def end_with_parent() -> None:
    """Where this process is a worker of a pool, tie it to the one that started it; Dask looks after its own workers."""
    # A worker has loaded these modules before this one; nobody else waits for them.
    processes: Any = sys.modules.get("multiprocessing.process")
    parent = processes.parent_process() if processes else None
    if parent is None or "distributed" in sys.modules:
        return
    threading.Thread(target=_wait_and_end, args=(parent,), daemon=True).start()


def _wait_and_end(parent: Any) -> None:  # noqa: ANN401 - a type that multiprocessing does not name
    """Wait for the parent to end, and end too: nobody is left to take the results."""
    parent.join()
    os._exit(1)
