"""Worker processes end with the process that started them, and an interrupt at the keyboard ends them without a word.

Python's pools leave their workers waiting for ever, with all their memory, when the process that started them is
killed; and where Ctrl-C reaches all of them at once, each prints a traceback. `import analysis` sees to both. Nothing
that takes time may be imported by this module.
"""

from __future__ import annotations

import os
import signal
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
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_wait_and_end, args=(parent,), daemon=True).start()


def _wait_and_end(parent: Any) -> None:  # noqa: ANN401 - a type that multiprocessing does not name
    """Wait for the parent to end, and end too: nobody is left to take the results."""
    parent.join()
    os._exit(1)
