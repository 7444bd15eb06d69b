"""Frames and microframes of outlets, worked out by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from analysis.compare.frames import frame_sums, microframe_sums
from analysis.compare.sums import Sums
from tests.compare.studies import Study
from tests.compare.studies import study as made


def _study() -> Study:
    return made(
        {
            "a1": ("A", [(0, [("narration", 0.0, "x"), ("direct", 0.0, "y")]), (0, [("direct", 0.0, "z")])]),
            "b1": ("B", [(0, [("narration", 0.0, "w")])]),
        }
    )


def _values(table: pd.DataFrame, study: Study) -> dict[tuple[str, str], list[float]]:
    sums = Sums.of(table, study.texts().design)
    keys = sums.keys[["measure", "voice"]].itertuples(index=False, name=None)
    return dict(zip(keys, sums.estimates().T.tolist(), strict=True))


def test_the_mean_score_counts_paragraphs_and_narration_those_that_narrate() -> None:
    study = _study()
    ids = study.paragraphs["paragraph_id"].tolist()
    frames = pd.DataFrame(
        {
            "paragraph_id": ids,
            "frame": "conflict",
            "score": [0.2, 0.8, 0.4],
            "narration": [0.1, math.nan, 0.4],
        }
    )
    values = _values(frame_sums(study.texts(), frames), study)
    assert values["frame", "all"] == pytest.approx([0.5, 0.4])
    assert values["frame", "narration"] == pytest.approx([0.1, 0.4])


def test_bias_is_the_mean_projection_and_intensity_the_mean_squared_distance_from_the_baseline() -> None:
    study = _study()
    ids = study.sentences["sentence_id"].tolist()
    table = pd.DataFrame(
        {"sentence_id": ids, "axis": "strong-weak", "projection": [0.1, -0.1, 0.3, 0.1], "baseline": 0.1}
    )
    values = _values(microframe_sums(study.texts(), table), study)
    assert values["microframe bias", "all"] == pytest.approx([0.1, 0.1])
    assert values["microframe intensity", "all"] == pytest.approx([0.08 / 3, 0.0])
    assert values["microframe bias", "narration"] == pytest.approx([0.1, 0.1])
    assert values["microframe intensity", "narration"] == pytest.approx([0.0, 0.0])
