"""What a command takes, as the system counts it, and what its processes hold together."""

from __future__ import annotations

import sys

import pytest

from analysis.errors import BenchError
from analysis.watching import watched

HOLD = "import subprocess, sys, time; held = bytearray(100 * 2**20); "
"""Holds 100 MiB."""


def test_what_a_process_takes_is_the_system_s_count_of_that_process() -> None:
    large = watched([sys.executable, "-c", "x = bytearray(300 * 2**20)"], {})
    small = watched([sys.executable, "-c", "import time; time.sleep(0.3)"], {})
    assert 300 < large.memory < 400
    assert small.memory < 100, "not the size of this process, which is larger"
    assert small.seconds >= 0.3 > small.processor


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows the memory of other processes")
def test_what_the_processes_of_a_command_hold_at_once_is_added_up() -> None:
    child = f"subprocess.run([sys.executable, '-c', {HOLD + 'time.sleep(0.5)'!r}])"
    used = watched([sys.executable, "-c", HOLD + child], {})
    assert 100 < used.memory < 150
    assert 200 < used.together < 260


def test_a_run_that_fails_tells_what_it_said_last() -> None:
    with pytest.raises(BenchError, match=r"exit code 3 \(the disk is full\) - run it by itself"):
        watched([sys.executable, "-c", "print('the disk is full'); raise SystemExit(3)"], {})
