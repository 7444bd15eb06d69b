"""A clock that goes back, or stands wrong: nothing is decided by it."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import numpy as np
import pytest

from analysis import provenance
from analysis.embedding.cache import VectorCache
from tests.faults.conftest import Forks, Undisturbed
from tests.faults.small import files

FUTURE, PAST = 4e9, 1e8
"""The years 2096 and 1973, as a file system counts."""

DATES = {"st_mtime", "st_ctime", "st_atime", "st_mtime_ns", "st_ctime_ns", "getmtime", "getctime"}
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"}
ALLOWED = {
    "cli/init.py": "days after today have not come yet",
    "embedding/cache.py": "names files, behind all that are there",
    "bench_scale/running.py": "times a benchmark",
}


def dated(folder: Path, when: float) -> None:
    """Let all files of a folder be of some time."""
    for path in folder.rglob("*"):
        os.utime(path, (when, when))


@pytest.mark.slow
def test_files_of_the_future_and_the_past_are_taken_by_what_they_hold(
    undisturbed: Undisturbed, forks: Forks, out: Path
) -> None:
    dated(out, FUTURE)
    assert forks.report(undisturbed.before, out).code == 0
    assert {path.stat().st_mtime for path in out.rglob("*") if path.is_file()} == {FUTURE}, (
        "nothing is written"
    )
    dated(undisturbed.after, PAST)
    assert forks.report(undisturbed.after, out).code == 0
    assert files(out) == files(undisturbed.after_out)


def asks(node: ast.AST) -> bool:
    """Whether a piece of code asks for the date of a file, or for the time of day."""
    called = node.func if isinstance(node, ast.Call) else None
    dates = isinstance(node, ast.Attribute) and node.attr in DATES
    return dates or (isinstance(called, ast.Attribute) and called.attr in CLOCKS)


def test_no_module_decides_by_a_clock() -> None:
    asking = {
        path.relative_to(provenance.PACKAGE).as_posix()
        for path in provenance.PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if asks(node)
    }
    assert asking == ALLOWED.keys()


def test_a_vector_that_is_stored_after_the_clock_went_back_is_the_newest(tmp_path: Path) -> None:
    vector = np.array([0.6, 0.8], dtype=np.float32)
    VectorCache(tmp_path, "encoder").put({"text": vector})
    (file,) = tmp_path.rglob("*.vectors")
    damaged = file.with_name(f"{int(FUTURE * 1e9):020}-1-2.vectors")
    damaged.write_bytes(file.read_bytes()[:-1] + b"\x00")
    file.unlink()
    assert VectorCache(tmp_path, "encoder").get("text") is None
    VectorCache(tmp_path, "encoder").put({"text": vector})
    found = VectorCache(tmp_path, "encoder").get("text")
    assert found is not None
    assert found.tobytes() == vector.tobytes()
