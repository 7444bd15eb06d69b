"""The canonical order of paragraphs: by what they say and where, never by their ids or the order they came in."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import pandas as pd

    from analysis.topics.arrays import Floats, Integers

REQUIRED = ("paragraph_id", "article_id", "outlet", "ordinal", "plain")


def canonical(paragraphs: pd.DataFrame, vectors: np.ndarray) -> tuple[pd.DataFrame, Floats]:
    """The paragraphs and their vectors, sorted by `content_hash`, which is added as a column.

    UMAP and HDBSCAN answer to the order of their rows, so every fit starts here. Paragraphs of word-for-word
    identical articles have one hash; between those, and only those, the paragraph id decides.

    Args:
        paragraphs: the analysed paragraphs; columns `paragraph_id`, `article_id`, `outlet`, `ordinal`, `plain`.
        vectors: shape (paragraphs, dimensions), row by row.

    Raises:
        ValueError: the two do not fit together, a column is missing or a vector is not finite.
    """
    _check(paragraphs, vectors)
    hashed = paragraphs.reset_index(drop=True).assign(content_hash=content_hashes(paragraphs))
    hashed = hashed.sort_values(["content_hash", "paragraph_id"], kind="stable")
    return hashed.reset_index(drop=True), vectors[hashed.index.to_numpy()].astype("float64")


def content_hashes(paragraphs: pd.DataFrame) -> list[str]:
    """SHA-256 of each paragraph's text, its rank in its article and the whole article's text, row by row."""
    hashes = dict.fromkeys(range(len(paragraphs)), "")
    numbered = paragraphs.assign(row=range(len(paragraphs))).sort_values("ordinal", kind="stable")
    for _, article in numbered.groupby("article_id", sort=False):
        whole = hashlib.sha256("\0".join(article["plain"]).encode()).hexdigest()
        for rank, (row, text) in enumerate(zip(article["row"], article["plain"], strict=True)):
            hashes[row] = hashlib.sha256(f"{text}\0{rank}\0{whole}".encode()).hexdigest()
    return list(hashes.values())


def sampled_rows(outlets: pd.Series[str], size: int) -> Integers:
    """Rows of the paragraphs that an ensemble is run on: all, or a sample of `size` with each outlet's share of it.

    In canonical order, which is that of hashes, an outlet's first rows are as good as a random sample of it, and the
    same everywhere. Outlets get seats by their numbers of paragraphs (see `seats`).

    Args:
        outlets: of each paragraph, in canonical order.
        size: of the sample.

    Returns:
        Rising row numbers.
    """
    import numpy as np

    if len(outlets) <= size:
        return np.arange(len(outlets))
    given = seats({str(name): int(count) for name, count in outlets.value_counts().items()}, size)
    rank = outlets.groupby(outlets, sort=False).cumcount().to_numpy()
    return np.flatnonzero(rank < outlets.map(given).to_numpy())


def seats(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many of `size` seats each group gets: by its share, fractions rounded down and the rest to the largest ones.

    That is the method of largest remainders (Hamilton). Of equal remainders, the name that comes first.
    """
    total = sum(sizes.values())
    given = {name: size * count // total for name, count in sizes.items()}
    left = sorted(sizes, key=lambda name: (-(size * sizes[name] % total), name))
    return given | {name: given[name] + 1 for name in left[: size - sum(given.values())]}


def _check(paragraphs: pd.DataFrame, vectors: np.ndarray) -> None:
    """Complain about input that no study can cause: it is the calling code that is wrong."""
    missing = [column for column in REQUIRED if column not in paragraphs.columns]
    if missing:
        raise ValueError(f"paragraphs lack the column {missing[0]!r}")
    if vectors.ndim != 2 or len(vectors) != len(paragraphs):  # noqa: PLR2004 - rows and columns
        raise ValueError(f"{len(paragraphs)} paragraphs, but vectors of shape {vectors.shape}")
    if not (abs(vectors) < float("inf")).all():
        raise ValueError("a vector is not finite")
