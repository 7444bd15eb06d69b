"""A disk that is full, a folder that cannot be written to: one line that says so, and what was there is as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import Forks, Undisturbed
from tests.faults.small import ROOT, assert_one_line, files, framing, variables, visible

NOBODY = 65534


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of 64 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def resized(disk: Path, size: str) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


@pytest.mark.slow
@pytest.mark.parametrize("size", ["64k", "1m", "3m"])
def test_a_full_disk_is_told_and_with_more_room_the_run_goes_on(
    undisturbed: Undisturbed, forks: Forks, disk: Path, size: str
) -> None:
    resized(disk, size)
    ended = forks.report(undisturbed.before, disk / "out")
    assert ended.code == 1, ended.said
    assert "cannot be written (No space left on device) - free some space" in ended.said
    assert visible(disk) == {}
    resized(disk, "100m")
    assert forks.report(undisturbed.before, disk / "out").code == 0
    assert files(disk / "out") == files(undisturbed.before_out)


@pytest.mark.slow
def test_a_full_disk_leaves_the_report_that_is_there(
    undisturbed: Undisturbed, forks: Forks, disk: Path
) -> None:
    resized(disk, "100m")
    shutil.copytree(undisturbed.before_out, disk / "out")
    taken = sum(-(-len(content) // 4096) * 4096 for content in files(disk / "out").values())
    resized(disk, str(taken + 600_000))
    assert forks.report(undisturbed.after, disk / "out").code == 1
    assert visible(disk / "out") == files(undisturbed.before_out)
    resized(disk, "100m")
    assert forks.report(undisturbed.after, disk / "out").code == 0
    assert files(disk / "out") == files(undisturbed.after_out)


@pytest.mark.slow
@pytest.mark.parametrize("limit", [1_000, 100_000, 500_000])
def test_a_file_that_may_not_grow_is_told_and_leaves_nothing_half_written(
    undisturbed: Undisturbed, forks: Forks, out: Path, limit: int
) -> None:
    ended = forks.report(undisturbed.after, out, limit=limit)
    assert ended.code == 1, ended.said
    assert "cannot be written (File too large)" in ended.said
    assert visible(out) == files(undisturbed.before_out)
    assert forks.report(undisturbed.after, out).code == 0
    assert files(out) == files(undisturbed.after_out)


@pytest.mark.slow
def test_a_full_cache_is_told_with_what_to_do(undisturbed: Undisturbed, tmp_path: Path, disk: Path) -> None:
    run = framing("report", undisturbed.before, "--out", tmp_path / "out", cache=disk)
    assert_one_line(run, "a vector cannot be stored (No space left on device) - make room there")
    assert "FRAMING_CACHE" in run.stderr
    resized(disk, "100m")
    again = framing("report", undisturbed.before, "--out", tmp_path / "out", cache=disk)
    assert again.returncode == 0, again.stderr
    assert files(tmp_path / "out") == files(undisturbed.before_out)


@pytest.fixture
def shared(undisturbed: Undisturbed) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A folder that somebody without rights can enter, with copies of study and report; and how to be somebody."""
    somebody: dict[str, Any] = {} if os.geteuid() else {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(undisturbed.before_out, folder / "out")
        shutil.copytree(undisturbed.after, folder / "after")
        shutil.copytree(undisturbed.before, folder / "before")
        shutil.copytree(undisturbed.cache, folder / "cache")
        (folder / "home").mkdir()
        (folder / "home").chmod(0o777)
        command = [sys.executable, "-c", "import analysis.pipeline, pandas, pyarrow"]
        tried = subprocess.run(
            command, cwd=ROOT, env=_home(folder), capture_output=True, check=False, **somebody
        )
        if tried.returncode:
            pytest.skip("somebody without rights cannot run the program here")
        yield folder, somebody
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)


def _home(folder: Path) -> dict[str, str]:
    return variables(folder / "cache", HOME=str(folder / "home"), PYTHONDONTWRITEBYTECODE="1")


def report(shared: tuple[Path, dict[str, Any]], study: str, out: str) -> subprocess.CompletedProcess[str]:
    """`framing report` by somebody to whom the folder and all in it is read-only."""
    folder, somebody = shared
    for path in (*(folder / "out").rglob("*"), folder / "out", folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    command = [sys.executable, "-m", "analysis", "report", str(folder / study), "--out", str(folder / out)]
    return subprocess.run(
        command, cwd=ROOT, env=_home(folder), capture_output=True, text=True, check=False, **somebody
    )


@pytest.mark.slow
def test_a_folder_that_cannot_be_written_to_is_told_before_anything_is_computed(
    undisturbed: Undisturbed, shared: tuple[Path, dict[str, Any]]
) -> None:
    assert_one_line(
        report(shared, "after", "out"), "cannot be written (Permission denied) - make the folder writable"
    )
    assert files(shared[0] / "out") == files(undisturbed.before_out)
    assert_one_line(report(shared, "after", "new/out"), "new/out: cannot be written (Permission denied)")


@pytest.mark.slow
def test_a_report_that_is_current_can_lie_in_a_folder_that_cannot_be_written_to(
    undisturbed: Undisturbed, shared: tuple[Path, dict[str, Any]]
) -> None:
    run = report(shared, "before", "out")
    assert (run.returncode, run.stderr) == (0, "")
    assert "is up to date" in run.stdout
    assert files(shared[0] / "out") == files(undisturbed.before_out)
