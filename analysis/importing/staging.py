"""Where `framing init` makes a study before it is seen: a folder inside the study's, whose content then moves up."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis import store
from analysis.importing import study
from analysis.locking import alone
from analysis.settings import STUDY_FILE

STAGING, MOVING = ".part", ".moving"


def check_place(folder: Path) -> None:
    """Complain about a folder that holds something else than what an earlier run left when it was killed.

    Raises:
        StoreError: it does, or it is a file.
    """
    if not folder.is_dir() or set(folder.iterdir()) - set(_left_over(folder)):
        study.check_free(folder)


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A folder inside `folder` whose content moves up when all is done, study.toml last; otherwise nothing stays.

    Raises:
        StoreError: `folder` is not empty, cannot be written to, or another run fills it.
    """
    check_place(folder)
    with alone(folder, waits=False):
        check_place(folder)
        staging = folder / STAGING
        try:
            _clear(folder)
            staging.mkdir()
            yield staging
            _move_up(staging, folder)
        except OSError as error:
            raise store.unwritable(error, folder) from None
        finally:
            _clear(folder)


def _move_up(staging: Path, folder: Path) -> None:
    """Everything in the staging folder one floor up, study.toml last; first is noted what, for a run that is killed."""
    paths = sorted(staging.iterdir(), key=lambda path: (path.name == STUDY_FILE, path.name))
    store.write_bytes(staging / MOVING, json.dumps([path.name for path in paths]).encode())
    for path in paths:
        path.replace(folder / path.name)


def _clear(folder: Path) -> None:
    """Remove what is left over, the note of what was moved last."""
    for path in sorted([*_left_over(folder), folder / STAGING], key=lambda path: path.name == STAGING):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                path.unlink()


def _left_over(folder: Path) -> list[Path]:
    """What a run that did not end left in a folder: its staging folder, and what it had moved up out of it.

    Once study.toml is there all is, and it may have been edited since: nothing of that is left over.
    """
    if (folder / STUDY_FILE).exists() or not (folder / STAGING).is_dir():
        return []
    try:
        moved = json.loads((folder / STAGING / MOVING).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        moved = []
    names = [STAGING, *(moved if isinstance(moved, list) else [])]
    return [path for path in folder.iterdir() if path.name in names]
