"""How much two versions of a file differ, in one phrase."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

TEXTS = (".csv", ".html", ".json", ".svg", ".bib", ".ris", ".txt", ".md")


def explain(path: str, base: bytes | None, other: bytes | None) -> str:
    """How much a file differs from that of the base, whichever kind it is.

    Args:
        path: relative to the output folder; its name says what it holds.
        base: what the base has; None when it has no such file.
        other: what the other run has.
    """
    if base is None or other is None:
        return "only in the base" if other is None else "not in the base"
    if path.endswith(".parquet"):
        return explain_table(path, _table(base), _table(other))
    if path.endswith(TEXTS):
        return _explain_lines(
            base.decode(errors="replace").split("\n"), other.decode(errors="replace").split("\n")
        )
    return f"{len(base):,} and {len(other):,} bytes"


def explain_table(path: str, base: pd.DataFrame, other: pd.DataFrame) -> str:
    """How much a table differs: vectors by their numbers, assignments by who moved, others by rows and columns."""
    if "vector" in base.columns and _same_paragraphs(base, other):
        return _explain_vectors(base, other)
    if path.endswith("/assignments.parquet") and _same_paragraphs(base, other):
        return _explain_assignments(base, other)
    if len(base) != len(other) or list(base.columns) != list(other.columns):
        return f"{len(base)} rows of {len(base.columns)} columns, and {len(other)} of {len(other.columns)}"
    unequal = _texts(base).ne(_texts(other))
    if not unequal.to_numpy().any():
        return "the same cells, stored otherwise"
    if sorted(_texts(base).itertuples(index=False, name=None)) == sorted(
        _texts(other).itertuples(index=False, name=None)
    ):
        return "the same rows in another order"
    columns = ", ".join(unequal.columns[unequal.any()])
    return f"{int(unequal.any(axis=1).sum())} of {len(base)} rows, in {columns}"


def _same_paragraphs(base: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Whether two tables have the same paragraphs in one order."""
    return base["paragraph_id"].tolist() == other["paragraph_id"].tolist()


def _explain_vectors(base: pd.DataFrame, other: pd.DataFrame) -> str:
    """The largest difference of a number, and how many vectors have any."""
    first, second = np.stack(base["vector"].tolist()), np.stack(other["vector"].tolist())
    if first.shape != second.shape:
        return f"{first.shape[1]} and {second.shape[1]} dimensions"
    gaps = np.abs(first.astype(float) - second.astype(float)).max(axis=1)
    return f"{int((gaps > 0).sum())} of {len(gaps)} vectors, by {gaps.max():.1e} at most"


def _explain_assignments(base: pd.DataFrame, other: pd.DataFrame) -> str:
    """How many paragraphs have another topic, and how far the two ways of dividing them agree."""
    from analysis.topics.agreement import adjusted_rand_index

    first, second = base["topic"].to_numpy(dtype=np.int64), other["topic"].to_numpy(dtype=np.int64)
    moved = int((first != second).sum())
    if not moved:
        columns = [name for name in base.columns if not base[name].equals(other[name])]
        return f"no paragraph moved; {', '.join(columns)} differ"
    return f"{moved} of {len(first)} paragraphs moved, ARI {adjusted_rand_index(first, second):.3f}"


def _explain_lines(base: list[str], other: list[str]) -> str:
    """The first line that differs."""
    pairs = zip(base, other, strict=False)
    first = next((number for number, (one, two) in enumerate(pairs, start=1) if one != two), None)
    return f"from line {first or min(len(base), len(other)) + 1}"


def _table(content: bytes) -> pd.DataFrame:
    """A table from the bytes of its Parquet file."""
    import pandas as pd

    return pd.read_parquet(io.BytesIO(content))


def _texts(table: pd.DataFrame) -> pd.DataFrame:
    """Every cell as text, exactly."""
    return table.map(lambda cell: repr(cell.tolist() if isinstance(cell, np.ndarray) else cell))
