"""Small studies, and what their reports are compared by."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import analysis
from tests.conftest import SEEDS

ROOT = SEEDS.parent
CHOICES = """\
[study]
title = "A small study"
[compare]
permutations = 100
resamples = 100
audits = 1
[[outlets]]
name = "The Herald"
[[outlets]]
name = "The Gazette"
[[articles]]
file = "herald.txt"
outlet = "The Herald"
[[articles]]
file = "gazette.txt"
outlet = "The Gazette"
"""
"""No actors and no topics: a report needs no torch once the vectors are kept, and its figures are few."""

TEXTS = {
    "herald.txt": "The minister spoke for an hour about the treaty with the neighbours.\n\n"
    '"We are very sorry about the delay," said Jane Roe, the minister, after the talks on the treaty.\n',
    "gazette.txt": "A storm closed the harbour on Monday, and some 40 ships waited outside it.\n\n"
    "Farmers asked for help after the third dry summer. Some of them had lost their whole harvest.\n",
}
EDITED = "gazette.txt"


def write_study(folder: Path) -> Path:
    """A study of two short articles by two outlets."""
    folder.mkdir(parents=True)
    (folder / "study.toml").write_text(CHOICES, encoding="utf-8")
    for file, text in TEXTS.items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def edited(text: str) -> str:
    """What the text of an article becomes when somebody corrects a number in it."""
    return text.replace("some 40 ships", "some 45 ships")


def change(study: Path) -> None:
    """Correct a number in an article of a study."""
    (study / EDITED).write_text(edited(TEXTS[EDITED]), encoding="utf-8")


def variables(cache: Path, **more: str) -> dict[str, str]:
    """The environment of a command: this code, one worker and a cache of its own."""
    own = {"PYTHONPATH": str(Path(analysis.__file__).parent.parent), "FRAMING_CACHE": str(cache)}
    return {**os.environ, "FRAMING_WORKERS": "1", **own, **more}


def framing(*arguments: str | Path, cache: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A command that has run to its end."""
    return subprocess.run(
        [sys.executable, "-m", "analysis", *map(str, arguments)],
        cwd=ROOT, env=variables(cache, **more), capture_output=True, text=True, check=False,
    )  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it, hidden ones included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def visible(folder: Path) -> dict[str, bytes]:
    """Every file that a reader of a report may come upon: none that is hidden or lies in a hidden folder."""
    return {path: content for path, content in files(folder).items() if not is_hidden(path)}


def is_hidden(path: str) -> bool:
    """Whether a path, or a folder on the way there, begins with a dot."""
    return any(part.startswith(".") for part in path.split("/"))


def assert_one_line(run: subprocess.CompletedProcess[str], complaint: str) -> None:
    """An error that a user can act on: one line that says so, and exit code 1."""
    assert (run.returncode, run.stdout) == (1, ""), run.stderr
    assert run.stderr.startswith("error: ")
    assert complaint in run.stderr
    assert run.stderr.count("\n") == 1
