"""Every stage run once more on tables whose rows are shuffled: the rows that it makes must be the same."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis import settings as study_settings
from analysis import store
from analysis.progress import ignore
from analysis.stages import STAGES

if TYPE_CHECKING:
    import pandas as pd

    from analysis.stages.stage import Read

SEED = 1


def write_shuffled(study: Path, base: Path, out: Path) -> None:
    """Run each stage that reads tables on a report's, shuffled; write what it makes, in the order of the report's rows.

    Each stage is given the tables of the report, so that what one does wrong shows in its own tables only.
    """
    settings = study_settings.read(study)
    read = shuffled(base)
    for stage in STAGES:
        for name, table in (stage.run(settings, read, ignore) if stage.inputs else {}).items():
            store.write_table(out, name, table)
            made = store.read_table(out, name)
            store.write_table(out, name, in_order_of(store.read_table(base, name), made))


def shuffled(report: Path) -> Read:
    """Reads the tables of a report, the rows of each in an order of its own that is always the same."""

    def read(name: str) -> pd.DataFrame:
        table = store.read_table(report, name)
        order = np.random.default_rng([SEED, zlib.crc32(name.encode())]).permutation(len(table))
        return table.iloc[order].reset_index(drop=True)

    return read


def in_order_of(table: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """The rows of `other` in the order that their equals have in `table`; unchanged when the rows are not the same."""
    wanted, given = _keys(table), _keys(other)
    if sorted(wanted) != sorted(given):
        return other
    places = np.empty(len(given), dtype=np.int64)
    places[np.array(sorted(range(len(wanted)), key=wanted.__getitem__), dtype=np.int64)] = sorted(
        range(len(given)), key=given.__getitem__
    )
    return other.iloc[places].reset_index(drop=True)


def _keys(table: pd.DataFrame) -> list[str]:
    """Each row as text; equal texts mean equal rows."""
    cells = table.map(lambda cell: cell.tolist() if isinstance(cell, np.ndarray) else cell)
    return [repr(row) for row in cells.itertuples(index=False, name=None)]
