"""What a run leaves: all tables in parts, and the report."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import provenance, store
from analysis.rendering import PAGE_FILE, manifest, run_page
from analysis.scale.reading import OF_COUNTS, ROWS
from analysis.scale.tables import STAGE_NAMES
from analysis.workspace import working

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd

    from analysis.progress import Progress
    from analysis.scale.count import Counted
    from analysis.scale.job import Job, Receipt
    from analysis.scale.shards import Shard
    from analysis.settings import Settings

TABLES, REPORT = "tables", "report"


def tables_in_parts(job: Job, out: Path, receipts: Sequence[Receipt], counted: Sequence[Counted]) -> None:
    """Lay every row-level table out as `tables/NAME/part-000000.parquet`, a file for each part.

    The files are those of the shards under another name (hard links), so they take no room of their own; where the disk
    has no such links they are copies. A folder of an earlier run is moved away once the new one is whole.

    Raises:
        StoreError: the folder cannot be written to, or the disk is full.
    """
    texts = {receipt.part.name: job.again("texts", receipt.key) for receipt in receipts}
    counts = {part.placed.receipt.part.name: job.again("counted", part.key) for part in counted}
    try:
        for name in ("articles", "rejected", *ROWS):
            _laid_out(out / TABLES / name, name, counts if name in OF_COUNTS else texts)
    except OSError as error:
        raise store.unwritable(error, out / TABLES) from None


def _laid_out(folder: Path, name: str, shards: dict[str, Shard]) -> None:
    """One table, a file for each part that has it."""
    beside, before = folder.with_name(f".{folder.name}"), folder.with_name(f".{folder.name}-before")
    for left in (beside, before):
        shutil.rmtree(left, ignore_errors=True)
    beside.mkdir(parents=True)
    for part, shard in shards.items():
        source = shard.folder / f"{name}.parquet"
        if source.is_file():
            _linked(source, beside / f"{part}.parquet")
    if folder.exists():
        folder.rename(before)
    beside.rename(folder)
    shutil.rmtree(before, ignore_errors=True)


def _linked(source: Path, target: Path) -> None:
    """The same file under another name, or a copy of it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def publish(
    out: Path,
    make: Callable[[], Mapping[str, Mapping[str, pd.DataFrame]]],
    settings: Settings,
    *,
    key: object,
    progress: Progress,
) -> Path:
    """Render the report from the tables of all stages; the path of its page.

    Args:
        out: of the run.
        make: makes the tables of each stage; not called when they are there under the same key.
        settings: of the study.
        key: what the tables are made of, as plain values.
        progress: shows how far the page is.
    """
    run = provenance.fingerprint([key, provenance.code_hash(["."])])
    with working(out / REPORT, progress=progress) as workspace:
        if not all(workspace.keep(stage, run) for stage in STAGE_NAMES):
            for stage, tables in make().items():
                workspace.save_tables(stage, run, tables)
        run_page(settings, workspace, progress)
        workspace.publish(manifest(settings, workspace))
    return out / REPORT / PAGE_FILE
