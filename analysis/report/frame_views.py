"""The paragraphs that carry each frame most, as the page opens them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.figures.wording import decimal
from analysis.framing.frames.codebook import codebook
from analysis.framing.validity import VALID
from analysis.report.frames import validity_words
from analysis.report.passages import Passage, Passages
from analysis.report.study import Study

PER_OUTLET = 2
MOST_PASSAGES = 8
MOST_QUOTED = 460
SAID = {
    "narration": "narration",
    "direct": "quoted words in it",
    "indirect": "reported words",
    "question": "a question",
    "answer": "an answer",
}


@dataclass(frozen=True, slots=True)
class FrameView:
    """A frame as the page opens it: its entry, what may be said of it, and the paragraphs that score highest."""

    anchor: str
    title: str
    validity: str
    definition: str
    questions: tuple[str, ...]
    excludes: tuple[str, ...]
    passages: tuple[Passage, ...]


def frame_views(study: Study) -> list[FrameView]:
    """Every frame with the paragraphs that carry it most, the valid ones first."""
    if not study.has("frames", "frame_validity"):
        return []
    passages = Passages(study)
    entries = study.table("frame_validity").to_dict("records")
    entries.sort(key=lambda entry: entry["validity"] != VALID)
    first = highest(study)
    return [_view(passages, entry, first[first["frame"] == entry["frame"]]) for entry in entries]


def highest(study: Study) -> pd.DataFrame:
    """The two highest scores of each outlet in each frame, by frame, the highest first.

    Returns:
        The rows of `frames` with `outlet`, and `text` and `voice` of the paragraph's strongest sentence.
    """
    if not study.has("frames", "sentences"):
        return pd.DataFrame({"outlet": [], "paragraph_id": [], "frame": []})
    own = study.table("frames").merge(study.analysed[["paragraph_id", "outlet"]], on="paragraph_id")
    own = own[own["sentence_id"].isin(study.table("sentences")["sentence_id"])]
    own = own.sort_values(["evidence", "paragraph_id"], ascending=[False, True], kind="stable")
    first = own.groupby(["frame", "outlet"], sort=False, observed=True).head(PER_OUTLET)
    return first.merge(
        study.table("sentences")[["sentence_id", "text", "voice"]], on="sentence_id", how="left"
    )


def passage_of(passages: Passages, row: pd.Series) -> Passage:
    """The strongest sentence of a scored paragraph, with its score and its voice."""
    voice = SAID.get(str(row["voice"]), str(row["voice"]))
    lead = f"Score {decimal(row['score'])}; strongest sentence ({voice})"
    return passages.part(str(row["paragraph_id"]), str(row["text"]), MOST_QUOTED, lead=lead)


def _view(passages: Passages, entry: dict[Any, Any], rows: pd.DataFrame) -> FrameView:
    """One frame, with its highest scores."""
    frame = codebook().frame(str(entry["frame"]))
    return FrameView(
        anchor=f"frame-{frame.name}",
        title=frame.title,
        validity=validity_words(entry),
        definition=frame.definition,
        questions=frame.questions,
        excludes=frame.excludes,
        passages=tuple(passage_of(passages, row) for _, row in rows.head(MOST_PASSAGES).iterrows()),
    )
