"""A small study, an edited one, the reports that undisturbed runs make of them, and a process that runs fast."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.small import ROOT, change, files, framing, variables, write_study


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """A study before and after an edit, the report of each by an undisturbed command, and the vectors of both."""

    before: Path
    after: Path
    before_out: Path
    after_out: Path
    cache: Path


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its exit code (the number of a signal, below 0), what it said, and its seconds."""

    code: int
    said: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Forks:
    """Runs in copies of a process that has everything loaded (see `forked`)."""

    server: subprocess.Popen[str]

    def report(self, study: Path, out: Path, **asked: Any) -> Ended:  # noqa: ANN401 - what JSON can hold
        """A report, with what is to befall it."""
        return self._run({"command": "report", "study": str(study), "out": str(out), **asked})

    def init(self, source: Path, out: Path, **asked: Any) -> Ended:  # noqa: ANN401
        """A study made of a source."""
        return self._run({"command": "init", "study": str(source), "out": str(out), **asked})

    def _run(self, asked: dict[str, Any]) -> Ended:
        assert self.server.stdin is not None
        self.server.stdin.write(json.dumps(asked) + "\n")
        self.server.stdin.flush()
        return Ended(**self.answer())

    def answer(self) -> dict[str, Any]:
        """The next line of the process."""
        assert self.server.stdout is not None
        line = self.server.stdout.readline()
        assert line, f"the process ended with exit code {self.server.wait()}"
        answered: dict[str, Any] = json.loads(line)
        return answered


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """Not to be changed."""
    folder = tmp_path_factory.mktemp("faults")
    made = Undisturbed(*(folder / name for name in ("before", "after", "before-out", "after-out", "cache")))
    for study, out in ((made.before, made.before_out), (made.after, made.after_out)):
        write_study(study)
        if study == made.after:
            change(study)
            shutil.copytree(made.before_out, out)
        run = framing("report", study, "--out", out, cache=made.cache)
        assert run.returncode == 0, run.stderr
    assert files(made.before_out) != files(made.after_out)
    return made


@pytest.fixture(scope="session")
def forks(undisturbed: Undisturbed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    """The process that runs fast; what it makes at its start is what the command made."""
    out = tmp_path_factory.mktemp("forked") / "out"
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.forked", str(undisturbed.before), str(out)],
        cwd=ROOT, env=variables(undisturbed.cache), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with server:
        made = Forks(server)
        assert made.answer() == {"ready": True}
        assert files(out) == files(undisturbed.before_out)
        yield made
        server.kill()


@pytest.fixture
def out(undisturbed: Undisturbed, tmp_path: Path) -> Path:
    """A copy of the report of the study before its edit."""
    return Path(shutil.copytree(undisturbed.before_out, tmp_path / "out"))
