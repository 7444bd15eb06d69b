"""The entry to embedding: texts in, vectors out, each computed once in the life of the cache."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from analysis.embedding.cache import VectorCache
    from analysis.embedding.encoder import Encoder

TEXTS_AT_ONCE = 16

Progress = Callable[[int, int], None]
"""Told how many texts are done, and of how many."""


def embed(
    texts: Sequence[str],
    *,
    load: Callable[[], Encoder],
    cache: VectorCache | None = None,
    progress: Progress | None = None,
    at_once: int = TEXTS_AT_ONCE,
) -> NDArray[np.float32]:
    """The vector of every text, row by row.

    Equal texts are embedded once. What is new is stored step by step: an interrupted run goes on where it stopped.

    Args:
        texts: in any order, with or without repetition.
        load: makes the encoder; called only when a text is not in the cache.
        cache: none means that every text is embedded.
        progress: told after each step; texts from the cache count as done.
        at_once: texts in a step, which an interruption may lose.

    Returns:
        Shape (texts, dimensions); (0, 0) without texts.

    Raises:
        EncoderError: the encoder cannot be loaded.
        StoreError: the cache cannot be written to.
    """
    known = {} if cache is None else cache.known(texts)
    missing = sorted(set(texts) - known.keys())
    if missing:
        encoder = load()
        for start in range(0, len(missing), at_once):
            step = missing[start : start + at_once]
            new = dict(zip(step, encoder.encode(step), strict=True))
            known.update(new)
            if cache is not None:
                cache.put(new)
            if progress is not None:
                progress(len(known), len(known) + len(missing) - start - len(step))
    return np.array([known[text] for text in texts], dtype=np.float32).reshape(len(texts), -1 if texts else 0)
