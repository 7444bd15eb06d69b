"""The paragraphs that show what a topic is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.topics.arrays import Floats, Integers, Labels


def exemplar_rows(
    texts: Sequence[str], topics: Labels, confidence: Floats, count: int
) -> dict[int, Integers]:
    """Rows of the `count` most confident paragraphs of each topic; no text twice.

    BERTopic's representative documents are not used: it draws them with replacement and finds them again by their text.

    Args:
        texts: one per paragraph, in canonical order, by which ties are broken.
        topics: of each paragraph; -1 for none.
        confidence: of each paragraph.
        count: at most so many; fewer where a topic has fewer different texts.
    """
    # Not as an array of strings: each would take the room of the longest.
    seen: dict[str, int] = {}
    same = np.array([seen.setdefault(" ".join(text.split()), len(seen)) for text in texts], dtype=np.int64)
    chosen: dict[int, Integers] = {}
    for topic in range(int(topics.max(initial=-1)) + 1):
        rows = np.flatnonzero(topics == topic)
        rows = rows[np.argsort(-confidence[rows], kind="stable")]
        _, once = np.unique(same[rows], return_index=True)
        chosen[topic] = rows[np.sort(once)][:count]
    return chosen
