"""Topics from file to file."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from analysis.documents.find import Plan
from analysis.documents.told import told
from analysis.errors import ArticleError
from analysis.progress import Silent, Step
from analysis.scoring.topics import topics_file

TEXTS = ["ship sails sea", "sea ship storm", "wheat barn farm", "farm wheat rain", ""]


def _embed(texts: list[str], step: Step) -> np.ndarray:
    step(len(texts), len(texts))
    return np.array(
        [[text.count("s"), text.count("a") + text.count("r"), 1] for text in texts], dtype=np.float32
    )


def _run(folder: Path, texts: list[str], name: str = "in.jsonl") -> list[dict[str, object]]:
    lines = "".join(
        json.dumps({"id": f"d{TEXTS.index(text)}", "text": text, "more": 1}) + "\n" for text in texts
    )
    (folder / name).write_bytes(gzip.compress(lines.encode()) if name.endswith(".gz") else lines.encode())
    topics_file(folder / name, folder / "out.jsonl", embed=_embed, plan=Plan(topics=2), progress=Silent())
    return [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()]


def test_every_line_gets_its_answer_in_order_and_none_is_dropped(tmp_path: Path) -> None:
    rows = _run(tmp_path, TEXTS)
    assert [row["id"] for row in rows] == ["d0", "d1", "d2", "d3", "d4"]
    assert [list(row) for row in rows] == [["id", "topic", "confidence"]] * 5
    assert rows[0]["topic"] == rows[1]["topic"] != rows[2]["topic"] == rows[3]["topic"]
    assert rows[4] == {"id": "d4", "topic": -1, "confidence": 0.0}


def test_the_lines_may_come_in_any_order_twice_and_gzipped(tmp_path: Path) -> None:
    rows = {row["id"]: row for row in _run(tmp_path, TEXTS)}
    again = _run(tmp_path, [*TEXTS[::-1], TEXTS[0]], "in.jsonl.gz")
    assert [row["id"] for row in again] == ["d4", "d3", "d2", "d1", "d0", "d0"]
    assert all(row["confidence"] == rows[row["id"]]["confidence"] for row in again)


def test_a_file_that_cannot_be_written_is_told_before_anything_is_embedded(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "one"}\n')

    def embed(texts: list[str], step: Step) -> np.ndarray:
        raise AssertionError(texts, step)

    target = tmp_path / "missing" / "out.jsonl"
    with pytest.raises(ArticleError, match=r"out\.jsonl: cannot be written \(No such file or directory\)"):
        topics_file(tmp_path / "in.jsonl", target, embed=embed, plan=Plan(), progress=Silent())


def test_a_line_without_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 1}\n')
    with pytest.raises(ArticleError, match="line 1"):
        topics_file(tmp_path / "in.jsonl", tmp_path / "out", embed=_embed, plan=Plan(), progress=Silent())


def test_what_is_told_has_every_topic_and_how_many_documents_have_one(tmp_path: Path) -> None:
    _run(tmp_path, TEXTS)
    found = topics_file(
        tmp_path / "in.jsonl", tmp_path / "out.jsonl", embed=_embed, plan=Plan(topics=2), progress=Silent()
    )
    lines = told(found).splitlines()
    assert [line.split()[:2] for line in lines[1:3]] == [["0", "2"], ["1", "2"]]
    assert "coverage   0.800  4 of 5 documents have a topic" in lines
