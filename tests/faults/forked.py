"""A process that has loaded everything, and makes a copy of itself for every run: a run then takes no start-up.

It reads a run a line from its input, as JSON, and answers each with a line. A run may be told to die: at its n-th event
in the file system (a file opened for writing, renamed or removed, a folder made or removed), after so many seconds by
the hand of this process, or in the middle of a write that makes a file longer than so many bytes. Or no file may grow
longer than so many bytes, as on a full disk; or an article is edited when a stage begins.

    python -m tests.faults.forked STUDY OUT
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import traceback
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from analysis import pipeline
from analysis.errors import StudyError
from analysis.importing.init import Choices, init_study, plan
from analysis.progress import Silent, Step

EVENTS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "shutil.rmtree"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def serve(study: Path, out: Path) -> None:
    """Render a study once, which loads and compiles all that it takes, and then run what is asked for."""
    pipeline.report(study, out)
    answer({"ready": True})
    for line in sys.stdin:
        answer(run(json.loads(line)))


def answer(told: dict[str, Any]) -> None:
    """Write a line to whoever asked."""
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def run(asked: dict[str, Any]) -> dict[str, Any]:
    """One run in a copy of this process: how it ended, how long it took, and how many events it had if it lived."""
    reading, writing = os.pipe()
    start = time.perf_counter()
    child = os.fork()
    if not child:
        os.close(reading)
        work(asked, writing)
    os.close(writing)
    if "seconds" in asked:
        time.sleep(asked["seconds"])
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, encoding="utf-8") as told:
        said = told.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return {"code": code, "said": said, "seconds": time.perf_counter() - start}


def work(asked: dict[str, Any], writing: int) -> None:
    """What the copy does; it never returns."""
    code = 3
    told = os.fdopen(writing, "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        counted = watch(Path(asked["out"]), asked.get("event", -1))
        if "bytes" in asked:
            die_in_a_write(asked["bytes"])
        if "limit" in asked:
            resource.setrlimit(resource.RLIMIT_FSIZE, (asked["limit"], asked["limit"]))
        command(asked)
        told.write(json.dumps(counted))
        code = 0
    except StudyError as error:
        told.write(str(error))
        code = 1
    except BaseException:  # noqa: BLE001 - whatever it is, the test is told
        told.write(traceback.format_exc())
    finally:
        told.flush()
        os._exit(code)


def command(asked: dict[str, Any]) -> None:
    """The command that was asked for."""
    if asked["command"] == "init":
        init_study(plan(Path(asked["study"]), Choices()), Path(asked["out"]))
    else:
        pipeline.report(Path(asked["study"]), Path(asked["out"]), progress=Editor(**asked.get("edit", {})))


class Editor(Silent):
    """Somebody who writes into a file when a stage begins."""

    def __init__(self, title: str = "", path: str = "", text: str = "") -> None:
        self._title, self._path, self._text = title, path, text

    def stage(self, title: str) -> AbstractContextManager[Step]:
        if title == self._title:
            Path(self._path).write_text(self._text, encoding="utf-8")
        return super().stage(title)


def watch(out: Path, fatal: int) -> list[str]:
    """The events below a folder, as they happen; just before the one with this number the process kills itself."""
    counted: list[str] = []

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        counts = event in EVENTS or (event == "open" and is_written(arguments))
        if counts and is_below(out, arguments):
            if len(counted) == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
            counted.append(f"{event} {os.fspath(arguments[0])}")

    sys.addaudithook(hook)
    return counted


def is_below(out: Path, arguments: tuple[Any, ...]) -> bool:
    """Whether an event is about something in a folder; a path that is none of its own is one inside an open folder."""
    if not isinstance(arguments[0], str | os.PathLike):
        return False
    where = os.fspath(arguments[0])
    return where.startswith(str(out)) or not os.path.isabs(where)  # noqa: PTH117 - inside a hook of the interpreter


def is_written(arguments: tuple[Any, ...]) -> bool:
    """Whether a file is opened for writing."""
    _, mode, flags = arguments
    return bool(flags & WRITING) or (isinstance(mode, str) and not mode.startswith("r"))


def die_in_a_write(size: int) -> None:
    """Have the system kill this process in the write that would make a file longer: its first bytes are written."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


if __name__ == "__main__":
    serve(*map(Path, sys.argv[1:]))
