"""A disk that is full, a folder that cannot be written to: one line that says so, and what was there is as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Forks, Undisturbed
from tests.faults.small import ROOT, assert_one_line, files, framing, variables, visible


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
@pytest.mark.parametrize("size", ["64k", "500k", "2m"])
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
@pytest.mark.parametrize("limit", [1_000, 50_000, 200_000])
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
def obeying() -> list[str]:
    """What stands before a command that may not write where the mode of a folder forbids it, not even as root."""
    if os.geteuid():
        return []
    setpriv = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"]
    if shutil.which("setpriv") is None or subprocess.run([*setpriv, "true"], check=False).returncode:
        pytest.skip("root cannot give up its right to write everywhere")
    return setpriv


def report(obeying: list[str], study: Path, out: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    """`framing report` where the folder of `out` and all below it are read-only."""
    below = [path for path in out.parent.rglob("*") if path.is_dir()]
    for path in (out.parent, *below):
        path.chmod(0o555)
    try:
        return subprocess.run(
            [*obeying, sys.executable, "-m", "analysis", "report", str(study), "--out", str(out)],
            cwd=ROOT, env=variables(cache), capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        for path in (out.parent, *below):
            path.chmod(0o755)


@pytest.mark.slow
def test_a_folder_that_cannot_be_written_to_is_told_and_stays_as_it_was(
    undisturbed: Undisturbed, obeying: list[str], tmp_path: Path
) -> None:
    out = Path(shutil.copytree(undisturbed.before_out, tmp_path / "read-only" / "out"))
    told = "cannot be written (Permission denied) - make the folder writable"
    assert_one_line(report(obeying, undisturbed.after, out, undisturbed.cache), told)
    assert files(out) == files(undisturbed.before_out)
    assert_one_line(
        report(obeying, undisturbed.after, out.with_name("new"), undisturbed.cache), f"new: {told}"
    )


@pytest.mark.slow
def test_a_report_that_is_current_can_lie_in_a_folder_that_cannot_be_written_to(
    undisturbed: Undisturbed, obeying: list[str], tmp_path: Path
) -> None:
    out = Path(shutil.copytree(undisturbed.before_out, tmp_path / "read-only" / "out"))
    run = report(obeying, undisturbed.before, out, undisturbed.cache)
    assert (run.returncode, run.stderr) == (0, "")
    assert "is up to date" in run.stdout
