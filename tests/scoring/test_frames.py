"""Frame scores from file to file."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from analysis.errors import ArticleError
from analysis.framing.frames import codebook
from analysis.scoring import frames
from analysis.scoring.frames import score_file
from analysis.voices.segments import sentences_of


def _encode(texts: list[str]) -> np.ndarray:
    rows = [[text.lower().count(letter) + 0.01 for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts]
    return np.array(rows, dtype=np.float32).reshape(len(texts), 26)


def _file(path: Path, *texts: str) -> Path:
    path.write_text("".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts)))
    return path


def test_every_text_gets_a_score_for_every_frame_in_order(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    source = _file(tmp_path / "in.jsonl", "War came. Rain fell.", "", "Prices rose.")
    count = score_file(
        source, tmp_path / "out.jsonl", encode=_encode, progress=lambda *step: told.append(step)
    )
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert count == 3
    assert told[-1] == (3, 3)
    assert [row["id"] for row in rows] == [0, 1, 2]
    assert all(list(row) == ["id", *codebook().names] for row in rows)
    assert all(0 <= rows[0][name] <= 1 for name in codebook().names)
    assert {rows[1][name] for name in codebook().names} == {None}


def test_a_score_does_not_depend_on_how_texts_are_batched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _file(tmp_path / "in.jsonl", *(f"Number {n} came. It left." for n in range(5)))
    score_file(source, tmp_path / "one.jsonl", encode=_encode, progress=lambda *_: None)
    monkeypatch.setattr(frames, "AT_ONCE", 2)
    score_file(source, tmp_path / "two.jsonl", encode=_encode, progress=lambda *_: None)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_a_line_without_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 1}\n')
    with pytest.raises(ArticleError, match="line 1"):
        score_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl", encode=_encode, progress=lambda *_: None)


def test_lines_are_cut_into_sentences_of_their_own() -> None:
    assert sentences_of("A headline\n\nIt rained. He left.\n") == ["A headline", "It rained.", "He left."]
