"""Where sentences lie between the poles of an axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables
from analysis.framing.microframes.axes import axes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from analysis.framing.microframes.axes import Axis

    Floats = npt.NDArray[np.float64]

DECIMALS = 4
"""Sums of projections may therefore be taken in whole ten-thousandths."""


def microframes(
    sentences: pd.DataFrame, encode: Callable[[list[str]], npt.NDArray[np.float32]]
) -> pd.DataFrame:
    """The projection of every sentence on every axis, and the corpus's baseline of each.

    Bias of a set of sentences: the mean of their projections. Intensity: the mean of (projection - baseline)^2, the
    second moment about the baseline: how much the axis is in use, on whichever side. Both are taken where outlets are
    compared, each sentence counting once. Below 0 is the first pole of the axis.

    Source: Kwak, An, Jing and Ahn (2021), FrameAxis: characterizing microframe bias and intensity with word
    embedding, PeerJ Computer Science 7; there of words, here of sentences.

    Args:
        sentences: columns `sentence_id` and `text`; they are the corpus that the baseline is of.
        encode: the sentence encoder.

    Returns:
        The table `microframes`, a row per sentence and axis, axis by axis: `projection` and `baseline` (-1 to 1, four
        decimals).
    """
    if sentences.empty:
        return tables.table("microframes", ())
    vectors = encode(sentences["text"].tolist())
    ids = sentences["sentence_id"].tolist()
    rows = pd.concat([_rows(ids, projections(vectors, axis, encode), axis.name) for axis in axes()])
    return tables.check(rows.reset_index(drop=True), "microframes")


def projections(
    vectors: npt.NDArray[np.float32], axis: Axis, encode: Callable[[list[str]], npt.NDArray[np.float32]]
) -> Floats:
    """The cosine of every vector with an axis, -1 (first pole) to 1 (second pole), to four decimals.

    axis = mean vector of the second pole's texts - mean vector of the first pole's texts
    """
    return cosines(vectors, direction(encode(list(axis.first)), encode(list(axis.second))))


def direction(first: npt.NDArray[np.float32], second: npt.NDArray[np.float32]) -> Floats:
    """The vector from the mean of the first pole to the mean of the second."""
    return np.asarray(second.astype(np.float64).mean(axis=0) - first.astype(np.float64).mean(axis=0))


def cosines(vectors: npt.NDArray[np.float32], axis: Floats) -> Floats:
    """The cosine of each vector with `axis`, to four decimals; 0 where a vector has no length."""
    wide = vectors.astype(np.float64)
    lengths = np.sqrt((wide * wide).sum(axis=1)) * np.sqrt(axis @ axis)
    return np.asarray(np.round((wide @ axis) / np.where(lengths > 0, lengths, 1), DECIMALS))


def baselines(totals: pd.DataFrame) -> dict[str, float]:
    """The baseline of each axis: the mean projection of all sentences, to four decimals.

    Args:
        totals: one row per axis, or per axis and part of a corpus, as `axis_totals` gives them.
    """
    summed = totals.groupby("axis", sort=True)[["total", "sentences"]].sum()
    scale = 10**DECIMALS
    return {
        str(axis): round(int(total) / (int(sentences) * scale), DECIMALS)
        for axis, total, sentences in summed.itertuples(name=None)
    }


def axis_totals(rows: pd.DataFrame) -> pd.DataFrame:
    """Sums of projections in whole ten-thousandths, so that neither order nor parts show in what is made of them.

    Args:
        rows: columns `axis` and `projection`.

    Returns:
        One row per axis: `total`, `sentences` (count >= 1).
    """
    whole = (rows["projection"] * 10**DECIMALS).round().astype("int64")
    grouped = rows.assign(whole=whole).groupby("axis", sort=True)
    return grouped.agg(total=("whole", "sum"), sentences=("whole", "size")).reset_index()


def _rows(ids: Sequence[str], values: Floats, name: str) -> pd.DataFrame:
    """The rows of one axis."""
    rows = pd.DataFrame({"sentence_id": ids, "axis": name, "projection": values})
    rows["baseline"] = baselines(axis_totals(rows))[name]
    return rows.astype({"sentence_id": "str", "axis": "str"})
