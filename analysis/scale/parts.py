"""A corpus in Parquet files as parts: stretches of rows, each row an article, small enough for one worker."""

from __future__ import annotations

import glob
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import ArticleError

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

REQUIRED = ("text", "outlet")
KNOWN = (*REQUIRED, "article_id", "republisher", "date", "date_reason", "headline", "byline", "genre", "url")

_END = 8
"""Bytes behind the footer of a Parquet file: its length and the mark."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a row group of a file.

    Attributes:
        number: of the part, from 0.
        path: of the file, absolute, as workers may run elsewhere.
        file: what it is called in the study: its name, or where several have one, its path from their common folder.
        footer: SHA-256 of the file's footer, which lists what it holds and where.
        group: the row group.
        start, stop: rows of the group, `start:stop`.
        first: place of row `start` in the file.
    """

    number: int
    path: str
    file: str
    footer: str
    group: int
    start: int
    stop: int
    first: int

    @property
    def name(self) -> str:
        """Its number with leading zeros, as in the names of its files."""
        return f"part-{self.number:06d}"

    def read(self) -> pd.DataFrame:
        """The rows, with the known columns as texts (see `column_texts`), "" where a value or a column is missing.

        Raises:
            ArticleError: the file cannot be read, or is not what it was when the parts were planned.
        """
        import pandas as pd
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            if _footer(self.path) != self.footer:
                problem, remedy = "was changed during the run", "run the command again"
                raise ArticleError(problem, where=self.path, remedy=remedy)
            file = pq.ParquetFile(self.path)
            columns = [name for name in KNOWN if name in file.schema_arrow.names]
            rows = file.read_row_group(self.group, columns=columns).slice(self.start, self.stop - self.start)
            texts = {name: column_texts(rows[name], name, self.path) for name in columns}
        except (OSError, pa.ArrowException, IndexError) as error:
            raise _unreadable(self.path, error) from None
        nothing = [""] * rows.num_rows
        return pd.DataFrame({name: texts.get(name, nothing) for name in KNOWN}, dtype="str")


def planned(pattern: str, *, articles: int) -> list[Part]:
    """The parts of all files that a pattern names, in the order of their paths.

    Args:
        pattern: paths with `*`, `?`, `[]` and `**`, as in a shell.
        articles: of a part, at most.

    Raises:
        ArticleError: no file is named so, one is no Parquet file, or lacks the columns `text` and `outlet`.
    """
    paths = sorted(path for path in glob.glob(pattern, recursive=True) if Path(path).is_file())  # noqa: PTH207 - absolute patterns
    if not paths:
        raise ArticleError(
            "no file is named so", where=pattern, remedy="quote the pattern, as in --in 'articles/*.parquet'"
        )
    called = _names(paths)
    spans = [
        (str(Path(path).absolute()), called[path], *span) for path in paths for span in _spans(path, articles)
    ]
    return [Part(number, *span) for number, span in enumerate(spans)]


def column_texts(column: pa.ChunkedArray | pa.Array, name: str, path: str) -> list[str]:
    """The values of a column as texts, each by itself, so that no cut into parts changes one.

    Days and times become days (YYYY-MM-DD); a list of paragraphs becomes a text with a blank line between them.

    Raises:
        ArticleError: it holds what is no text, such as tables within tables.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    kind = column.type
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return [
            "\n\n".join(filter(None, value or ())) for value in column.cast(pa.list_(pa.string())).to_pylist()
        ]
    if pa.types.is_timestamp(kind) or pa.types.is_date(kind):
        return ["" if day is None else day for day in pc.strftime(column, format="%Y-%m-%d").to_pylist()]
    if pa.types.is_floating(kind):
        column = pc.if_else(pc.is_nan(column), None, column)
    if pa.types.is_nested(kind):
        remedy = "write it as texts"
        raise ArticleError(f"the column {name!r} holds no texts but {kind}", where=path, remedy=remedy)
    return [value or "" for value in column.cast(pa.string()).to_pylist()]


def _names(paths: list[str]) -> dict[str, str]:
    """What each file is called: its name where each has another, else its path from the folder that holds all."""
    names = {path: Path(path).name for path in paths}
    if len(set(names.values())) == len(paths):
        return names
    root = Path(os.path.commonpath([Path(path).absolute().parent for path in paths]))
    return {path: Path(path).absolute().relative_to(root).as_posix() for path in paths}


def _footer(path: str) -> str:
    """SHA-256 of a Parquet file's footer, with the length that stands behind it."""
    with Path(path).open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - _END, 0))
        length = int.from_bytes(file.read(4), "little")
        file.seek(max(size - _END - length, 0))
        return hashlib.sha256(file.read()).hexdigest()


def outlets_in(path: str) -> set[str]:
    """The outlets that a file's articles name, without white space around them.

    Raises:
        ArticleError: the file cannot be read.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        found = {
            name
            for batch in file.iter_batches(columns=["outlet"])
            for name in column_texts(batch.column(0), "outlet", path)
        }
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(path, error) from None
    return {name.strip() for name in found if name.strip()}


def _spans(path: str, articles: int) -> list[tuple[str, int, int, int, int]]:
    """The footer, row group, first and last row in it, and first row in the file, of each part of a file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        footer = _footer(path)
        file = pq.ParquetFile(path)
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(path, error) from None
    missing = [name for name in REQUIRED if name not in file.schema_arrow.names]
    if missing:
        found = ", ".join(file.schema_arrow.names)
        raise ArticleError(
            f"has no column {missing[0]!r}", where=path, remedy=f"name it so; there are: {found}"
        )
    spans, before = [], 0
    for group in range(file.num_row_groups):
        rows = file.metadata.row_group(group).num_rows
        spans += [
            (footer, group, start, min(start + articles, rows), before + start)
            for start in range(0, rows, articles)
        ]
        before += rows
    return spans


def _unreadable(path: str, error: Exception) -> ArticleError:
    """The complaint about a file that is not there, is no Parquet file, or no longer the one it was."""
    if isinstance(error, FileNotFoundError):
        remedy = "put it where every worker finds it under this path"
        return ArticleError("is not there", where=path, remedy=remedy)
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return ArticleError(f"cannot be read ({reason})", where=path, remedy="write it again as a Parquet file")
