"""JSON files: an article, or a list of them, and objects in place of texts."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from analysis.importing.columns import as_text, guess
from analysis.importing.reading import Row, Unread
from tests.importing.sources import body, jsonl, made, row
from tests.importing.sources import found as kinds
from tests.importing.test_reading import read, values


@pytest.mark.parametrize(
    "given",
    [
        {"text": ["One.", "Two."], "authors": [{"name": "Ann Lee"}]},
        {"text": "A short text.", "images": [{"url": "a.png"}]},
        {"Body-Text": [["One.", "Two."]], "authors": [{"text": "Ann Lee"}]},
        {"words": "x" * 1_001, "authors": [{"text": "Ann Lee"}]},
        {"headline": "No text.", "authors": [{"name": "Ann Lee"}]},
    ],
)
def test_an_article_in_a_json_file_is_not_replaced_by_a_list_in_it(
    tmp_path: Path, given: dict[str, object]
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    assert values(path) == [given]


def test_articles_are_found_in_a_json_file_beside_other_lists(tmp_path: Path) -> None:
    articles = [{"title": "No text."}, {"content": "Short."}]
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"feeds": [{"name": "A"}], "articles": articles}), encoding="utf-8")
    assert values(path) == articles


def test_the_only_list_of_a_mere_wrapper_is_read_whatever_its_columns_are_called(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps({"count": 2, "rows": [{"wording": "One."}, {"wording": "Two."}]}), encoding="utf-8"
    )
    assert values(path) == [{"wording": "One."}, {"wording": "Two."}]


def test_objects_in_place_of_texts_give_their_words_and_no_python(tmp_path: Path) -> None:
    given = row(
        0,
        text=[{"text": paragraph, "id": 1} for paragraph in body(0).split("\n\n")],
        author=[{"name": "Ann Lee", "id": 7}, {"id": 8}, {"value": "Bo Day"}],
        url=[{"id": 9}],
        outlet=[{"name": "The Herald"}],
    )
    _, study = made(jsonl(tmp_path / "a.jsonl", given), tmp_path / "study")
    (article,) = study.articles
    assert (article.outlet, article.byline, article.url) == ("The Herald", "Ann Lee, Bo Day", "")
    assert body(0) in (tmp_path / "study" / article.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("nothing", [float("nan"), Decimal("NaN"), pd.NaT])
def test_what_programs_write_for_an_empty_cell_is_no_text(nothing: object) -> None:
    assert as_text(nothing) == ""
    (outlet,) = [one for one in guess([Row("1", row())], {}) if one.role == "outlet"]
    assert outlet.of(Row("2", {"outlet": nothing})) is None


def test_a_cell_that_is_nan_leaves_the_article_without_it(tmp_path: Path) -> None:
    nan = float("nan")
    rows_given = [row(0), row(1, title=nan, url=nan, author=nan), row(2, outlet=nan), row(3, text=nan)]
    quality, study = made(jsonl(tmp_path / "a.jsonl", *rows_given), tmp_path / "study")
    assert [(one.headline, one.url, one.byline) for one in study.articles] == [
        ("Headline 0", "", ""),
        ("", "", ""),
    ]
    assert (kinds(quality)["no-outlet"], kinds(quality)["no-text"]) == (1, 1)


def test_a_number_of_too_many_digits_is_a_file_that_was_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(f'{{"text": {"9" * 5_000}}}')
    (one,) = read(tmp_path / "a.json")
    assert isinstance(one, Unread)
    assert one.reason.startswith("no JSON that can be read (Exceeds the limit")
