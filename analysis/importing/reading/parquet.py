"""Parquet tables, read a thousand rows at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import ArticleError
from analysis.importing.reading.opening import decoded, is_binary, opened
from analysis.importing.reading.row import Row, Unread, taken_apart

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 1_000
NOT_OF_PYTHON = (OverflowError, ValueError, LookupError)
"""What is raised for a day after the year 9999 and for a zone that is not known."""


def read(path: Path, place: str) -> Iterator[Row | Unread]:
    """The rows of a table, numbered from 1.

    Raises:
        ArticleError: the file cannot be read, is no Parquet, or names a column twice.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    with opened(path) as file:
        try:
            table = pq.ParquetFile(io.BytesIO(file.read()) if path.suffix == ".gz" else file)
            names = table.schema_arrow.names
            doubled = next((name for name in names if names.count(name) > 1), None)
            if doubled is not None:
                raise ArticleError(f"names the column {doubled!r} twice", where=path, remedy="rename one")
            number = 0
            for batch in table.iter_batches(batch_size=ROWS):
                columns = {name: _values(batch.column(name)) for name in names}
                for values in zip(*columns.values(), strict=True):
                    number += 1
                    yield Row(f"{place}, row {number}", taken_apart(dict(zip(columns, values, strict=True))))
        except (pa.ArrowException, ValueError) as error:
            remedy = "export it again"
            raise ArticleError(f"is no Parquet table ({error})", where=path, remedy=remedy) from None


def _values(column: pa.Array) -> list[Any]:
    """The values of a column."""
    try:
        return [_as_text(value) for value in column.to_pylist()]
    except NOT_OF_PYTHON:
        return [_value(one) for one in column]


def _value(one: pa.Scalar) -> Any:  # noqa: ANN401 - whatever Parquet holds
    """A value; as Arrow writes it, in UTC, where Python has no such day or zone, None where Arrow does not either."""
    import pyarrow as pa

    try:
        return _as_text(one.as_py())
    except NOT_OF_PYTHON:
        plain = one.cast(pa.timestamp(one.type.unit)) if pa.types.is_timestamp(one.type) else one
    try:
        return plain.cast(pa.string()).as_py()
    except pa.ArrowException:
        return None


def _as_text(value: Any) -> Any:  # noqa: ANN401 - whatever Parquet holds
    """Bytes as text, inside lists and objects too, and as nothing where they are none; other values as they are."""
    if isinstance(value, bytes):
        return None if is_binary(value) else decoded(value)[0]
    if isinstance(value, list):
        return [_as_text(one) for one in value]
    if isinstance(value, dict):
        return {name: _as_text(one) for name, one in value.items()}
    return value


def size(path: Path) -> int:
    """The number of rows of a table; 1 where it is none."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return int(pq.read_metadata(path).num_rows)
    except (OSError, pa.ArrowException):
        return 1
