"""Finished files put in their places: all of them, also where the run that began it was killed."""

from __future__ import annotations

import shutil
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from types import FrameType

from analysis import store

PAGE = "index.html"


def publish(out: Path, files: Mapping[str, str]) -> None:
    """Move finished files from the staging folder of `out` into `out`, and remove what an earlier run left there.

    Each file is replaced whole. The page goes last but one and the manifest last. The staged manifest lists all of them
    before the first is moved: where a run is killed here, `finish` does the rest. An interrupt at the keyboard waits
    until all is done, which takes milliseconds.

    Args:
        out: the output folder; its staging folder holds all new files and the manifest.
        files: path -> SHA-256 of everything the output consists of, whether new or kept.

    Raises:
        StoreError: a file cannot be moved. What is left is finished by the next run.
    """
    with _undivided():
        try:
            _move(out / store.STAGING, out, files)
        except OSError as error:
            raise store.unwritable(error, out) from None


def finish(out: Path) -> bool:
    """Do the rest of a publishing that was broken off; says whether there was one.

    It counts only if every file that its manifest lists is there, moved or not, with the right SHA-256. Otherwise the
    folder stays as it is, and what is damaged is made anew.

    Raises:
        StoreError: a file cannot be moved.
    """
    staging = out / store.STAGING
    files = store.files_of(store.read_manifest(staging))
    if not files or not all(map(_inside, files)):
        return False
    whole = all(
        store.holds(staging, {path: digest}) or store.holds(out, {path: digest})
        for path, digest in files.items()
    )
    if whole:
        publish(out, files)
    return whole


def _move(staging: Path, out: Path, files: Mapping[str, str]) -> None:
    """Every new file to its place, the page last but one, the manifest last; then what is no longer made goes.

    A staged file of another content than is published was left by a run under other choices, and stays behind.
    """
    earlier = store.files_of(store.read_manifest(out))
    new = [path for path, digest in files.items() if store.holds(staging, {path: digest})]
    for path in sorted(new, key=lambda path: (path == PAGE, path)):
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (staging / path).replace(target)
    for path in filter(_inside, set(earlier) - set(files)):
        if (out / path).resolve().is_relative_to(out.resolve()):
            (out / path).unlink(missing_ok=True)
    (staging / store.MANIFEST).replace(out / store.MANIFEST)
    shutil.rmtree(staging, ignore_errors=True)


def _inside(path: str) -> bool:
    """Whether a path of a manifest stays in its folder, whatever somebody wrote there."""
    place = PurePosixPath(path)
    return not place.is_absolute() and ".." not in place.parts


@contextmanager
def _undivided() -> Iterator[None]:
    """A stretch that no interrupt at the keyboard breaks off; one that comes meanwhile takes effect behind it."""
    handler = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or handler is None:
        yield
        return
    waiting: list[int] = []

    def wait(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what Python hands over
        waiting.append(number)

    signal.signal(signal.SIGINT, wait)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if waiting:
            signal.raise_signal(signal.SIGINT)
