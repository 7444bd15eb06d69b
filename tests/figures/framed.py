"""The small study with frames: two valid ones, one not valid, the rest not validated; one axis."""

from __future__ import annotations

import math

import pandas as pd

from analysis import tables
from analysis.framing.frames.codebook import codebook
from tests.figures import small
from tests.figures.small import GAZETTE, HERALD

VALID = {"conflict": 0.7, "pfc_economic": 0.9}
SCORES = {"conflict": (0.4, 0.6), "pfc_economic": (0.8, 0.3), "pfc_legality": (0.1, 0.9)}


def frame_validity() -> pd.DataFrame:
    """Conflict and economic are valid, legality is not."""
    rows = []
    for frame in codebook().frames:
        verdict = (
            "valid"
            if frame.name in VALID
            else "not valid here"
            if frame.name == "pfc_legality"
            else "not validated"
        )
        measured = verdict != "not validated"
        auc = VALID.get(frame.name, 0.55) if measured else math.nan
        rows.append(
            {
                "frame": frame.name, "title": frame.title, "family": frame.family, "validity": verdict, "auc": auc,
                "low": auc - 0.05, "high": auc + 0.05, "n": 100 if measured else 0,
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


def estimates() -> pd.DataFrame:
    """Those of the small study, and frames and an axis of both outlets over all text."""
    rows = [
        _row("frame", frame, outlet, value)
        for frame, values in SCORES.items()
        for outlet, value in zip((GAZETTE, HERALD), values, strict=True)
    ]
    for measure, values in (("microframe bias", (-0.1, 0.2)), ("microframe intensity", (0.01, 0.03))):
        rows += [
            _row(measure, "strong-weak", outlet, value)
            for outlet, value in zip((GAZETTE, HERALD), values, strict=True)
        ]
    return pd.concat([small.estimates(), tables.table("estimates", rows)], ignore_index=True)


def _row(measure: str, frame: str, outlet: str, value: float) -> dict[str, object]:
    """One row of the estimates."""
    return {
        "measure": measure, "instrument": "", "voice": "all", "topic": "", "target": "", "frame": frame,
        "outlet": outlet, "estimate": value, "low": math.nan, "high": math.nan, "paragraphs": 4, "articles": 1,
        "p": math.nan, "q": math.nan, "verdict": "descriptive only",
    }  # fmt: skip


def frames() -> pd.DataFrame:
    """Every analysed paragraph scored alike for every frame, but that g1:3, quoted words, is the most economic."""
    rows = [
        {
            "paragraph_id": f"{article}:{ordinal}", "frame": frame, "instrument": "frames",
            "score": 0.99 if (article, ordinal, frame) == ("g1", 3, "pfc_economic") else 0.5,
            "evidence": 0.3 if (article, ordinal, frame) == ("g1", 3, "pfc_economic") else 0.0,
            "narration": math.nan, "probability": math.nan, "sentence_id": f"{article}:{ordinal}.1",
        }
        for article, ordinal, kind, *_ in small.PARAGRAPHS
        if kind in small.ANALYSED
        for frame in codebook().names
    ]  # fmt: skip
    return tables.table("frames", rows)


def microframes() -> pd.DataFrame:
    """One axis; the corpus leans to its second pole."""
    rows = [
        {"sentence_id": f"{article}:{ordinal}.1", "axis": "strong-weak", "projection": 0.05, "baseline": 0.05}
        for article, ordinal, *_ in small.PARAGRAPHS
    ]
    return tables.table("microframes", rows)
