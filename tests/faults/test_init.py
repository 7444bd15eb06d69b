"""`framing init` is killed at every one of its moments, interrupted, or short of room: a whole study or none."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis import store
from analysis.errors import StoreError
from analysis.importing.init import Choices, init_study, plan
from analysis.importing.staging import MOVING, STAGING, check_place
from analysis.settings import STUDY_FILE
from tests.faults.conftest import Forks
from tests.faults.small import ROOT, assert_one_line, files, framing, variables
from tests.importing.sources import jsonl, row


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return jsonl(tmp_path / "news.jsonl", *(row(number) for number in range(3)))


@pytest.mark.slow
def test_killed_at_every_event_it_leaves_a_whole_study_or_is_run_again(
    source: Path, forks: Forks, tmp_path: Path
) -> None:
    study = tmp_path / "study"
    ended = forks.init(source, study)
    assert ended.code == 0, ended.said
    expected, events = files(study), json.loads(ended.said)
    assert len(events) > 40
    for event in range(len(events)):
        shutil.rmtree(study)
        assert forks.init(source, study, event=event).code == -signal.SIGKILL
        if not (study / STUDY_FILE).exists():
            again = forks.init(source, study)
            assert again.code == 0, (event, again.said)
        seen = {path: content for path, content in files(study).items() if not path.startswith(f"{STAGING}/")}
        assert seen == expected, event


@pytest.mark.slow
def test_with_no_room_it_says_so_and_leaves_nothing(source: Path, forks: Forks, tmp_path: Path) -> None:
    ended = forks.init(source, tmp_path / "study", limit=500)
    assert ended.code == 1
    assert "cannot be written (File too large)" in ended.said
    assert not (tmp_path / "study").exists()


def left_by_a_killed_run(study: Path, *moved: str) -> None:
    """A folder in which a run was killed after it had moved some files up."""
    store.write_bytes(
        study / STAGING / MOVING,
        json.dumps([*(name.partition("/")[0] for name in moved), "quality.html", STUDY_FILE]).encode(),
    )
    for name in moved:
        store.write_bytes(study / name, b"of the run that was killed")


def test_the_command_takes_a_folder_in_which_a_run_was_killed(source: Path, tmp_path: Path) -> None:
    study = tmp_path / "study"
    left_by_a_killed_run(study, "DATASHEET.md", "articles/herald-1.txt")
    run = framing("init", study, "--from", source, cache=tmp_path / "cache")
    assert run.returncode == 0, run.stderr
    assert not (study / STAGING).exists()
    assert not any(b"killed" in content for content in files(study).values())


@pytest.mark.parametrize("name", ["notes.txt", STUDY_FILE])
def test_what_somebody_may_have_written_is_never_removed(source: Path, tmp_path: Path, name: str) -> None:
    study = tmp_path / "study"
    left_by_a_killed_run(study, "DATASHEET.md")
    (study / name).write_text("mine")
    before = files(study)
    with pytest.raises(StoreError, match="is not empty, and is left as it is"):
        check_place(study)
    with pytest.raises(StoreError, match="is not empty, and is left as it is"):
        init_study(plan(source, Choices()), study)
    assert files(study) == before


@pytest.mark.parametrize("note", ["5", "{", "[[1]]"])
def test_a_note_that_is_damaged_gives_nothing_away(tmp_path: Path, note: str) -> None:
    left_by_a_killed_run(tmp_path / "study", "DATASHEET.md")
    (tmp_path / "study" / STAGING / MOVING).write_text(note)
    with pytest.raises(StoreError, match="is not empty"):
        check_place(tmp_path / "study")


@pytest.mark.slow
def test_an_interrupt_is_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    rows = [row(number) for number in range(20_000)]
    source, study = jsonl(tmp_path / "news.jsonl", *rows), tmp_path / "study"
    run = subprocess.Popen(
        [sys.executable, "-m", "analysis", "init", str(study), "--from", str(source)],
        cwd=ROOT, env=variables(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while not (study / STAGING / "articles").exists():
        assert run.poll() is None, run.communicate()
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=30)
    assert (run.returncode, said.count("\n")) == (130, 1), said
    assert not study.exists()


def test_a_file_in_the_way_is_told(source: Path, tmp_path: Path) -> None:
    (tmp_path / "study").write_text("mine")
    run = framing("init", tmp_path / "study", "--from", source, cache=tmp_path)
    assert_one_line(run, "study: is a file - name a new folder")
