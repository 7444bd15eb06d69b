"""Two runs at once in one folder: one after the other, and the same bytes."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from analysis import jsonl
from analysis.errors import StoreError
from analysis.importing.init import Choices, init_study, plan
from analysis.locking import WAITING, alone
from analysis.progress import Silent, Step
from tests.faults.conftest import Undisturbed
from tests.faults.small import ROOT, files, variables
from tests.importing.sources import jsonl as table
from tests.importing.sources import row

HOLD = "import sys, time; from analysis.locking import alone; from pathlib import Path\n"


@pytest.mark.slow
def test_two_reports_at_once_end_well_and_leave_the_bytes_of_one(
    undisturbed: Undisturbed, tmp_path: Path
) -> None:
    command = [
        sys.executable, "-m", "analysis", "report", str(undisturbed.before), "--out", str(tmp_path / "out")
    ]  # fmt: skip
    runs = [
        subprocess.Popen(
            command, cwd=ROOT, env=variables(undisturbed.cache), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    told = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert [said for _, said in told] == ["", ""]
    assert sorted("is up to date" in line for line, _ in told) == [False, True]
    assert files(tmp_path / "out") == files(undisturbed.before_out)


class Told(Silent):
    """Remembers the stages."""

    def __init__(self) -> None:
        self.titles: list[str] = []

    def stage(self, title: str) -> AbstractContextManager[Step]:
        self.titles.append(title)
        return super().stage(title)


def test_whoever_comes_second_waits_and_says_so(tmp_path: Path) -> None:
    order: list[str] = []
    told = Told()

    def second() -> None:
        with alone(tmp_path, progress=told):
            order.append("second")

    waiting = threading.Thread(target=second)
    with alone(tmp_path):
        waiting.start()
        while not told.titles:
            time.sleep(0.01)
        order.append("first")
    waiting.join(timeout=10)
    assert (order, told.titles) == (["first", "second"], [WAITING])


def test_whoever_does_not_wait_is_told(tmp_path: Path) -> None:
    with (
        alone(tmp_path),
        pytest.raises(StoreError, match="another run is working on it"),
        alone(tmp_path, waits=False),
    ):
        pass
    with alone(tmp_path, waits=False):
        pass


def test_a_lock_ends_with_the_process_that_is_killed(tmp_path: Path) -> None:
    code = f"{HOLD}with alone(Path(sys.argv[1])): print(1, flush=True); time.sleep(60)"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"1\n"
        with pytest.raises(StoreError), alone(tmp_path, waits=False):
            pass
        holder.kill()
        holder.wait()
        with alone(tmp_path, waits=False):
            pass


def test_a_folder_made_for_a_run_that_fails_goes_again_and_one_that_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    for folder in (tmp_path / "new" / "out", tmp_path / "there"):
        with pytest.raises(ZeroDivisionError), alone(folder):
            raise ZeroDivisionError
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    with alone(tmp_path / "new" / "out"):
        (tmp_path / "new" / "out" / "file").touch()
    assert (tmp_path / "new" / "out" / "file").exists()


def test_two_that_write_one_file_of_lines_do_not_write_into_one_another(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"

    def rows() -> Iterator[dict[str, int]]:
        yield {"id": 1}
        assert jsonl.write(target, [{"id": 7}] * 1_000) == 1_000
        yield {"id": 2}

    assert jsonl.write(target, rows()) == 2
    assert [json.loads(line)["id"] for line in target.read_text().splitlines()] == [1, 2]
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_study_is_not_made_where_another_run_is_making_one(tmp_path: Path) -> None:
    planned = plan(table(tmp_path / "news.jsonl", row(0), row(1)), Choices())
    with alone(tmp_path / "study"), pytest.raises(StoreError, match="study: another run is working on it"):
        init_study(planned, tmp_path / "study")
    assert init_study(planned, tmp_path / "study").kept == 2
