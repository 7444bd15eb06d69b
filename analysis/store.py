"""Tables on disk: Parquet for programs, CSV for readers, each file written whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import StoreError
from analysis.spreadsheet import escaped

if TYPE_CHECKING:
    import pandas as pd

MANIFEST = "manifest.json"
STAGING = ".staging"
TABLES = "tables"


def write_bytes(path: Path, content: bytes) -> None:
    """Put `content` at `path`, so that a reader sees the old file or the new one and never a part.

    Raises:
        StoreError: the folder cannot be written to, or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(error, path) from None


def unwritable(error: OSError, where: Path) -> StoreError:
    """What to say of something that could not be written: why, where, and what helps against that."""
    refused = error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    help_first = "make the folder writable or " if refused else "free some space or " if full else ""
    remedy = f"{help_first}choose another folder, and run the command again"
    return StoreError(f"cannot be written ({error.strerror})", where=where, remedy=remedy)


def write_table(folder: Path, name: str, frame: pd.DataFrame) -> dict[str, str]:
    """Write a table as Parquet and, unless it holds vectors, as CSV.

    Returns:
        SHA-256 of each file by its path relative to `folder`.
    """
    contents = {f"{TABLES}/{name}.parquet": parquet(frame)}
    if "vector" not in frame.columns:
        contents[f"{TABLES}/{name}.csv"] = csv(frame)
    for path, content in contents.items():
        write_bytes(folder / path, content)
    return {path: sha256(content) for path, content in contents.items()}


def csv(frame: pd.DataFrame, *, float_format: str | None = None) -> bytes:
    """A table as the bytes of a CSV file that a spreadsheet can open without running what its texts say.

    Texts are `spreadsheet.escaped`; numbers stay numbers, and Parquet holds every text as it is.
    """
    texts = {name: frame[name].map(_inert) for name in frame.columns if _may_hold_text(frame[name])}
    safe = frame.assign(**texts).rename(columns=_inert)
    return safe.to_csv(index=False, lineterminator="\n", float_format=float_format).encode(
        "utf-8", "surrogatepass"
    )


def _may_hold_text(column: pd.Series[Any]) -> bool:
    """Whether a column is of texts, or of things that are written as texts; numbers, days and booleans are not."""
    import pandas as pd

    kinds = pd.api.types
    return not (kinds.is_numeric_dtype(column) or kinds.is_datetime64_any_dtype(column))


def _inert(value: object) -> object:
    """A value that no spreadsheet takes for a formula."""
    return escaped(value) if isinstance(value, str) else value


def parquet(frame: pd.DataFrame) -> bytes:
    """A table as the bytes of a Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), sink, compression="zstd")
    return bytes(sink.getvalue())


def read_table(folder: Path, name: str) -> pd.DataFrame:
    """The stored table `name`.

    Raises:
        StoreError: there is none, or it is damaged.
    """
    import pandas as pd

    path = folder / TABLES / f"{name}.parquet"
    try:
        # Given as bytes, because pyarrow cannot take a path that is not valid text in the encoding of the locale.
        return pd.read_parquet(io.BytesIO(path.read_bytes()))
    except (OSError, ValueError) as error:
        raise StoreError(
            f"cannot be read ({error})",
            where=path,
            remedy="remove it and run the report again",
        ) from None


def read_published(folder: Path, name: str) -> pd.DataFrame:
    """The table `name` of a report as it was rendered: its file is checked against the manifest where that lists it.

    Raises:
        StoreError: there is none, or it is damaged or was changed.
    """
    path = f"{TABLES}/{name}.parquet"
    listed = files_of(read_manifest(folder)).get(path)
    if listed is not None and not holds(folder, {path: listed}):
        problem, remedy = "is not what was rendered", "run the report again: it makes anew what is missing"
        raise StoreError(problem, where=folder / path, remedy=remedy)
    return read_table(folder, name)


def sha256(content: bytes) -> str:
    """SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def holds(folder: Path, files: Mapping[str, str]) -> bool:
    """Whether `folder` holds every file of `files` (path -> SHA-256) unchanged; one that cannot be read is not held."""
    return all(_digest(folder / path) == digest for path, digest in files.items())


def _digest(path: Path) -> str | None:
    """SHA-256 of a file; None where there is none that can be read."""
    try:
        return sha256(path.read_bytes())
    except OSError:
        return None


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of an output folder; empty when there is none or it is damaged, so that everything is made anew."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def files_of(record: Mapping[str, Any]) -> dict[str, str]:
    """SHA-256 of the files that a manifest, or a stage in it, lists by path; none where they are not told as we do."""
    files = record.get("files")
    told = isinstance(files, dict) and all(isinstance(digest, str) for digest in files.values())
    return dict(files) if told and isinstance(files, dict) else {}


def stages_of(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Key and files of every stage that a manifest lists; those that are not told as we do are left out."""
    stages = manifest.get("stages")
    return {
        name: stage
        for name, stage in (stages.items() if isinstance(stages, dict) else ())
        if isinstance(stage, dict) and isinstance(stage.get("key"), str) and files_of(stage)
    }


def as_stored(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """A manifest as it comes back from its file: tuples have become lists."""
    stored: dict[str, Any] = json.loads(json.dumps(manifest))
    return stored


def write_manifest(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest of an output folder, keys in order."""
    text = json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    write_bytes(folder / MANIFEST, text.encode())
