"""The segmenters' comparison, on one article coded by hand."""

from __future__ import annotations

from pathlib import Path

from analysis.voices.segmenters import compare_segmenters
from tests.voices.test_validity import folder

__all__ = ["folder"]


def test_the_segmenter_in_use_cuts_best(folder: Path) -> None:
    rows = compare_segmenters(folder).set_index("segmenter")
    assert rows.index[-1] == "syntok, titles joined"
    assert rows["hard_cases"].idxmax() == "syntok, titles joined"
    assert rows["hard_cases"].iloc[-1] == 1
    assert (rows["cut"] == 0).all()
    assert rows["words_per_sentence"].between(1, 20).all()
