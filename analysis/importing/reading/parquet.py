"""Parquet tables, read a thousand rows at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from analysis.errors import ArticleError
from analysis.importing.reading.opening import opened
from analysis.importing.reading.row import Row, Unread, taken_apart

ROWS = 1_000


def read(path: Path, place: str) -> Iterator[Row | Unread]:
    """The rows of a table, numbered from 1.

    Raises:
        ArticleError: the file cannot be read or is no Parquet.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    with opened(path) as file:
        try:
            table = pq.ParquetFile(io.BytesIO(file.read()) if path.suffix == ".gz" else file)
            number = 0
            for batch in table.iter_batches(batch_size=ROWS):
                for values in batch.to_pylist():
                    number += 1
                    yield Row(f"{place}, row {number}", taken_apart(values))
        except (pa.ArrowException, ValueError) as error:
            remedy = "export it again"
            raise ArticleError(f"is no Parquet table ({error})", where=path, remedy=remedy) from None


def size(path: Path) -> int:
    """The number of rows of a table; 1 where it is none."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return int(pq.read_metadata(path).num_rows)
    except (OSError, pa.ArrowException):
        return 1
