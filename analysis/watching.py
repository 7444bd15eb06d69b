"""A command in a process of its own: the time that it takes, and the memory that it and its workers hold."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import BenchError

MIB = 1024
KIBIBYTES = 1024 if sys.platform == "darwin" else 1
"""What the system counts peak memory in, in KiB: macOS counts bytes, so it is divided by this."""

WATCH = """
import json, os, sys, threading, time
most, done = [0], threading.Event()

def resident(pid):
    try:
        with open(f"/proc/{pid}/statm") as file:
            held = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as file:
                held += sum(map(resident, file.read().split()))
    except (OSError, IndexError):
        return 0
    return held

def sample(pid):
    while not done.wait(0.1):
        most[0] = max(most[0], resident(pid))

start = time.perf_counter()
pid = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
threading.Thread(target=sample, args=(pid,), daemon=True).start()
_, status, used = os.wait4(pid, 0)
spent = time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss, most[0]
done.set()
with open(sys.argv[1], "w") as file:
    json.dump(spent, file)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Stands between this process and the one that is measured, whose peak memory the system would otherwise count from the
size of this process on: it is that of whoever started it until it has a memory of its own."""


@dataclass(frozen=True, slots=True)
class Used:
    """What a command took.

    Attributes:
        seconds: of wall time.
        processor: seconds of processor time.
        memory: MiB, the most that one of its processes held, by the system's own count.
        together: MiB, the most that all of them held at once, looked at ten times a second; memory that they share
            counts for each, so it is rather too much. Where that cannot be seen (elsewhere than on Linux), `memory`.
    """

    seconds: float
    processor: float
    memory: float
    together: float


def watched(command: Sequence[str], variables: Mapping[str, str], *, folder: Path | None = None) -> Used:
    """What a command takes.

    Args:
        command: the path of a program, and its arguments.
        variables: its environment.
        folder: where it runs; here where there is none.

    Raises:
        BenchError: it failed; what it printed last is in the message.
    """
    with tempfile.NamedTemporaryFile() as counted, tempfile.TemporaryFile() as said:
        watching = [sys.executable, "-S", "-c", WATCH, counted.name, *command]
        code = subprocess.run(
            watching, env=dict(variables), cwd=folder, stdout=said, stderr=subprocess.STDOUT, check=False
        ).returncode
        if code:
            said.seek(0)
            last = said.read().decode(errors="replace").strip().splitlines()[-1:]
            problem = f"a run ended with exit code {code} ({' '.join(last)})"
            raise BenchError(problem, where=" ".join(command[:4]), remedy="run it by itself to see more")
        seconds, processor, most, together = json.loads(Path(counted.name).read_text(encoding="utf-8"))
    memory = most / KIBIBYTES / MIB
    return Used(seconds, processor, memory, max(memory, together / MIB / MIB))
