"""Two reports compared byte by byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.reproducing.comparing import differences

STAGES = {
    "vectors": {"key": "k", "files": {"tables/vectors.csv": ""}},
    "topics": {"key": "k", "files": {"tables/topics.csv": "", "tables/assignments.csv": ""}},
    "compare": {"key": "k", "files": {"tables/contrasts.csv": ""}},
    "page": {"key": "k", "files": {"index.html": ""}},
}
FILES = [*(path for stage in STAGES.values() for path in stage["files"]), "extra.txt"]


@pytest.fixture
def reports(tmp_path: Path) -> tuple[Path, Path]:
    """Two reports with the same bytes."""
    for name in ("base", "other"):
        for path in FILES:
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(path)
        (tmp_path / name / "manifest.json").write_text(json.dumps({"stages": STAGES}))
    return tmp_path / "base", tmp_path / "other"


def test_the_same_bytes_are_no_difference(reports: tuple[Path, Path]) -> None:
    assert differences(*reports) == ()


def test_the_earliest_in_the_pipeline_comes_first_and_the_manifest_last(reports: tuple[Path, Path]) -> None:
    for path in (*FILES, "manifest.json"):
        (reports[1] / path).write_text("changed")
    assert [one.path for one in differences(*reports)] == [
        "tables/vectors.csv", "tables/assignments.csv", "tables/topics.csv", "tables/contrasts.csv", "index.html",
        "extra.txt", "manifest.json",
    ]  # fmt: skip


def test_a_file_that_one_of_them_lacks_is_a_difference(reports: tuple[Path, Path]) -> None:
    (reports[1] / "index.html").unlink()
    (reports[0] / "extra.txt").unlink()
    assert [(one.path, one.how) for one in differences(*reports)] == [
        ("index.html", "only in the base"),
        ("extra.txt", "not in the base"),
    ]


def test_one_byte_is_enough(reports: tuple[Path, Path]) -> None:
    (reports[1] / "index.html").write_text("index.htmL")
    assert [(one.path, one.how) for one in differences(*reports)] == [("index.html", "from line 1")]


def test_what_an_unfinished_run_left_is_not_compared(reports: tuple[Path, Path]) -> None:
    (reports[1] / ".staging").mkdir()
    (reports[1] / ".staging" / "half.csv").write_text("x")
    assert differences(*reports) == ()


def test_only_the_files_that_are_asked_for_are_compared(reports: tuple[Path, Path]) -> None:
    for path in FILES:
        (reports[1] / path).write_text("changed")
    (found,) = differences(*reports, only=["tables/topics.csv"])
    assert found.path == "tables/topics.csv"
