"""How often the test of words cries wolf, and what it finds: measured once on real articles, and kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from analysis import tables
from analysis.errors import StoreError, TableError

if TYPE_CHECKING:
    from pandas._typing import DtypeArg

FILE = Path(__file__).parent / "measured" / "words_check.csv"
DTYPES: DtypeArg = {
    "collection": "str", "what": "str", "test": "str", "found": "int64", "draws": "int64",
    "share": "float64", "low": "float64", "high": "float64",
}  # fmt: skip


def kept(file: Path = FILE) -> pd.DataFrame:
    """The table `words_check` as `framing validate words --keep` left it; without rows where it was never kept.

    Raises:
        StoreError: the file is no such table.
    """
    if not file.is_file():
        return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in dict(DTYPES).items()})  # type: ignore[arg-type]
    try:
        return tables.check(pd.read_csv(file, dtype=DTYPES), "words_check")
    except (ValueError, OSError, TableError) as error:
        remedy = "make it again with `framing validate words --keep`"
        raise StoreError(f"is no table of checks ({error})", where=file, remedy=remedy) from None


def keep(table: pd.DataFrame, file: Path = FILE) -> Path:
    """Write the table in place of an earlier one.

    Raises:
        StoreError: the folder cannot be written to.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        tables.check(table, "words_check").to_csv(file, index=False, lineterminator="\n")
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror})", where=file) from None
    return file
