"""The segmenters' comparison, on one article coded by hand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from analysis.voices.segmenters import compare_segmenters
from tests.voices.test_validity import coded, folder

__all__ = ["folder"]


def test_the_segmenter_in_use_cuts_best(folder: Path) -> None:
    rows = compare_segmenters(folder).set_index("segmenter")
    assert rows.index[-1] == "syntok, titles joined"
    assert rows["hard_cases"].idxmax() == "syntok, titles joined"
    assert rows["hard_cases"].iloc[-1] == 1
    assert (rows["cut"] == 0).all()
    assert rows["words_per_sentence"].between(1, 20).all()


def test_what_is_reported_is_cut_where_a_sentence_ends_inside(tmp_path: Path) -> None:
    """One of two: "it rained. She left" is cut, "it snowed" is not."""
    text = "Ann said it rained. She left. Bob said it snowed."
    row = coded(text, ("indirect", "Ann", "it rained. She left"), ("indirect", "Bob", "it snowed"))
    with gzip.open(tmp_path / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    rows = compare_segmenters(tmp_path)
    assert set(rows["cut"]) == {0.5}
    assert set(rows["words_per_sentence"]) == {10 / 3}
