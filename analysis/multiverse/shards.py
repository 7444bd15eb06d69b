"""What a run has finished so far, kept so that a run that was stopped goes on where it was."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis import provenance, store

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ".multiverse"

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Shards:
    """A hidden folder of finished tasks, each a file whose name is the hash of all that its content depends on.

    Attributes:
        folder: where the files are; made when the first is kept.
        key: hash of the inputs, settings and code of the whole measurement.
    """

    folder: Path
    key: str

    def find(self, task: object) -> Rows | None:
        """The rows of a task; None when it is not finished, or its file is damaged."""
        try:
            digest, _, content = self._path(task).read_bytes().partition(b"\n")
        except OSError:
            return None
        if digest.decode("ascii", "replace") != store.sha256(content):
            return None
        rows: Rows = json.loads(content)
        return rows

    def keep(self, task: object, rows: Rows) -> None:
        """Keep the rows of a finished task behind their SHA-256; its file is there whole or not at all."""
        content = json.dumps(rows).encode()
        store.write_bytes(self._path(task), f"{store.sha256(content)}\n".encode() + content)

    def remove(self) -> None:
        """Remove what was kept, also of other keys."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, task: object) -> Path:
        """The file of a task."""
        return self.folder / f"{provenance.fingerprint({'key': self.key, 'task': repr(task)})}.json"
