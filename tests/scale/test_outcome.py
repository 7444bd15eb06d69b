"""What a run leaves in `tables/`, and what it says where it can leave nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pandas as pd
import pytest

from analysis import environment
from analysis.errors import EmptyGroupError, ScaleError, StoreError
from analysis.progress import Silent
from analysis.scale import Sizes, run_scale
from analysis.scale.crew import Alone
from analysis.scale.job import Job, Receipt
from analysis.scale.outcome import tables_in_parts
from analysis.scale.texts import read_part
from analysis.settings import without_articles
from tests.scale.test_articles import PART, SETTINGS


def read(job: Job, key: str, *ids: str) -> Receipt:
    """A part that was read, with a table of articles alone."""
    job.again("texts", key).write({"articles": pd.DataFrame({"article_id": ids})})
    return Receipt(PART, key, len(ids), len(ids), 0, 1.0, was_made=True)


def test_a_table_of_an_earlier_run_is_replaced_whole(tmp_path: Path) -> None:
    job = Job(tmp_path / "shards", SETTINGS)
    tables_in_parts(job, tmp_path, [read(job, "a", "one")], [])
    tables_in_parts(job, tmp_path, [read(job, "b", "two", "three")], [])
    assert pd.read_parquet(tmp_path / "tables" / "articles")["article_id"].tolist() == ["two", "three"]
    assert not [path for path in (tmp_path / "tables").iterdir() if path.name.startswith(".")]


def test_a_full_disk_leaves_the_table_of_the_earlier_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = Job(tmp_path / "shards", SETTINGS)
    tables_in_parts(job, tmp_path, [read(job, "a", "one")], [])
    receipt = read(job, "b", "two")

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(shutil, "copyfile", refused)
    with pytest.raises(
        StoreError, match=r"tables: cannot be written \(No space left on device\) - free some"
    ):
        tables_in_parts(job, tmp_path, [receipt], [])
    assert pd.read_parquet(tmp_path / "tables" / "articles")["article_id"].tolist() == ["one"]


def test_a_worker_that_computes_with_other_kernels_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "choose", lambda _: False)
    with pytest.raises(ScaleError, match=r"loaded before the study chose its kernels \(compatible\) - start"):
        read_part(Job(tmp_path, SETTINGS), PART)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [("Text.", "", ""), ("Text.", "", ""), ("Text.", "A", "then")],
            "no article could be used; of most rows: it names no outlet - mend the files",
        ),
        ([("Text.", "A", "then")], "of most rows: 'then' is no date as in 2024-03-01"),
        ([], "there is no row - name files with articles"),
    ],
)
def test_a_corpus_of_which_nothing_can_be_used_says_why(
    rows: list[tuple[str, str, str]], told: str, tmp_path: Path
) -> None:
    frame = pd.DataFrame(rows, columns=["text", "outlet", "date"], dtype="str")
    frame.to_parquet(tmp_path / "a.parquet")
    with pytest.raises(EmptyGroupError, match=told):
        run_scale(
            str(tmp_path / "a.parquet"), tmp_path / "out", crew=Alone(), sizes=Sizes(), progress=Silent(),
            settings=without_articles(None, title="x", kernels="compatible"),
        )  # fmt: skip
