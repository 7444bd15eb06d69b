"""How far topics that were found anew from slightly other vectors agree with those of the report (tier C)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

from analysis.topics.agreement import adjusted_rand_index

if TYPE_CHECKING:
    import pandas as pd

LEAST_ARI = 0.9
MOST_MOVED = 0.1
MOST_SHIFTED = 0.05
SLIGHT = 1e-2
"""Up to here a difference of vectors is that of another machine or of other kernels, not of another text or encoder."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two divisions of the same paragraphs.

    Attributes:
        ari: adjusted Rand index, -1 for none a group like any other.
        moved: share of the paragraphs that left their topic, topics matched so that as few as possible do; 0 to 1.
        shifted: largest change of an outlet's share of a matched topic, 0 to 1; `where` says which.
        where: outlet and topic of that change.
    """

    ari: float
    moved: float
    shifted: float
    where: str

    @property
    def is_within(self) -> bool:
        """Whether it lies in the band that is promised for a refit on another kind of machine."""
        return self.ari >= LEAST_ARI and self.moved <= MOST_MOVED and self.shifted <= MOST_SHIFTED


def agreement(before: pd.DataFrame, after: pd.DataFrame, outlets: dict[str, str]) -> Agreement:
    """How far two tables of assignments agree.

    Args:
        before: columns `paragraph_id` and `topic` (-1: none).
        after: the same paragraphs, in any order.
        outlets: the outlet of each paragraph.
    """
    joined = before[["paragraph_id", "topic"]].merge(
        after[["paragraph_id", "topic"]], on="paragraph_id", suffixes=("", "_after"), validate="one_to_one"
    )
    first, second = joined["topic"].to_numpy(), joined["topic_after"].to_numpy()
    renamed = _matched(first, second)
    outlet = joined["paragraph_id"].map(outlets).to_numpy()
    shifted, where = _largest_shift(first, renamed, outlet)
    return Agreement(
        ari=adjusted_rand_index(first, second),
        moved=float((first != renamed).mean()) if len(first) else 0.0,
        shifted=shifted,
        where=where,
    )


def _matched(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The second division in the numbers of the first; a topic with no counterpart gets a number below -1.

    The matching leaves as many paragraphs as possible in their topic (Kuhn, 1955); -1 stays -1.
    """
    names, others = (np.unique(topics[topics >= 0]) for topics in (first, second))
    together = np.array(
        [[np.sum((first == name) & (second == other)) for other in others] for name in names]
    ).reshape(len(names), len(others))
    rows, columns = linear_sum_assignment(-together)
    numbers = {int(other): -2 - place for place, other in enumerate(others)}
    numbers |= {int(others[column]): int(names[row]) for row, column in zip(rows, columns, strict=True)}
    return np.array([numbers.get(int(topic), -1) for topic in second], dtype=first.dtype)


def _largest_shift(first: np.ndarray, renamed: np.ndarray, outlet: np.ndarray) -> tuple[float, str]:
    """The largest change of an outlet's share of a topic, and where it is."""
    worst, where = 0.0, ""
    for name in np.unique(outlet):
        own = outlet == name
        for topic in np.unique(first[first >= 0]):
            gap = abs(float((first[own] == topic).mean()) - float((renamed[own] == topic).mean()))
            if gap > worst:
                worst, where = gap, f"{name}, topic {topic}"
    return worst, where
