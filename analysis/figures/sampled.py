"""Which rows of a long table a figure draws: so many, chosen by a hash, each outlet in proportion."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable

import pandas as pd

MOST_MARKS = 3_000
"""More marks than these make a page slow to open, and hide one another."""

DRAWN = "drawn"


def with_drawn(
    data: pd.DataFrame, contents: Iterable[str], ids: Iterable[str], *, most: int = MOST_MARKS
) -> pd.DataFrame:
    """The rows with a column `drawn` (bool) that says which of them a figure draws; as they were where it draws all.

    Every outlet keeps one row at least and otherwise its part of `most`; within it, those with the smallest hash stay:
    the same ones whatever the order of the rows.

    Args:
        data: has a column `outlet`, and at most `most` outlets.
        contents: the text that each row stands for, or a hash of it.
        ids: tell rows of the same content apart.
        most: how many rows may be drawn.
    """
    if len(data) <= most:
        return data
    hashes = pd.Series(content_hashes(contents, ids), index=data.index)
    outlets = data["outlet"].astype("str")
    place = hashes.groupby(outlets).rank(method="first").to_numpy()
    return data.assign(**{DRAWN: place <= outlets.map(_quotas(outlets, most)).to_numpy()})


def content_hashes(contents: Iterable[str], ids: Iterable[str]) -> list[str]:
    """A hash of each content with its id, by which rows are chosen: it prefers no outlet, topic or length."""
    return [
        hashlib.sha256(f"{content}\0{name}".encode()).hexdigest()
        for content, name in zip(contents, ids, strict=True)
    ]


def drawn(data: pd.DataFrame) -> pd.DataFrame:
    """The rows that are drawn: all of them where none is left out."""
    return data[data[DRAWN]] if DRAWN in data.columns else data


def told(data: pd.DataFrame, noun: str) -> str:
    """What a caption says of it, with a leading space; "" where every row is drawn."""
    if DRAWN not in data.columns:
        return ""
    return (
        f" Drawn are {int(data[DRAWN].sum()):,} of {len(data):,} {noun}, chosen by a hash of their content, of each "
        "outlet in proportion; the figure’s data have all."
    )


def _quotas(outlets: pd.Series[str], most: int) -> dict[str, int]:
    """How many rows of each outlet are drawn: one, and of the others its part of what is left, rounded down."""
    sizes = outlets.value_counts()
    part = (most - len(sizes)) / (len(outlets) - len(sizes))
    return {str(outlet): 1 + math.floor((size - 1) * part) for outlet, size in sizes.items()}
