"""Stance of any texts, line by line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from analysis.errors import ArticleError
from analysis.progress import Step
from analysis.scoring import stance


class Counting:
    """Surer of positive the longer the target; keeps the size of each batch."""

    name = "counting"

    def __init__(self) -> None:
        self.batches: list[int] = []

    def probabilities(
        self, texts: Sequence[str], spans: Sequence[tuple[int, int]], *, progress: Step
    ) -> npt.NDArray[np.float64]:
        progress(len(texts), len(texts))
        self.batches.append(len(texts))
        positive = np.array([(end - start) / 10 for start, end in spans])
        return np.column_stack([np.full(len(spans), 0.0), 1 - positive, positive])


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def line(number: object, text: str = "NATO left.", start: object = 0, end: object = 4) -> dict[str, object]:
    return {"id": number, "text": text, "start": start, "end": end}


def test_each_line_gives_a_line_with_probabilities_and_polarity(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", line(1), line("b", "Ann Baker left.", 0, 9))
    assert stance.score_file(source, tmp_path / "out.jsonl", Counting()) == 2
    rows = [json.loads(row) for row in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows == [
        {"id": 1, "polarity": 0, "p_negative": 0.0, "p_neutral": 0.6, "p_positive": 0.4},
        {"id": "b", "polarity": 1, "p_negative": 0.0, "p_neutral": 0.1, "p_positive": 0.9},
    ]


def test_lines_are_read_in_batches_and_progress_is_told(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", *[line(number) for number in range(stance.BATCH + 3)])
    counting, told = Counting(), []
    stance.score_file(source, tmp_path / "out.jsonl", counting, progress=lambda *step: told.append(step))
    assert counting.batches == [stance.BATCH, 3]
    assert told == [(256, 259), (259, 259)]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (line(1, end=11), r"in\.jsonl: line 2: the target at 0:11 is not in the text of 10 characters"),
        (line(1, start=4), r"line 2: the target at 4:4"),
        (line(1, start=-1), r"line 2: the target at -1:4"),
        (line(1, text="NATO  left.", start=4, end=6), r"line 2: the target at 4:6 is white space"),
        (line(1, start="0"), r"line 2: 'start' is '0'"),
        ({"id": 1, "text": "NATO left.", "start": 0}, r"line 2: has no 'end'"),
    ],
)
def test_a_bad_line_is_named_and_the_last_result_stays(
    tmp_path: Path, row: dict[str, object], complaint: str
) -> None:
    source, target = write(tmp_path / "in.jsonl", line(0), row), tmp_path / "out.jsonl"
    target.write_text("earlier")
    with pytest.raises(ArticleError, match=complaint):
        stance.score_file(source, target, Counting())
    assert target.read_text() == "earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"none\.jsonl: cannot be read"):
        stance.score_file(tmp_path / "none.jsonl", tmp_path / "out.jsonl", Counting())


def test_an_empty_file_gives_an_empty_one(tmp_path: Path) -> None:
    assert stance.score_file(write(tmp_path / "in.jsonl"), tmp_path / "out.jsonl", Counting()) == 0
    assert (tmp_path / "out.jsonl").read_text() == ""
