"""One run at a time in a folder: the others wait, or are told."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import store
from analysis.errors import StoreError
from analysis.progress import Silent

if TYPE_CHECKING:
    from analysis.progress import Progress

WAITING = "Waiting for another run"


@contextmanager
def alone(folder: Path, *, waits: bool = True, progress: Progress | None = None) -> Iterator[None]:
    """A context in which no other run works on `folder`; where it is made for that and stays empty, it goes again.

    The system holds the lock, on the folder itself: it ends with the process, however that ends, no file shows it, and
    a folder that can only be read can be locked too. Where the disk knows no such locks (some network disks), there is
    none.

    Args:
        folder: where the run writes.
        waits: until another run has ended; otherwise that one is complained of.
        progress: shows that the run waits.

    Raises:
        StoreError: the folder cannot be made or read; or another run works on it, and this one does not wait.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    handle = _locked(folder, waits=waits, progress=progress or Silent())
    try:
        yield
    finally:
        # Before the lock goes: whoever waits for it looks whether the folder is still there.
        with contextlib.suppress(OSError):
            for path in missing:
                path.rmdir()
        os.close(handle)


def _locked(folder: Path, *, waits: bool, progress: Progress) -> int:
    """The open folder with the lock on it."""
    while True:
        handle = _opened(folder)
        try:
            _lock(handle, folder, waits=waits, progress=progress)
        except BaseException:
            os.close(handle)
            raise
        if _is_still(folder, handle):
            return handle
        os.close(handle)


def _opened(folder: Path) -> int:
    """The folder, made where it is missing, as the system's handle."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise store.unwritable(error, folder) from None


def _lock(handle: int, folder: Path, *, waits: bool, progress: Progress) -> None:
    """Take the lock on an open folder."""
    with contextlib.suppress(OSError):  # of disks that know no locks
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not waits:
                remedy = "wait until it has ended, or choose another folder"
                raise StoreError("another run is working on it", where=folder, remedy=remedy) from None
            with progress.stage(WAITING):
                fcntl.flock(handle, fcntl.LOCK_EX)


def _is_still(folder: Path, handle: int) -> bool:
    """Whether the folder of that name is still the one that was opened, and not one made since."""
    try:
        return os.path.samestat(folder.stat(), os.fstat(handle))
    except OSError:
        return False
