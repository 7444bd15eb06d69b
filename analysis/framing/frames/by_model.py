"""Frames of paragraphs by a classifier that the study names, in the form of the bundled instrument's table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from analysis import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from analysis.progress import Step

DECIMALS = 4


class FrameClassifier(Protocol):
    """A classifier of texts: its `name`, its `frames`, and their probabilities."""

    name: str
    frames: list[str]

    def probabilities(self, texts: Sequence[str], *, progress: Step) -> npt.NDArray[np.float64]:
        """The probability of each frame in each text, shape (texts, frames)."""


def frames_by_model(model: FrameClassifier, sentences: pd.DataFrame, *, progress: Step) -> pd.DataFrame:
    """The probabilities of paragraphs, with those of their narration alone beside them.

    Args:
        model: the classifier.
        sentences: columns `paragraph_id`, `text` and `voice`.
        progress: told how far the reading is.

    Returns:
        The table `frames`, one row per paragraph and frame: `score` and `probability` are the classifier's (0 to 1),
        `narration` that of the paragraph's sentences of narration (nan where it has none); no `evidence` (nan), and
        no sentence that it rests on.
    """
    whole = _probabilities(model, sentences, progress)
    told = _probabilities(model, sentences[sentences["voice"] == "narration"], progress)
    rows = (
        {
            "paragraph_id": paragraph_id,
            "frame": frame,
            "score": score,
            "instrument": model.name,
            "evidence": float("nan"),
            "probability": score,
            "sentence_id": "",
            "narration": told.get((paragraph_id, frame), float("nan")),
        }
        for (paragraph_id, frame), score in whole.items()
    )
    return tables.table("frames", rows)


def _probabilities(
    model: FrameClassifier, sentences: pd.DataFrame, progress: Step
) -> dict[tuple[str, str], float]:
    """The probability of each paragraph and frame."""
    texts = sentences.groupby("paragraph_id", sort=False)["text"].agg(" ".join)
    found = model.probabilities(texts.tolist(), progress=progress).round(DECIMALS)
    return {
        (str(paragraph_id), frame): float(score)
        for paragraph_id, scores in zip(texts.index, found, strict=True)
        for frame, score in zip(model.frames, scores.tolist(), strict=True)
    }
