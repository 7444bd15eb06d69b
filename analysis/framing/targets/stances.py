"""The table `targets`: what each sentence's wording says for or against each actor that it mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from analysis import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pandas as pd

    from analysis.progress import Step

DECIMALS = 4
POLARITIES = (-1, 0, 1)


class Classifier(Protocol):
    """What reads the stance toward a target off a sentence."""

    @property
    def name(self) -> str:
        """What tables and cards call it."""

    def probabilities(
        self, texts: Sequence[str], spans: Sequence[tuple[int, int]], *, progress: Step
    ) -> npt.NDArray[np.float64]:
        """Probabilities of negative, neutral and positive, shape (texts, 3)."""


class NamedClassifier(Classifier, Protocol):
    """A classifier that a report can tell of."""

    @property
    def version(self) -> str:
        """Of its weights."""

    @property
    def measures(self) -> str:
        """What it measures, in one sentence."""


@dataclass(frozen=True, slots=True)
class Stance:
    """Stance toward actors as an instrument, whichever classifier reads it; see `framing.instrument`."""

    classifier: NamedClassifier

    @property
    def name(self) -> str:
        """What tables and cards call it."""
        return self.classifier.name

    @property
    def version(self) -> str:
        """Of the classifier's weights."""
        return self.classifier.version

    @property
    def measures(self) -> str:
        """What it measures, in one sentence."""
        return self.classifier.measures

    def score(self, texts: pd.DataFrame, *, progress: Step) -> pd.DataFrame:
        """The table `targets` of mentions with `text` and `speaker` of their sentences (see `target_stances`)."""
        sentences = texts.drop_duplicates("sentence_id")
        return target_stances(texts, sentences, self.classifier, progress=progress)


def target_stances(
    mentions: pd.DataFrame, sentences: pd.DataFrame, classifier: Classifier, *, progress: Step
) -> pd.DataFrame:
    """The stance of each sentence toward each actor that it mentions.

    p(class) = mean over the sentence's mentions of the actor of p(class | mention)
    stance = p_positive - p_negative

    Args:
        mentions: the table `mentions`.
        sentences: the table `sentences`; its `speaker` is carried over.
        classifier: reads the stance toward a target off a sentence.
        progress: told how far it is.

    Returns:
        The table `targets`, one row per sentence and actor in the order of the mentions. Beside the contract's columns:
        `mentions` (how many the means are of, >= 1), `stance` (-1: surely negative, 1: surely positive) and `speaker`
        (of the sentence). `mention` is the first of them. Probabilities and stance have four decimals, so that sums can
        be taken in whole ten-thousandths. `polarity` is that of the likeliest class, 0 where the two likeliest tie.
    """
    texts = dict(zip(sentences["sentence_id"], sentences["text"], strict=True))
    speakers = dict(zip(sentences["sentence_id"], sentences["speaker"], strict=True))
    read = [texts[sentence_id] for sentence_id in mentions["sentence_id"]]
    spans = list(zip(mentions["start"].tolist(), mentions["end"].tolist(), strict=True))
    given = classifier.probabilities(read, spans, progress=progress) if read else np.empty((0, 3))
    groups: dict[tuple[str, str], list[int]] = {}
    for place, pair in enumerate(zip(mentions["sentence_id"], mentions["target"], strict=True)):
        groups.setdefault(pair, []).append(place)
    return tables.table(
        "targets",
        (
            {
                "sentence_id": sentence_id,
                "target": target,
                "mention": mentions["mention"].iloc[places[0]],
                **_stance(given[places].mean(axis=0)),
                "instrument": classifier.name,
                "mentions": len(places),
                "speaker": speakers[sentence_id],
            }
            for (sentence_id, target), places in groups.items()
        ),
    )


def _stance(probabilities: npt.NDArray[np.float64]) -> dict[str, Any]:
    """Polarity, probabilities and stance of one sentence toward one actor."""
    negative, neutral, positive = (round(float(p), DECIMALS) for p in probabilities)
    return {
        "polarity": polarity(negative, neutral, positive),
        "p_negative": negative,
        "p_neutral": neutral,
        "p_positive": positive,
        "stance": round(positive - negative, DECIMALS),
    }


def polarity(negative: float, neutral: float, positive: float) -> int:
    """-1, 0 or 1, whichever is likeliest; 0 where the two likeliest tie."""
    best = max(negative, neutral, positive)
    likeliest = [
        p for p, chance in zip(POLARITIES, (negative, neutral, positive), strict=True) if chance == best
    ]
    return likeliest[0] if len(likeliest) == 1 else 0
