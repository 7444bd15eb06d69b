"""What came of one run, as it is kept and compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run on one number of paragraphs.

    Attributes:
        who: "plain" (BERTopic) or "ours".
        paragraphs: how many.
        seconds: wall time of the whole process, the loading of libraries among it.
        embedding: of these, until the last text was embedded.
        processor: seconds of processor time, over all cores: what the load of the machine changes least.
        memory: peak of the process in MiB.
        topics: how many were found, outliers not among them.
        outliers: share of paragraphs without a topic.
        nmi: normalised mutual information with the topic labels over all paragraphs, those without a topic as a class.
        nmi_assigned: the same over the paragraphs with a topic.
    """

    who: str
    paragraphs: int
    seconds: float
    embedding: float
    processor: float
    memory: float
    topics: int
    outliers: float
    nmi: float
    nmi_assigned: float

    @property
    def rest(self) -> float:
        """Seconds for everything but embedding."""
        return self.seconds - self.embedding

    @property
    def coverage(self) -> float:
        """Share of paragraphs with a topic."""
        return 1 - self.outliers


def worth(topics: Sequence[int], labels: Sequence[str]) -> dict[str, float]:
    """The fields of an outcome that tell what topics are worth: `topics`, `outliers`, `nmi` and `nmi_assigned`.

    Normalised mutual information is divided by the arithmetic mean of both entropies; 0 (unrelated) to 1 (the same
    division). It is nan where no paragraph is looked at.

    Args:
        topics: of each paragraph; -1 for none.
        labels: of each paragraph.
    """
    found, given = np.asarray(topics), np.asarray(labels)
    assigned = found >= 0
    return {
        "topics": len(set(found[assigned].tolist())),
        "outliers": float((~assigned).mean()),
        "nmi": information(found, given),
        "nmi_assigned": information(found[assigned], given[assigned]),
    }


def information(first: np.ndarray, second: np.ndarray) -> float:
    """Normalised mutual information of two divisions of the same things; nan of no things."""
    from sklearn.metrics import normalized_mutual_info_score

    return float(normalized_mutual_info_score(second, first)) if len(first) else float("nan")
