"""Memory: a report of the bundled study keeps within its bound, and many reports in one process do not make it grow."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from analysis.errors import BenchError
from analysis.soak import judged, soak
from analysis.watching import MIB, watched
from tests.conftest import SEEDS
from tests.faults.small import framing, variables

MOST = 1.5e9
"""Bytes that the processes of a report may hold at once."""

linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux shows the memory of other processes"
)


@pytest.mark.slow
@linux_only
def test_a_report_of_the_bundled_study_takes_at_most_a_gigabyte_and_a_half(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "analysis", "report", str(SEEDS), "--out", str(tmp_path / "out")]
    used = watched(command, variables(tmp_path / "cache", FRAMING_WORKERS="2"))
    assert used.together * MIB * MIB <= MOST
    assert used.memory * MIB * MIB <= MOST


@pytest.mark.slow
@linux_only
def test_many_reports_of_a_study_that_changes_do_not_make_a_process_grow(tmp_path: Path) -> None:
    run = framing("bench-soak", "--reports", "12", "--warm-up", "6", cache=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(
        r"after 6 reports [\d.]+ MiB, after 6 more [\d.]+ MiB: [+-][\d.]+% \(at most \+5\.0%\)", run.stdout
    )


def test_growth_is_told_from_the_reports_after_the_warm_up() -> None:
    found = judged([1.0, *(100.0 + number for number in range(20))], warm_up=1)
    assert (found.reports, found.before, found.after) == (20, 100.5, 118.5)
    assert found.growth == pytest.approx(118.5 / 100.5 - 1)


def test_fewer_reports_than_warm_up_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match=r"5 reports are no more than the warm-up - ask for more than 5"):
        next(soak(tmp_path, reports=5, warm_up=5))
