"""How right the stance classifier is on coded news sentences that it was never trained on (NewsMTSC)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.framing import agreement
from analysis.framing.card import Card, Result
from analysis.framing.stance.examples import FILE, Example, read_examples
from analysis.validation import gold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from analysis.framing.stance import StanceModel
    from analysis.progress import Progress

SOURCE = "NewsMTSC (Hamborg and Donnay, EACL 2021; fhamborg/NewsMTSC)"
CLASSES = ("negative", "neutral", "positive")
PART = "held out"
NOTES = (
    "Published on the set's own test parts, all and mixed: BERT .80 and .74, the best large models .83 and .83.",
    "The held-out part was seen when designs were compared, so that its figures may flatter the one that was kept.",
    "The sentences are US and British political news of 2010-2020; elsewhere the figures may be lower.",
)


def validate_stance(data: Path, model: StanceModel, *, progress: Progress) -> Card:
    """The classifier's card: macro-F1, F1 of each class, accuracy and calibration on the held-out part.

    Articles are resampled whole. "mixed" are the sentences with several targets of different stance, which no tone of
    the whole sentence can get right; "source" is the collection that the sentences come from.

    Args:
        data: the folder of all sets, or of this one.
        model: the classifier.
        progress: shows how far it is.

    Raises:
        ArticleError: the set is not there.
    """
    examples = held_out(data)
    spans = [(one.start, one.end) for one in examples]
    with progress.stage("Reading sentences") as step:
        probabilities = model.probabilities([one.text for one in examples], spans, progress=step)
    return Card(
        instrument=model.name,
        version=model.version,
        measures=model.measures,
        data="NewsMTSC",
        source=SOURCE,
        licence="MIT-style",
        split="10 % of the training set, whole articles and copied sentences, kept from training and calibration",
        resampled="articles",
        results=tuple(results(examples, probabilities)),
        notes=NOTES,
    )


def held_out(data: Path) -> list[Example]:
    """The examples that are kept for figures."""
    path = gold.find(data, "newsmtsc", FILE, source=SOURCE)
    return [one for one in read_examples(path) if one.part == PART]


def results(examples: Sequence[Example], probabilities: NDArray[np.float64]) -> list[Result]:
    """Every figure of the card."""
    truth = np.array([one.label for one in examples])
    articles = np.array([one.article for one in examples])
    given = probabilities.argmax(axis=1)

    def measured(
        metric: str, part: str, rows: NDArray[np.bool_], statistic: Callable[[NDArray[np.int64]], float]
    ) -> Result:
        own = np.flatnonzero(rows)
        return agreement.result(metric, part, lambda drawn: statistic(own[drawn]), articles[own].tolist())

    def macro(rows: NDArray[np.int64]) -> float:
        return agreement.macro_f1(truth[rows], given[rows], len(CLASSES))

    everything = np.ones(len(examples), dtype=bool)
    found = [measured("macro-F1", part, rows, macro) for part, rows in _parts(examples).items()]
    for label, name in enumerate(CLASSES):
        found.append(
            measured(
                "F1", f"class {name}", everything,
                lambda rows, label=label: agreement.f1(truth[rows] == label, given[rows] == label),  # type: ignore[misc]
            )
        )  # fmt: skip
    found.append(
        measured("accuracy", "all", everything, lambda rows: float((truth[rows] == given[rows]).mean()))
    )
    found.append(
        measured(
            "calibration error", "all", everything,
            lambda rows: agreement.calibration_error(probabilities[rows], truth[rows]),
        )
    )  # fmt: skip
    return found


def _parts(examples: Sequence[Example]) -> dict[str, NDArray[np.bool_]]:
    """Which examples each part of the card is about."""
    sources = np.array([one.article.split("_")[0] for one in examples])
    mixed = np.array([one.mixed for one in examples])
    parts = {"all": np.ones(len(examples), dtype=bool), "mixed": mixed}
    return parts | {f"source {name}": sources == name for name in sorted(set(sources.tolist()))}
