"""The instrument: paragraphs in, a score for every frame out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables
from analysis.framing.frames import scale as scales
from analysis.framing.frames.codebook import codebook
from analysis.framing.frames.evidence import evidence, pooled
from analysis.progress import ignore

if TYPE_CHECKING:
    import numpy.typing as npt

    from analysis.framing.frames.evidence import Floats
    from analysis.framing.frames.scale import Scale
    from analysis.progress import Step

Encode = Callable[[list[str]], "npt.NDArray[np.float32]"]
"""Texts to their vectors, each of length 1 and a function of its text alone."""

INSTRUMENT = "frames"
VERSION = "1"
MEASURES = (
    "how much nearer the sentences of a paragraph are to a frame's seed sentences than to those of other frames "
    "and of plain reporting, as a rank among news paragraphs"
)
DECIMALS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """The generic news frames and the Policy Frames Codebook, from likeness to seed sentences.

    Attributes:
        encode: the sentence encoder.
        seeds: the vectors of the codebook's sentences.
    """

    encode: Encode
    seeds: npt.NDArray[np.float32]
    name: str = INSTRUMENT
    version: str = VERSION
    measures: str = MEASURES

    @classmethod
    def of(cls, encode: Encode) -> Frames:
        """The instrument on an encoder; the seeds are embedded here, once."""
        return cls(encode, encode(list(codebook().sentences)))

    def of_sentences(self, sentences: list[str]) -> Floats:
        """The evidence of each sentence for each frame, shape (sentences, frames)."""
        book = codebook()
        if not sentences:
            return np.zeros((0, len(book.frames)))
        return evidence(self.encode(sentences), self.seeds, book=book)

    def by_voice(self, sentences: pd.DataFrame, *, progress: Step = ignore) -> pd.DataFrame:
        """The scores of paragraphs, with those of their narration alone beside them.

        Args:
            sentences: as for `score`, with the column `voice`.
            progress: told when done.

        Returns:
            As `score`, with `narration`: the score of the paragraph's sentences of narration, nan where it has none.
        """
        whole = self.score(sentences, progress=progress)
        told = self.score(sentences[sentences["voice"] == "narration"], progress=progress)
        own = told[["paragraph_id", "frame", "score"]].rename(columns={"score": "narration"})
        return whole.merge(own, on=["paragraph_id", "frame"], how="left", validate="one_to_one")

    def score(self, texts: pd.DataFrame, *, progress: Step = ignore) -> pd.DataFrame:
        """The score of every paragraph for every frame of the codebook.

        score = share of reference paragraphs with less evidence

        The evidence of a paragraph is pooled from its sentences (see `evidence`). The reference is a sample of US
        news of all subjects (`scale.Scale.ranked_on`): 0.9 says that the frame is as strong as in the top tenth of
        news paragraphs. It is a rank and no probability. The encoder reads English.

        Args:
            texts: one row per sentence; columns `sentence_id`, `paragraph_id` and `text`.
            progress: told when done; the encoder has its own.

        Returns:
            The table `frames`, one row per paragraph and frame, paragraphs in the order given. Beside the
            contract's columns: `evidence` (four decimals), `probability` that coders would have seen the frame (0 to
            1; nan where no coded set has it; see the card for what it was calibrated on) and `sentence_id`, the
            sentence with most evidence.
        """
        found = self.of_sentences(texts["text"].tolist())
        names, values, best = pooled(found, texts["paragraph_id"].tolist(), spread=spreads(scales.read()))
        ids = texts["sentence_id"].to_numpy(dtype=object)
        columns = [
            _column(names, frame, values[:, place], ids[best[:, place]])
            for place, frame in enumerate(codebook().names)
        ]
        progress(1, 1)
        if not names:
            return tables.table("frames", ())
        rows = pd.concat(columns).sort_index(kind="stable").reset_index(drop=True)
        return tables.check(rows, "frames")


def spreads(scale: Scale) -> Floats:
    """The spread of each frame, in the codebook's order."""
    return np.array([scale.spread[name] for name in codebook().names])


def _column(names: list[str], frame: str, values: Floats, best: npt.NDArray[np.object_]) -> pd.DataFrame:
    """The rows of one frame, one for each paragraph."""
    scale = scales.read()
    rows = pd.DataFrame(
        {
            "paragraph_id": names,
            "frame": frame,
            "score": np.round(scale.rank(values, frame), DECIMALS),
            "instrument": INSTRUMENT,
            "evidence": np.round(values, DECIMALS),
            "probability": np.round(scale.probability(values, frame), DECIMALS),
            "sentence_id": best,
        }
    )
    return rows.astype(dict.fromkeys(("paragraph_id", "frame", "instrument", "sentence_id"), "str"))
