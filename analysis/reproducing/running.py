"""One rendering of a study in a process of its own, under one variation."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from analysis import provenance
from analysis.embedding.cache import DIGEST_BYTES, ENDING, KEY_BYTES
from analysis.environment import pinned_variables
from analysis.reproducing import seen, studies
from analysis.reproducing.variation import Variation

STUDY, PACKAGE = "study", "package/analysis"
HOME_FILES = {".config/matplotlib/matplotlibrc": "font.size: 33\nsvg.fonttype: path\naxes.facecolor: red\n"}
"""What stands in another home: settings that would show in every figure."""


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a rendering.

    Attributes:
        out: folder of the report.
        cache: folder of the vectors that it used and made.
        seconds: wall time.
        seen: what the process saw of its machine.
        computed: how many vectors were computed, not taken over.
        failure: the last line that it wrote when it failed.
    """

    out: Path
    cache: Path
    seconds: float
    seen: dict[str, str]
    computed: int
    failure: str = ""


def snapshot(study: Path, folder: Path) -> Path:
    """A folder with copies of the study and of this package, so that no edit reaches into a matrix that takes hours."""
    studies.copy_study(study, folder / STUDY, shuffled=False)
    _copy(provenance.PACKAGE, folder / PACKAGE)
    return folder


def render(variation: Variation, source: Path, folder: Path, *, base: Run | None = None) -> Run:
    """Render a study under a variation, with a copy of it and of the package, and caches, below `folder`.

    Args:
        variation: what is otherwise.
        source: a snapshot of the study and the package.
        folder: for everything that is written; made here.
        base: whose vectors, or tables, the variation takes over.
    """
    place = folder / variation.place
    studies.copy_study(source / STUDY, place / STUDY, shuffled=variation.shuffled)
    _copy(source / PACKAGE, place / PACKAGE)
    for name, text in HOME_FILES.items():
        (folder / "home" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "home" / name).write_text(text, encoding="utf-8")
    cache = folder / "cache"
    known = _take_over(base.cache, cache, variation.recompute) if base and variation.needs_vectors else 0
    start = time.perf_counter()
    done = _started(variation, folder, base)
    seconds = time.perf_counter() - start
    failure = "" if done.returncode == 0 else _last_line(done.stderr, done.returncode)
    computed = len(_vectors(cache)) - known
    return Run(folder / "out", cache, seconds, seen.read(folder / "seen.json"), computed, failure)


def _copy(package: Path, to: Path) -> None:
    """Copy the package without what Python compiled."""
    shutil.copytree(package, to, ignore=shutil.ignore_patterns("__pycache__"))


def _started(variation: Variation, folder: Path, base: Run | None) -> subprocess.CompletedProcess[str]:
    """The finished process of a run."""
    place = folder / variation.place
    cwd = folder / "elsewhere" if variation.elsewhere else place
    cwd.mkdir(exist_ok=True)
    paths = [folder / "seen.json", json.dumps(dict(variation.unpinned)), place / STUDY, folder / "out"]
    with _cores(variation.cores):
        return subprocess.run(
            [*variation.wrapper, sys.executable, "-m", "analysis.reproducing.child", *map(str, paths),
             *([str(base.out)] if variation.rows and base else [])],
            cwd=cwd, env=_environment(variation, folder), umask=-1 if variation.umask is None else variation.umask,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
            check=False,
        )  # fmt: skip


def _environment(variation: Variation, folder: Path) -> dict[str, str]:
    """The variables of a run: this process's, caches of its own, the copied package first, and what is varied."""
    own = {name: value for name, value in os.environ.items() if name not in pinned_variables()}
    own |= {
        "PYTHONPATH": str((folder / variation.place / PACKAGE).parent),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    varied = dict(variation.environment)
    if "HOME" in varied:
        varied["HOME"] = str(folder / varied["HOME"])
    return {**own, **varied}


@contextmanager
def _cores(count: int) -> Iterator[None]:
    """Let processes that are started meanwhile use this many processors; 0 for all."""
    if not count or not hasattr(os, "sched_setaffinity"):
        yield
        return
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(every)[-count:])
    try:
        yield
    finally:
        os.sched_setaffinity(0, every)


def _take_over(known: Path, cache: Path, recompute: int) -> int:
    """Copy the vectors of another cache, all but every `recompute`-th (none: 0); how many were copied."""
    found = sorted(_vectors(known))
    kept = [record for number, record in enumerate(found) if not recompute or number % recompute]
    for file in dict.fromkeys(file for file, _ in kept):
        target = cache / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"".join(record for other, record in kept if other == file))
    return len(kept)


def _vectors(cache: Path) -> list[tuple[Path, bytes]]:
    """The records of vectors in a cache, each with the file that it stands in."""
    found = []
    for path in sorted(cache.rglob(f"*{ENDING}")):
        size = KEY_BYTES + DIGEST_BYTES + 4 * int(path.stem.rsplit("-", 1)[-1])
        content = path.read_bytes()
        found += [
            (path.relative_to(cache), content[start : start + size])
            for start in range(0, len(content) - size + 1, size)
        ]
    return found


def _last_line(written: str, code: int) -> str:
    """The last line that a failed process wrote, or how it ended."""
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    return lines[-1] if lines else f"ended with exit code {code}"
