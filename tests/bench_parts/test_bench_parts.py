"""What a measured corpus in parts says: its settings, its rates, and what larger ones would take."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pandas as pd
import pytest

from analysis.bench_parts.agreement import _row
from analysis.bench_parts.corpus import Choices, as_study
from analysis.bench_parts.estimate import estimates
from analysis.bench_parts.measure import Measured
from analysis.scale import Scaled

ROWS = pd.DataFrame(
    {
        "article_id": ["a", "b", "c"],
        "outlet": ["Zeit & Co", 'The "Post"', "Zeit & Co"],
        "text": ["One.", "Two.", "Three."],
    }
)


def run(paragraphs: int, *, seconds: dict[str, float], memory: float) -> Measured:
    done = Scaled(page=Path("index.html"), articles=2, paragraphs=paragraphs, rejected=0, parts=1, made=1)
    return Measured(
        done, workers=2, seconds=seconds, worker_memory=900, memory=memory, shards=paragraphs * 4096,
        settings=Path("choices.toml"), corpus=ROWS,
    )  # fmt: skip


def test_the_settings_are_those_that_were_asked_for_and_no_others() -> None:
    asked = tomllib.loads(Choices("int8", layouts=20, draws=500).of(ROWS))
    assert asked["kernels"] == "int8"
    assert asked["topics"] == {"layouts": 20}
    assert asked["compare"] == {"permutations": 500, "resamples": 500, "audits": 0}
    assert [outlet["name"] for outlet in asked["outlets"]] == ['The "Post"', "Zeit & Co"]
    assert not {"topics", "compare"} & set(tomllib.loads(Choices("float32").of(ROWS)))


def test_an_ordinary_study_has_the_same_articles(tmp_path: Path) -> None:
    study = as_study(ROWS, tmp_path, Choices("int8"))
    assert tomllib.loads((study / "study.toml").read_text("utf-8"))["articles_file"] == "articles.csv"
    listed = pd.read_csv(study / "articles.csv")
    assert [(study / file).read_text("utf-8") for file in listed["file"]] == list(ROWS["text"])
    assert list(listed["outlet"]) == list(ROWS["outlet"])


def test_larger_corpora_are_estimated_in_proportion() -> None:
    small = run(1_000, seconds={"Reading the parts": 50.0, "Comparing outlets": 10.0}, memory=1024)
    large = run(
        10_000,
        seconds={"Reading the parts": 400.0, "Counting": 100.0, "Comparing outlets": 19.0},
        memory=1033,
    )
    assert (small.rate, large.rate) == (10, 10)
    smallest = run(100, seconds={"Reading the parts": 5.0, "Comparing outlets": 1.0}, memory=64)
    table = estimates([smallest, small, large], price=0.1).set_index("paragraphs")
    ten = table.loc[10_000_000]
    assert ten["worker_hours"] == pytest.approx(10_000_000 / 10 / 3600)
    assert ten["cost"] == pytest.approx(ten["worker_hours"] * 0.1)
    alone = 19 + 9 / 9_000 * (10_000_000 - 10_000)
    assert ten["hours"] == pytest.approx(ten["worker_hours"] / 100 + alone / 3600)
    assert ten["memory"] == pytest.approx((1033 + 9 / 9_000 * (10_000_000 - 10_000)) / 1024)
    assert ten["shards"] == pytest.approx(4096 * 10_000_000 / 2**30)


@pytest.mark.parametrize(
    ("other", "same", "apart"),
    [
        ({"name": ["b", "a"], "value": [2.0, 1.0]}, True, 0.0),
        ({"name": ["a", "b"], "value": [1.0, 2.5]}, False, 0.5),
        ({"name": ["a", "c"], "value": [1.0, 2.0]}, False, float("nan")),
        ({"name": ["a"], "value": [1.0]}, False, float("nan")),
        ({"name": ["a", "b"], "value": [1.0, float("nan")]}, False, float("nan")),
    ],
)
def test_tables_agree_by_value_whatever_their_order(
    other: dict[str, list[object]], same: bool, apart: float
) -> None:
    table = pd.DataFrame({"name": ["a", "b"], "value": [1.0, 2.0]})
    name, rows, found, gap = _row("tone", table, pd.DataFrame(other))
    assert (name, rows, found) == ("tone", 2, same)
    assert gap == pytest.approx(apart, nan_ok=True)
