"""Tasks shared by processes: in order, one by one, and an end to all of it."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.errors import WorkersError
from analysis.workers import Workers
from tests.conftest import SEEDS

_given: list[int] = []


def begin(number: int) -> None:
    _given.append(number)


def added(number: int) -> int:
    return _given[0] + number


def slept(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def slept_or_failed(seconds: float) -> float:
    if seconds < 0:
        raise ValueError(seconds)
    return slept(seconds)


def own_number(_: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def end(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def interrupted(_: int) -> str:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.1)
    return "heard nothing"


def test_results_come_in_the_order_of_the_tasks_and_a_second_time() -> None:
    with Workers(2) as crew:
        assert list(crew.map(slept, [0.3, 0.0, 0.1, 0.0])) == [0.3, 0.0, 0.1, 0.0]
        assert list(crew.map(math.sqrt, range(5))) == [math.sqrt(number) for number in range(5)]
        assert list(crew.map(math.sqrt, [])) == []


def test_all_workers_work_and_none_outlives_the_context() -> None:
    with Workers(2) as crew:
        found = set(crew.map(own_number, range(8)))
    assert len(found) == 2
    assert os.getpid() not in found
    for pid in found:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_each_is_given_what_it_begins_with() -> None:
    with Workers(2, begin=begin, given=(10,)) as crew:
        assert list(crew.map(added, range(4))) == [10, 11, 12, 13]


def test_tasks_are_read_as_workers_get_free() -> None:
    read: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(100):
            read.append(number)
            yield number

    with Workers(1) as crew:
        results = crew.map(math.sqrt, tasks())
        assert [next(results), next(results)] == [0, 1]
        assert read == [0, 1]


def test_what_fails_in_a_worker_is_raised_here_with_its_place() -> None:
    with pytest.raises(ValueError, match="math domain error") as caught, Workers(2) as crew:
        list(crew.map(math.sqrt, [1.0, -1.0]))
    assert "work(task)" in caught.value.__notes__[0]


def test_a_worker_that_is_killed_is_told_and_nobody_waits_for_it() -> None:
    start = time.perf_counter()
    with pytest.raises(WorkersError, match=r"ended from outside.*FRAMING_WORKERS=1"), Workers(2) as crew:
        list(crew.map(end, range(1_000)))
    assert time.perf_counter() - start < 30


def test_workers_that_cannot_start_say_what_is_wrong(tmp_path: Path) -> None:
    """A script that is read from a pipe cannot be read again by them; one without the usual guard starts them again."""
    code = (
        "from analysis.workers import Workers; import math\n"
        "with Workers(1) as crew: print(*crew.map(math.sqrt, [4]))"
    )
    (tmp_path / "script.py").write_text(code)
    for arguments, given in (([], code), ([str(tmp_path / "script.py")], "")):
        run = subprocess.run(
            [sys.executable, *arguments], input=given, capture_output=True, text=True, check=False,
            cwd=SEEDS.parent, env={**os.environ, "PYTHONPATH": str(SEEDS.parent)},
        )  # fmt: skip
        last = run.stderr.splitlines()[-1]
        assert "ended by itself with exit code 1 - look at what it printed" in last, run.stderr


def test_a_worker_still_at_work_is_ended_with_what_failed() -> None:
    start = time.perf_counter()
    with pytest.raises(ValueError, match="-1"), Workers(2) as crew:
        list(crew.map(slept_or_failed, [200.0, -1.0]))
    assert time.perf_counter() - start < 100


def test_an_interrupt_that_reaches_workers_is_heard_by_none_of_them() -> None:
    """In a process of its own, since the first workers of one are started otherwise than later ones."""
    code = (
        "from analysis.workers import Workers; from tests.test_workers import interrupted\n"
        "with Workers(3) as crew: print(*crew.map(interrupted, range(9)), sep=chr(10))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=SEEDS.parent, capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == ("heard nothing\n" * 9, "")
