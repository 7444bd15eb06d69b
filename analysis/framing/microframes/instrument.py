"""The instrument: sentences in, their place on every axis out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.framing.microframes.projection import microframes
from analysis.progress import ignore

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from analysis.progress import Step

NAME = "microframes"
VERSION = "1"
MEASURES = (
    "to which of two opposites a sentence leans, by the projection of its vector on an axis between them"
)


@dataclass(frozen=True, slots=True, eq=False)
class Microframes:
    """The axes of the microframes on a sentence encoder; see `framing.instrument`.

    Attributes:
        encode: the sentence encoder.
    """

    encode: Callable[[list[str]], npt.NDArray[np.float32]]
    name: str = NAME
    version: str = VERSION
    measures: str = MEASURES

    def score(self, texts: pd.DataFrame, *, progress: Step = ignore) -> pd.DataFrame:
        """The table `microframes` of sentences (`sentence_id`, `text`); see `projection.microframes`."""
        found = microframes(texts, self.encode)
        progress(1, 1)
        return found
