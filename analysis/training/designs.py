"""The designs of a stance classifier that were tried, each trained alike and measured on the same parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from analysis.framing import agreement
from analysis.framing.stance.fitting import CLASSES, Job
from analysis.training.coded import PARTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd
    from numpy.typing import NDArray

    from analysis.framing.stance.examples import Example
    from analysis.framing.stance.fitting import Fit
    from analysis.framing.stance.recipe import Recipe
    from analysis.training.coded import Coded

FLOOR = "TF-IDF and logistic regression"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Design:
    """A way of making a network.

    Attributes:
        name: what the table calls it.
        pair: the target follows the sentence as a second text, instead of standing between markers in it.
        layers: of the encoder that are trained, from the top.
        doubts: labels are weighed against what teachers expect.
    """

    name: str
    pair: bool = False
    layers: int = 6
    doubts: bool = False


SHIPPED = Design("target marked, all layers, doubted labels", doubts=True)
OTHERS = (
    Design("sentence and target as a pair, all layers", pair=True),
    Design("target marked, upper three layers", layers=3),
    Design("target marked, all layers"),
)


def job(design: Design, coded: Coded, *, doubted: NDArray[np.float64], recipe: Recipe, base: Path) -> Job:
    """The training of a design on the training part; it judges the other two.

    Args:
        design: what is trained.
        coded: the examples, as the design reads them.
        doubted: the targets of a design that doubts labels.
        recipe: the numbers of the training.
        base: the folder of the encoder.
    """
    training = coded.part("training")
    targets = doubted if design.doubts else training.targets
    return Job(
        training.inputs, targets, coded.part(*PARTS).inputs, replace(recipe, layers=design.layers), base
    )


def design_table(coded: Coded, fits: Mapping[str, Fit]) -> pd.DataFrame:
    """Macro-F1 of each design on the development part, by which one is chosen, and on the held-out part.

    The first rows are a logistic regression on words and word pairs before, in and after the target: what needs no
    network.

    Returns:
        One row per design and part: `design`, `part`, `macro_f1` (0 to 1), `low`, `high` (95 %, articles resampled),
        `mixed` (macro-F1 of sentences with targets of different stance), `n`, `mixed_n`.
    """
    import pandas as pd

    judged = coded.part(*PARTS)
    given = {FLOOR: _floor(coded.part("training"), judged)}
    given |= {name: fit.logits.argmax(axis=1) for name, fit in fits.items()}
    return pd.DataFrame(_row(name, part, judged, labels) for name, labels in given.items() for part in PARTS)


def _floor(training: Coded, judged: Coded) -> NDArray[np.int64]:
    """What a logistic regression on TF-IDF of the words before, in and after the target gives."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    model = make_pipeline(
        TfidfVectorizer(
            tokenizer=str.split, token_pattern=None, ngram_range=(1, 2), sublinear_tf=True, min_df=2
        ),
        LogisticRegression(C=10, max_iter=2_000, class_weight="balanced"),
    )
    model.fit([_placed(one) for one in training.examples], training.labels)
    given: NDArray[np.int64] = model.predict([_placed(one) for one in judged.examples])
    return given


def _placed(one: Example) -> str:
    """The words of a sentence, each also with the side of the target on which it stands."""
    sides = {
        "before": one.text[: one.start],
        "in": one.text[one.start : one.end],
        "after": one.text[one.end :],
    }
    words = {side: _WORD.findall(text.lower()) for side, text in sides.items()}
    placed = [f"{side}:{word}" for side, own in words.items() for word in own]
    return " ".join([*(word for own in words.values() for word in own), *placed])


def _row(name: str, part: str, coded: Coded, given: NDArray[np.int64]) -> dict[str, object]:
    """The figures of a design on a part."""
    own = np.array([one.part == part for one in coded.examples])
    mixed = np.array([one.mixed for one in coded.examples]) & own
    rows = np.flatnonzero(own)
    articles = [coded.examples[row].article for row in rows]
    found = agreement.result(
        "macro-F1", part, lambda drawn: _macro(coded.labels[rows[drawn]], given[rows[drawn]]), articles
    )
    return {
        "design": name,
        "part": part,
        "macro_f1": round(found.value, 3),
        "low": round(found.low, 3),
        "high": round(found.high, 3),
        "mixed": round(_macro(coded.labels[mixed], given[mixed]), 3),
        "n": found.n,
        "mixed_n": int(mixed.sum()),
    }


def _macro(truth: NDArray[np.int64], given: NDArray[np.int64]) -> float:
    """Macro-F1 over the three classes."""
    return agreement.macro_f1(truth, given, CLASSES)
