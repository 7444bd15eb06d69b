"""The measures on PolNeAR, on two articles coded by hand; and on the real ones where they are."""

from __future__ import annotations

import gzip
import json
import math
import os
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import ArticleError
from analysis.voices.validity import head_name, validate

FIRST = "“We are glad of that,” Ann Smith said. Bob Jones said it rained. Eve Ford left."
SECOND = "“We like it here now,” said Ann Smith."


def coded(text: str, *attributions: tuple[str, str, str]) -> dict[str, object]:
    rows = []
    for kind, source, content in attributions:
        start = text.index(content)
        rows.append({"kind": kind, "source_text": source, "content": [[start, start + len(content)]]})
    return {"id": text[:5], "text": text, "annotations": [{"attributions": rows}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        coded(FIRST, ("direct", "Ann Smith", "“We are glad of that,”"), ("indirect", "Eve Ford", "left")),
        coded(SECOND, ("direct", "Bob Brown, a guest", "“We like it here now,”")),
    ]
    with gzip.open(tmp_path / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_measures_are_those_worked_by_hand(folder: Path) -> None:
    value = validate(folder).set_index("measure")["value"]
    assert value["recall, direct by direct"] == 1
    assert value["precision, direct"] == 1
    assert value["speaker's head name, direct"] == 1 / 2
    assert value["precision, all kinds"] == 2 / 3
    assert value["recall, all kinds"] == 2 / 3
    assert value["F1, all kinds"] == pytest.approx(2 / 3)
    assert value["recall, indirect"] == 0
    assert math.isnan(value["recall, mixed"])


def test_intervals_hold_the_value_and_are_the_same_again(folder: Path) -> None:
    rows = validate(folder).dropna()
    assert ((rows["low"] <= rows["value"]) & (rows["value"] <= rows["high"])).all()
    pd.testing.assert_frame_equal(validate(folder), validate(folder))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ann Smith, a lawyer", "Smith"),
        ("Donald Hartley of Madison, Alabama,", "Hartley"),
        ("Clinton’s top aide Jake Sullivan", "Sullivan"),
        ("Sen. Amy Klobuchar (D-Minn.)", "Klobuchar"),
        ("Mr. Trump’s", "Trump"),
        ("the newspaper", ""),
        ("He", ""),
        ("", ""),
    ],
)
def test_the_head_of_a_named_source(source: str, name: str) -> None:
    assert head_name(source) == name


@pytest.mark.parametrize(
    "content", [b"no gzip", gzip.compress(b"[]\n", mtime=0), gzip.compress(b'{"id": 1}\n', mtime=0)]
)
def test_a_file_that_is_not_polnear_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dev.jsonl.gz").write_bytes(content)
    with pytest.raises(ArticleError, match=r"dev\.jsonl\.gz: cannot be read as PolNeAR"):
        validate(tmp_path)


@pytest.mark.skipif(
    "FRAMING_DATA" not in os.environ, reason="FRAMING_DATA names no folder of evaluation data"
)
def test_polnear_keeps_its_bars() -> None:
    value = validate(Path(os.environ["FRAMING_DATA"]) / "polnear").set_index("measure")["value"]
    assert value["recall, direct by direct"] >= 0.95
    assert value["precision, direct"] >= 0.95
    assert value["speaker's head name, direct"] >= 0.80
    assert value["F1, all kinds"] >= 0.60
