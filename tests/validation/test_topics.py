"""Checking the topics on reports of known events."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import ArticleError
from analysis.validation import topics as validation


def article(event: str, source: str, *paragraphs: str) -> dict[str, object]:
    bodies = [[paragraph] for paragraph in paragraphs]
    return {"triplet-uuid": event, "source": source, "body-paragraphs": bodies}


def write(folder: Path, *articles: dict[str, object]) -> Path:
    with gzip.open(folder / validation.BASIL, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(one) + "\n" for one in articles)
    return folder


def test_only_events_that_all_three_outlets_report_are_read(tmp_path: Path) -> None:
    reports = [article("a", outlet, "One.", "", "Two.") for outlet in ("fox", "NYT", "hpo")]
    rows = validation._read_basil(write(tmp_path, *reports, article("b", "fox", "Three.")))
    assert sorted(set(rows["event"])) == ["a"]
    assert sorted(set(rows["outlet"])) == ["fox", "hpo", "nyt"]
    assert list(rows["plain"]) == ["One.", "Two."] * 3
    assert list(rows["ordinal"]) == [1, 3] * 3


def test_an_event_is_shared_when_one_topic_holds_paragraphs_of_all_its_reports() -> None:
    rows = [("a", "a1", 0), ("a", "a2", 0), ("a", "a3", 0), ("b", "b1", 1), ("b", "b2", 1), ("b", "b3", -1)]
    assigned = pd.DataFrame(rows, columns=["event", "article_id", "topic"])
    measures = validation._measures(assigned)
    assert measures == {
        "topics": 2,
        "outliers": 1,
        "event_nmi": 0.813,
        "shared_events": 0.5,
    }


def test_a_folder_without_the_collection_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        ArticleError, match=r"open_half\.jsonl\.gz: cannot be read .* - name the folder that holds BASIL"
    ):
        validation._read_basil(tmp_path)


@pytest.mark.skipif(
    "FRAMING_DATA" not in os.environ, reason="FRAMING_DATA names no folder of evaluation data"
)
def test_the_collection_holds_sixty_events_of_three_reports() -> None:
    rows = validation._read_basil(Path(os.environ["FRAMING_DATA"]) / "basil")
    assert rows["event"].nunique() == 60
    assert rows["article_id"].nunique() == 180
    assert not rows["paragraph_id"].duplicated().any()
