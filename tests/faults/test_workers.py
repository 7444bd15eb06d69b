"""The processes that share the work: none outlives the run that started it, and none speaks when it is interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis import soak
from tests.faults.small import ROOT, variables

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc"),
]

LONG = soak.STUDY.replace("layouts = 20", "layouts = 20000").partition("[[actors]]")[0]
"""Without actors: no stance is read, so that torch is needed for vectors alone."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of vectors, which the first run fills."""
    return tmp_path_factory.mktemp("cache")


def started(cache: Path, folder: Path) -> subprocess.Popen[str]:
    """A report whose topics take two workers minutes, as far as these are at work."""
    soak.write_study(folder / "study", LONG)
    run = subprocess.Popen(
        [sys.executable, "-m", "analysis", "report", str(folder / "study"), "--out", str(folder / "out")],
        cwd=ROOT, env=variables(cache, FRAMING_WORKERS="2"), start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        waited(lambda: len([pid for pid in workers(run.pid) if seconds_of(pid) > 2]) == 2, run)
    except AssertionError:
        run.kill()
        raise
    return run


def waited(until: object, run: subprocess.Popen[str] | None = None, *, seconds: int = 180) -> None:
    """Until something holds."""
    for _ in range(10 * seconds):
        if until():  # type: ignore[operator]
            return
        assert run is None or run.poll() is None, run.communicate()
        time.sleep(0.1)
    raise AssertionError("waited in vain")


def ended(run: subprocess.Popen[str]) -> tuple[str, str]:
    """What a run said that has half a minute to end."""
    try:
        return run.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        run.kill()
        raise


def workers(pid: int) -> list[int]:
    """The workers of a process."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        children = [child for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return []
    return [int(child) for child in children if b"spawn_main" in command_of(int(child))]


def command_of(pid: int) -> bytes:
    """The command line of a process; empty when there is none any more."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def seconds_of(pid: int) -> float:
    """The processor time of a process: enough of it shows that it is at work."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_workers_end_when_the_run_is_killed(cache: Path, tmp_path: Path) -> None:
    run = started(cache, tmp_path)
    left = workers(run.pid)
    run.kill()
    run.communicate()
    waited(lambda: not any(map(command_of, left)), seconds=15)


def test_an_interrupt_that_reaches_all_of_them_is_one_line(cache: Path, tmp_path: Path) -> None:
    run = started(cache, tmp_path)
    left = workers(run.pid)
    os.killpg(run.pid, signal.SIGINT)
    _, said = ended(run)
    assert (run.returncode, said.count("\n")) == (130, 1), said
    assert said.startswith("stopped; ")
    waited(lambda: not any(map(command_of, left)), seconds=15)


def test_a_worker_that_is_killed_is_told_in_one_line(cache: Path, tmp_path: Path) -> None:
    run = started(cache, tmp_path)
    os.kill(workers(run.pid)[0], signal.SIGKILL)
    _, said = ended(run)
    assert (run.returncode, said.count("\n")) == (1, 1), said
    assert said.startswith("error: a worker process was ended from outside")
    assert "FRAMING_WORKERS=1" in said
