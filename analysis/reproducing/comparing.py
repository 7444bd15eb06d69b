"""Two reports compared byte by byte, the earliest difference first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis import store
from analysis.reproducing.explaining import explain
from analysis.stages import STAGES

BESIDE = (f"{store.STAGING}/", "notebooks/")
ORDER = tuple(stage.name for stage in STAGES)


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not the same in two reports.

    Attributes:
        path: relative to the reports' folders.
        how: how much it differs, in a phrase.
    """

    path: str
    how: str


def digests(report: Path) -> dict[str, str]:
    """SHA-256 of every file of a report by its path, but for what other commands or an unfinished run keep there."""
    files = sorted(path for path in report.rglob("*") if path.is_file())
    named = {path.relative_to(report).as_posix(): path for path in files}
    return {
        name: store.sha256(path.read_bytes()) for name, path in named.items() if not name.startswith(BESIDE)
    }


def differences(base: Path, other: Path, *, only: Collection[str] | None = None) -> tuple[Difference, ...]:
    """The files in which two reports differ, in the order of the pipeline, each with how much.

    Args:
        base: folder of a report.
        other: folder of another.
        only: the paths that are compared; all that either has when none are given.
    """
    first, second = digests(base), digests(other)
    paths = {*first, *second} if only is None else set(only)
    unequal = {path for path in paths if first.get(path) != second.get(path)}
    stages = stage_of(store.read_manifest(base).get("stages", {}))
    return tuple(
        Difference(path, explain(path, _content(base / path), _content(other / path)))
        for path in sorted(unequal, key=lambda path: (place(path, stages), path.endswith(".csv"), path))
    )


def stage_of(stages: Mapping[str, Mapping[str, Collection[str]]]) -> dict[str, str]:
    """Which stage of a manifest made each file."""
    return {path: name for name, made in stages.items() for path in made["files"]}


def place(path: str, stages: Mapping[str, str]) -> int:
    """How early in the pipeline a file is made; what no stage makes comes after the page, the manifest last."""
    if path == store.MANIFEST:
        return len(ORDER) + 2
    name = stages.get(path)
    return ORDER.index(name) if name in ORDER else len(ORDER) + (name is None)


def _content(path: Path) -> bytes | None:
    """The bytes of a file, if it is there."""
    return path.read_bytes() if path.is_file() else None
