"""A corpus in Parquet files as parts: stretches of rows, each row an article, small enough for one worker."""

from __future__ import annotations

import glob
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import ArticleError

if TYPE_CHECKING:
    import pandas as pd

REQUIRED = ("text", "outlet")
KNOWN = (*REQUIRED, "article_id", "republisher", "date", "date_reason", "headline", "byline", "genre", "url")


@dataclass(frozen=True, slots=True)
class Part:
    """Rows `start:stop` of a row group of a file; `first` is the place of row `start` in the file."""

    number: int
    path: str
    group: int
    start: int
    stop: int
    first: int

    @property
    def name(self) -> str:
        """Its number with leading zeros, as in the names of its files."""
        return f"part-{self.number:06d}"

    def read(self) -> pd.DataFrame:
        """The rows, with the known columns, "" where a value or a column is missing.

        Raises:
            ArticleError: the file cannot be read, or is not what it was when the parts were planned.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            file = pq.ParquetFile(self.path)
            columns = [name for name in KNOWN if name in file.schema_arrow.names]
            rows = file.read_row_group(self.group, columns=columns).slice(self.start, self.stop - self.start)
        except (OSError, pa.ArrowException, IndexError) as error:
            raise _unreadable(self.path, error) from None
        frame: pd.DataFrame = rows.to_pandas()
        given = {name: frame.get(name, "") for name in KNOWN}
        return frame.assign(**given)[list(KNOWN)].fillna("").astype("str").reset_index(drop=True)


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
    spans = [(path, *span) for path in paths for span in _spans(path, articles)]
    return [Part(number, *span) for number, span in enumerate(spans)]


def outlets_in(path: str) -> set[str]:
    """The outlets that a file's articles name, without white space around them.

    Raises:
        ArticleError: the file cannot be read.
    """
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        found = {
            name
            for batch in file.iter_batches(columns=["outlet"])
            for name in pc.unique(batch.column(0).cast(pa.string())).to_pylist()
        }
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(path, error) from None
    return {name.strip() for name in found if name and name.strip()}


def _spans(path: str, articles: int) -> list[tuple[int, int, int, int]]:
    """Row group, first and last row in it, and first row in the file, of each part of a file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
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
            (group, start, min(start + articles, rows), before + start) for start in range(0, rows, articles)
        ]
        before += rows
    return spans


def _unreadable(path: str, error: Exception) -> ArticleError:
    """The complaint about a file that is no Parquet file, or no longer the one it was."""
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return ArticleError(f"cannot be read ({reason})", where=path, remedy="write it again as a Parquet file")
