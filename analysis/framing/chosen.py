"""The heavier models that a study may choose for tone, stance and frames, as instruments like the bundled ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import tables
from analysis.framing import hub, labels
from analysis.framing.classifier import Classifier, sigmoid, softmax

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from analysis.models import Model
    from analysis.progress import Step
    from analysis.settings import Settings

    Floats = npt.NDArray[np.float64]

NAME = "model"
DIGITS = 16
DECIMALS = 4
MEASURES = {
    "tone": "how positive or negative a sentence reads to the classifier that the study names",
    "stance": "the stance of a sentence toward a target, by the classifier that the study names",
    "frames": "the frames of a paragraph, by the classifier that the study names",
}


class ToneModel:
    """Tone of sentences by a classifier: p(positive) - p(negative), -1 to 1."""

    name = NAME
    measures = MEASURES["tone"]

    def __init__(self, model: Model, *, workers: int = 1) -> None:
        self.version = model.fingerprint[:DIGITS]
        self._classifier = Classifier(model, workers=workers)
        self._poles = labels.poles(self._classifier.labels, model=model.name)

    def score(self, texts: pd.DataFrame, *, progress: Step) -> pd.DataFrame:
        """The table `tone` of sentences (`sentence_id`, `text`), in their order."""
        logits = self._classifier.logits(texts["text"].tolist(), None, progress)
        chances = softmax(logits)[:, self._poles]
        return tables.table(
            "tone",
            (
                {"sentence_id": sentence_id, "tone": round(tone, DECIMALS) + 0.0, "instrument": self.name}
                for sentence_id, tone in zip(
                    texts["sentence_id"], (chances[:, 2] - chances[:, 0]).tolist(), strict=True
                )
            ),
        )


class StanceModel:
    """Stance toward a target by a classifier that reads the text and the target as a pair."""

    name = NAME
    measures = MEASURES["stance"]

    def __init__(self, model: Model, *, workers: int = 1) -> None:
        self.version = model.fingerprint[:DIGITS]
        self._classifier = Classifier(model, workers=workers)
        self._poles = labels.poles(self._classifier.labels, model=model.name)

    def probabilities(
        self, texts: Sequence[str], spans: Sequence[tuple[int, int]], *, progress: Step
    ) -> Floats:
        """Probabilities of negative, neutral and positive toward the target at each span; shape (texts, 3)."""
        targets = [text[start:end] for text, (start, end) in zip(texts, spans, strict=True)]
        chances: Floats = softmax(self._classifier.logits(texts, targets, progress))[:, self._poles]
        return chances


class FrameModel:
    """Frames of texts by a classifier whose labels are names of the codebook's frames; several may hold together."""

    name = NAME
    measures = MEASURES["frames"]

    def __init__(self, model: Model, codebook: Sequence[str], *, workers: int = 1) -> None:
        self.version = model.fingerprint[:DIGITS]
        self._classifier = Classifier(model, workers=workers)
        self.frames = labels.frames(self._classifier.labels, codebook, model=model.name)

    def probabilities(self, texts: Sequence[str], *, progress: Step) -> Floats:
        """The probability of each of `frames` in each text; shape (texts, frames)."""
        return sigmoid(self._classifier.logits(texts, None, progress))


def tone_model(settings: Settings, *, workers: int = 1) -> ToneModel | None:
    """The study's own model of tone; None where it names none.

    Raises:
        ModelError: the model is absent, refused or labels otherwise.
    """
    model = hub.find("tone", settings)
    return ToneModel(model, workers=workers) if model else None


def stance_model(settings: Settings, *, workers: int = 1) -> StanceModel | None:
    """The study's own model of stance; None where it names none.

    Raises:
        ModelError: the model is absent, refused or labels otherwise.
    """
    model = hub.find("stance", settings)
    return StanceModel(model, workers=workers) if model else None


def frame_model(settings: Settings, codebook: Sequence[str], *, workers: int = 1) -> FrameModel | None:
    """The study's own model of frames, whose labels are names of the codebook's; None where it names none.

    Raises:
        ModelError: the model is absent, refused or labels otherwise.
    """
    model = hub.find("frames", settings)
    return FrameModel(model, codebook, workers=workers) if model else None
