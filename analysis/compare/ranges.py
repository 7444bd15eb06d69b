"""What each measure can be: the ends of its scale, and the smallest difference on it that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.frames import BIAS, FRAME, INTENSITY
from analysis.compare.shares import MEASURE as SHARE
from analysis.compare.stances import MEASURE as STANCE
from analysis.compare.tones import MEASURE as TONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.compare.arrays import Floats
    from analysis.settings import InterestSettings

RANGES = {SHARE: (0, 1), TONE: (-1, 1), STANCE: (-1, 1), FRAME: (0, 1), BIAS: (-1, 1), INTENSITY: (0, 4)}
INTERESTS = {SHARE: "share", TONE: "tone", STANCE: "stance", FRAME: "frame"}
ENDLESS = (-np.inf, np.inf)


def ranges(measures: Iterable[str]) -> tuple[Floats, Floats]:
    """Lowest and highest possible value of each measure; infinite for one that is not known."""
    low, high = np.array([RANGES.get(name, ENDLESS) for name in measures], dtype=np.float64).reshape(-1, 2).T
    return low, high


def margins(measures: Iterable[str], interest: InterestSettings) -> Floats:
    """The smallest difference that matters of each measure; nan where none is stated."""
    stated = [getattr(interest, INTERESTS[name]) if name in INTERESTS else 0.0 for name in measures]
    return np.array([value or np.nan for value in stated], dtype=np.float64)
