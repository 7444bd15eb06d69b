"""An output folder while a run works on it: what is still current, what was made, and how it is published."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import publishing, store
from analysis.locking import alone

if TYPE_CHECKING:
    import pandas as pd

    from analysis.progress import Progress


class Workspace:
    """Stages ask it for tables and give it theirs; nothing in the output folder changes before `publish`.

    What a stage made is kept in a staging folder inside the output folder at once, so that a run that was stopped goes
    on where it was. A stage's result is current when it was made under the same key and its files are unchanged.

    Args:
        out: the output folder; need not exist.
        fresh: disregard everything made before.
    """

    def __init__(self, out: Path, *, fresh: bool = False) -> None:
        self.out = out
        self.staging = out / store.STAGING
        if fresh:
            shutil.rmtree(self.staging, ignore_errors=True)
        self._published = {} if fresh else store.stages_of(store.read_manifest(out))
        self._staged = {} if fresh else store.stages_of(store.read_manifest(self.staging))
        self._stages: dict[str, Any] = {}
        self._folders: dict[str, Path] = {}
        self._places: dict[str, Path] = {}
        self._loaded: dict[str, pd.DataFrame] = {}

    @property
    def files(self) -> dict[str, str]:
        """SHA-256 of every file of the stages done so far, by path."""
        return {path: digest for stage in self._stages.values() for path, digest in stage["files"].items()}

    @property
    def stages(self) -> dict[str, Any]:
        """Key and files of the stages done so far."""
        return dict(self._stages)

    def keep(self, stage: str, key: str) -> bool:
        """Take over what was made for `stage` under the same key, if it is still there; says whether it was."""
        for folder, stages in (
            (self.staging, self._staged),
            (self.out, self._published),
        ):
            made = stages.get(stage, {})
            if made.get("key") == key and store.holds(folder, made["files"]):
                self._record(stage, key, made["files"], folder)
                return True
        return False

    def digest(self, table: str) -> str:
        """SHA-256 of a table's Parquet file."""
        return self.files[f"{store.TABLES}/{table}.parquet"]

    def table(self, name: str) -> pd.DataFrame:
        """A table of this run, read when it was kept."""
        if name not in self._loaded:
            self._loaded[name] = store.read_table(self._folders[name], name)
        return self._loaded[name]

    def names(self) -> list[str]:
        """Names of the tables of the stages done so far."""
        return list(self._folders)

    def save_tables(self, stage: str, key: str, tables: Mapping[str, pd.DataFrame]) -> None:
        """Keep the tables that a stage made."""
        self.save_files(stage, key, {}, tables)

    def keep_all(self, prefix: str, *, of: str) -> bool:
        """Take over every stage whose name begins so, as they were when stage `of`, now kept, was made.

        What a run that was stopped left in the staging folder counts only if `of` stands there as well.

        Returns:
            Whether all of them were still there.
        """
        is_staged = self._staged.get(of, {}).get("key") == self._stages[of]["key"]
        made = {**self._published, **(self._staged if is_staged else {})}
        return all(self.keep(stage, it["key"]) for stage, it in made.items() if stage.startswith(prefix))

    def save_files(
        self,
        stage: str,
        key: str,
        contents: Mapping[str, bytes],
        tables: Mapping[str, pd.DataFrame] | None = None,
    ) -> None:
        """Keep what a stage made: files by path relative to the output folder, and tables if there are any."""
        for path, content in contents.items():
            store.write_bytes(self.staging / path, content)
        files = {path: store.sha256(content) for path, content in contents.items()}
        for name, frame in (tables or {}).items():
            files |= store.write_table(self.staging, name, frame)
        self._save(stage, key, files)

    def content(self, path: str) -> bytes:
        """The bytes of a file of the stages done so far.

        Raises:
            KeyError: no stage of this run made or kept it.
        """
        return (self._places[path] / path).read_bytes()

    def publish(self, manifest: Mapping[str, Any]) -> bool:
        """Put everything in its place with the manifest; says whether anything changed."""
        complete = store.as_stored({**manifest, "stages": self._stages, "files": self.files})
        if not self.staging.exists() and store.read_manifest(self.out) == complete:
            return False
        store.write_manifest(self.staging, complete)
        publishing.publish(self.out, self.files)
        return True

    def _save(self, stage: str, key: str, files: dict[str, str]) -> None:
        """Record a stage's files, also for a run that goes on from here."""
        self._record(stage, key, files, self.staging)
        self._staged[stage] = self._stages[stage]
        store.write_manifest(self.staging, {"stages": self._staged})

    def _record(self, stage: str, key: str, files: dict[str, str], folder: Path) -> None:
        """Remember where a stage's tables are."""
        self._stages[stage] = {"key": key, "files": files}
        self._places |= dict.fromkeys(files, folder)
        prefix, suffix = f"{store.TABLES}/", ".parquet"
        for path in files:
            if path.startswith(prefix) and path.endswith(suffix):
                self._folders[path.removeprefix(prefix).removesuffix(suffix)] = folder


@contextmanager
def working(out: Path, *, fresh: bool = False, progress: Progress | None = None) -> Iterator[Workspace]:
    """The workspace of an output folder for one run at a time; what a run before was killed at publishing is published.

    Raises:
        StoreError: the folder cannot be made, read or written to.
    """
    with alone(out, progress=progress):
        publishing.finish(out)
        yield Workspace(out, fresh=fresh)
