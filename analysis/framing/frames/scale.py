"""What evidence is worth: its rank among news paragraphs, and a probability where frames were coded."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis.errors import StoreError

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

FILE = Path(__file__).parent / "scale.json"
RANKS = (
    0.0, 0.001, 0.0025, 0.005, 0.01, 0.025, *(step / 20 for step in range(1, 20)), 0.975, 0.99, 0.995, 0.9975,
    0.999, 1.0,
)  # fmt: skip
"""The ranks whose evidence is kept; between them it is interpolated."""

REACH = 2.0
"""No evidence is beyond it, as no two cosines differ by more; it stands for the ranks 0 and 1, so that none ties."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """A probability from evidence: 1 / (1 + exp(-(intercept + slope evidence)))."""

    intercept: float
    slope: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What the evidence for each frame is worth.

    Attributes:
        ranked_on: the paragraphs that ranks are among.
        calibrated_on: the coded texts that probabilities are from.
        spread: for each frame the standard deviation of the evidence of sentences within those paragraphs.
        knots: for each frame the evidence at each of `RANKS`.
        logistic: for each frame that was coded there, its curve.
    """

    ranked_on: str
    calibrated_on: str
    spread: dict[str, float]
    knots: dict[str, tuple[float, ...]]
    logistic: dict[str, Logistic]

    def rank(self, evidence: Floats, frame: str) -> Floats:
        """The share of news paragraphs that have less evidence for the frame, 0 to 1; never a probability."""
        ranks: Floats = np.interp(evidence, np.array(self.knots[frame]), np.array(RANKS))
        return ranks

    def probability(self, evidence: Floats, frame: str) -> Floats:
        """The chance that coders of those texts would have coded the frame, 0 to 1; nan where they had no such code."""
        curve = self.logistic.get(frame)
        if curve is None:
            return np.full(len(evidence), np.nan)
        return np.asarray(1 / (1 + np.exp(-(curve.intercept + curve.slope * evidence))), dtype=np.float64)


def knots_of(evidence: Floats) -> tuple[float, ...]:
    """The evidence at each of `RANKS` among the given, rising strictly, to six decimals."""
    values = np.round(np.quantile(evidence, RANKS), 6)
    values[[0, -1]] = -REACH, REACH
    for place in range(1, len(values)):
        values[place] = max(values[place], values[place - 1] + 1e-6)
    return tuple(np.round(values, 6).tolist())


def write(scale: Scale, path: Path = FILE) -> None:
    """Keep a scale."""
    path.write_text(json.dumps(asdict(scale), indent=1) + "\n", "utf-8")


@cache
def read(path: Path = FILE) -> Scale:
    """The scale that is kept.

    Raises:
        StoreError: the file is missing or is no scale.
    """
    try:
        fields = json.loads(path.read_text("utf-8"))
        knots = {name: tuple(values) for name, values in fields["knots"].items()}
        curves = {name: Logistic(**curve) for name, curve in fields["logistic"].items()}
        return Scale(fields["ranked_on"], fields["calibrated_on"], fields["spread"], knots, curves)
    except (OSError, ValueError, TypeError, KeyError) as error:
        remedy = "make it again with `framing validate frames --fit`"
        raise StoreError(f"is no scale ({error})", where=path, remedy=remedy) from None
