"""A run over parts beside the ordinary report of the same articles, table by table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import pipeline
from analysis.bench_parts.corpus import as_study

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.bench_parts.corpus import Choices
    from analysis.bench_parts.measure import Measured
    from analysis.progress import Progress

WORDED = {"source_path", "sha256"}
"""Where an article's text stands, which differs between a file and a row."""


def compared(measured: Measured, out: Path, *, choices: Choices, progress: Progress) -> pd.DataFrame:
    """How far the two agree: one row per table that both have whole.

    Returns:
        `table`, `rows` of the ordinary report, `same` (every value) and `apart`: the largest difference between two
        numbers; nan where rows or words differ.

    Raises:
        StudyError: the ordinary report cannot be made.
    """
    study = as_study(measured.corpus, out / "study", choices)
    pipeline.report(study, out / "study" / "report", progress=progress)
    ordinary, scaled = out / "study" / "report" / "tables", out / "run"
    cut = set(_read(scaled / "report" / "tables", "scope")["table"]) - {"articles"}
    rows = []
    for path in sorted(ordinary.glob("*.parquet")):
        name = path.stem
        if (scaled / "tables" / name).is_dir():
            rows.append(_row(name, _read(ordinary, name), _parts(scaled / "tables" / name)))
        elif name not in cut | BY_SAMPLE and (scaled / "report" / "tables" / path.name).is_file():
            rows.append(_row(name, _read(ordinary, name), _read(scaled / "report" / "tables", name)))
    return pd.DataFrame(rows, columns=["table", "rows", "same", "apart"])


BY_SAMPLE = {
    "audit", "unknown_lines", "reuse", "instrument_agreement", "disagreement", "matches", "nearest", "omissions",
    "paired_events", "paired", "figures", "observations",
}  # fmt: skip
"""Tables that are made of the reading sample."""


def _read(folder: Path, name: str) -> pd.DataFrame:
    """A table of a report."""
    return pd.read_parquet(folder / f"{name}.parquet")


def _parts(folder: Path) -> pd.DataFrame:
    """A table in parts."""
    return pd.concat([pd.read_parquet(path) for path in sorted(folder.iterdir())], ignore_index=True)


def _row(name: str, one: pd.DataFrame, other: pd.DataFrame) -> tuple[str, int, bool, float]:
    """How far two tables agree, whatever the order of their rows."""
    names = [str(column) for column in one if column not in WORDED]
    if len(one) != len(other) or not set(names) <= set(other):
        return name, len(one), False, np.nan
    numbers = [column for column in names if pd.api.types.is_float_dtype(one[column])]
    words = [column for column in names if column not in {*numbers, "vector"}]
    first, second = (frame.sort_values(words, kind="stable", ignore_index=True) for frame in (one, other))
    if not first[words].equals(second[words]):
        return name, len(one), False, np.nan
    gaps = [_gap(first[column].to_numpy(), second[column].to_numpy()) for column in numbers]
    if "vector" in names:
        gaps.append(_gap(np.stack(first["vector"].tolist()), np.stack(second["vector"].tolist())))
    return name, len(one), not any(gaps), max(gaps, default=0.0)


def _gap(one: np.ndarray, other: np.ndarray) -> float:
    """The largest difference between two arrays; nan where a number is missing in one of them only."""
    if (np.isnan(one) != np.isnan(other)).any():
        return float("nan")
    return float(np.nanmax(np.abs(np.nan_to_num(one) - np.nan_to_num(other)), initial=0.0))
