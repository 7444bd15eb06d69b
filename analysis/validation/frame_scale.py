"""The scale of the frames instrument, made anew: ranks among news paragraphs, probabilities from coded headlines."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np

from analysis import jsonl
from analysis.framing.frames.evidence import pooled, spread_of
from analysis.framing.frames.scale import Logistic, Scale, knots_of
from analysis.validation import gold, gvfc
from analysis.voices.segments import sentences_of

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from analysis.framing.frames.codebook import Codebook
    from analysis.framing.frames.evidence import Floats
    from analysis.framing.frames.instrument import Frames

PARAGRAPHS = 1_600
SEED = 7
RANKED_ON = f"{PARAGRAPHS:,} paragraphs drawn from US news of all subjects (Baly et al. 2020, Article-Bias-Prediction)"
CALIBRATED_ON = "the development half of the relevant headlines of GVFC (Liu et al. 2019), framed or not"
DECIMALS = 4
STEPS = 60


def fit(instrument: Frames, data: Path, *, book: Codebook) -> Scale:
    """Ranks from a sample of news paragraphs, and a logistic curve for each frame that the coded headlines have.

    p = 1 / (1 + exp(-(a + b evidence))), a and b of the greatest likelihood. Source: Platt (1999), Probabilistic
    outputs for support vector machines, Advances in large margin classifiers.

    Args:
        instrument: gives the evidence.
        data: the folder of all sets.
        book: the codebook.

    Raises:
        ArticleError: a set is not there.
    """
    path = gold.find(
        data, "abp", "paragraphs_120k.jsonl.gz", source="the paragraphs of Article-Bias-Prediction"
    )
    texts = [row["text"] for _, row in jsonl.read(path, fields={"text": str})]
    random.Random(SEED).shuffle(texts)  # noqa: S311 - a sample, no secret
    found, owners = _cut(instrument, texts[:PARAGRAPHS])
    spread = np.round(spread_of(found, owners), DECIMALS)
    news = pooled(found, owners, spread=spread)[1]
    every = gvfc.headlines(data)
    coded = every.where(gvfc.to_develop(every))
    given = evidence_of(instrument, list(coded.texts), spread)
    places = {name: place for place, name in enumerate(book.names)}
    curves = {
        frame: logistic(given[:, places[frame]], coded.has(code))
        for family in gvfc.mapping().values()
        for frame, code in family.items()
    }
    knots = {name: knots_of(news[:, place]) for name, place in places.items()}
    return Scale(RANKED_ON, CALIBRATED_ON, dict(zip(book.names, spread.tolist(), strict=True)), knots, curves)


def evidence_of(instrument: Frames, texts: list[str], spread: Floats) -> Floats:
    """The evidence of whole texts, shape (texts, frames); a text without a sentence is one sentence."""
    return pooled(*_cut(instrument, texts), spread=spread)[1]


def _cut(instrument: Frames, texts: list[str]) -> tuple[Floats, list[str]]:
    """The evidence of the texts' sentences, and the text of each."""
    cut = [sentences_of(text) or [text] for text in texts]
    owners = [str(number) for number, parts in enumerate(cut) for _ in parts]
    return instrument.of_sentences([part for parts in cut for part in parts]), owners


def logistic(evidence: Floats, coded: npt.NDArray[np.bool_]) -> Logistic:
    """The curve of the greatest likelihood, by Newton's method; a ridge of 1e-6 keeps separable data finite."""
    inputs = np.stack([np.ones_like(evidence), evidence], axis=1)
    weights = np.zeros(2)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(inputs @ weights)))
        slope = inputs.T @ (coded - p) - 1e-6 * weights
        bend = (inputs * (p * (1 - p))[:, None]).T @ inputs + 1e-6 * np.eye(2)
        weights = weights + np.linalg.solve(bend, slope)
    return Logistic(round(float(weights[0]), DECIMALS), round(float(weights[1]), DECIMALS))
