"""What lasts of a run: tables under the key of what they were made from, whole or not there at all."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import store
from analysis.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

RECORD = "shard.json"
LENGTH = 40
"""Digits of a key that name a folder."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The tables that one step made of one part (or of all): whose name is the step and the key."""

    root: Path
    step: str
    key: str

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return self.root / self.step / self.key[:LENGTH]

    def holds(self) -> bool:
        """Whether it is there, whole and unchanged: every file is read and its SHA-256 compared."""
        files = self.files()
        return bool(files) and store.holds(self.folder, files)

    def files(self) -> dict[str, str]:
        """SHA-256 of its files by name; empty where there is none, or one of another key."""
        try:
            record = json.loads((self.folder / RECORD).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        given = record.get("files") if isinstance(record, dict) and record.get("key") == self.key else None
        return given if isinstance(given, dict) else {}

    def table(
        self,
        name: str,
        columns: Iterable[str] | None = None,
        *,
        within: list[tuple[str, str, int]] | None = None,
    ) -> pd.DataFrame:
        """One of its tables, or some columns of it, or the rows that meet conditions such as ("bucket", "<", 8).

        Raises:
            StoreError: it has no such table, or the file is damaged.
        """
        import pandas as pd

        path = self.folder / f"{name}.parquet"
        try:
            content = path.read_bytes()
            wanted = list(columns) if columns else None
            return pd.read_parquet(io.BytesIO(content), columns=wanted, filters=within)
        except (OSError, ValueError) as error:
            remedy = "run the command again: it is made anew"
            raise StoreError(f"cannot be read ({error})", where=path, remedy=remedy) from None

    def write(self, tables: Mapping[str, pd.DataFrame]) -> None:
        """Put the tables there, all at once: a folder beside it is filled, and then takes its name.

        A shard that is there and whole stays: it was made from the same, and is the same.

        Raises:
            StoreError: the folder cannot be written to, or the disk is full.
        """
        contents = {f"{name}.parquet": store.parquet(frame) for name, frame in tables.items()}
        record = {"key": self.key, "files": {name: store.sha256(made) for name, made in contents.items()}}
        contents[RECORD] = (json.dumps(record, indent=1, sort_keys=True) + "\n").encode()
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            beside = Path(tempfile.mkdtemp(dir=self.folder.parent, prefix=".making-"))
            try:
                for name, content in contents.items():
                    (beside / name).write_bytes(content)
                self._take(beside)
            finally:
                shutil.rmtree(beside, ignore_errors=True)
        except OSError as error:
            raise store.unwritable(error, self.folder) from None

    def _take(self, beside: Path) -> None:
        """Give a finished folder this shard's name; a damaged one that has it goes first."""
        beside.chmod(0o755)
        if self.folder.exists() and not self.holds():
            shutil.rmtree(self.folder, ignore_errors=True)
        try:
            beside.rename(self.folder)
        except OSError:
            # Another worker was faster: what it made is the same.
            if not self.holds():
                raise


def swept(root: Path, kept: Iterable[Shard]) -> int:
    """Remove every shard that is not kept, and what killed workers left behind; how many folders went."""
    wanted = {shard.folder for shard in kept}
    gone = [path for path in root.glob("*/*") if path.is_dir() and path not in wanted]
    for path in gone:
        shutil.rmtree(path, ignore_errors=True)
    return len(gone)
