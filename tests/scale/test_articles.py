from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import ScaleError
from analysis.scale.articles import articles_of, headed
from analysis.scale.parts import KNOWN, Part
from analysis.settings import Outlet, Settings, StudySettings

SETTINGS = Settings(
    Path(), StudySettings(title="x"), outlets=(Outlet("The Gazette", ("Gazette",)),), articles=()
)
PART = Part(0, "/data/news.parquet", "news.parquet", "", 0, 0, 9, 40)
BODY = "The ministers met in Vienna on Monday and agreed on nothing at all."


def rows(*given: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame([dict.fromkeys(KNOWN, "") | row for row in given])


def test_every_row_is_an_article_or_is_rejected_with_its_place_and_reason() -> None:
    made = articles_of(PART, rows(
        {"text": BODY, "outlet": "Gazette", "article_id": "One"},
        {"text": "", "outlet": "Gazette"},
        {"text": BODY, "outlet": " "},
        {"text": "a\0b", "outlet": "Gazette"},
        {"text": BODY, "outlet": "Gazette", "date": "12/03/2020"},
        {"text": "Advertisement", "outlet": "Gazette", "headline": "Advertisement"},
    ), SETTINGS)  # fmt: skip
    assert made["articles"]["article_id"].tolist() == ["one"]
    assert made["articles"]["outlet"].tolist() == ["The Gazette"]
    assert list(made["rejected"].itertuples(index=False, name=None)) == [
        ("news.parquet#41", "news-41", "the file is empty"),
        ("news.parquet#42", "news-42", "it names no outlet"),
        ("news.parquet#43", "news-43", "holds a NUL character"),
        ("news.parquet#44", "news-44", "'12/03/2020' is no date as in 2024-03-01"),
        (
            "news.parquet#45", "news-45",
            "no paragraph to analyse: only a headline, captions or boilerplate were found",
        ),
    ]  # fmt: skip


def test_a_name_is_taken_by_articles_that_are_used_alone_and_by_one_of_them() -> None:
    empty = {"text": BODY, "outlet": "", "article_id": "One"}
    one, two = ({"text": BODY, "outlet": "Gazette", "article_id": name} for name in ("One", "one"))
    made = articles_of(PART, rows(empty, one), SETTINGS)
    assert made["articles"]["article_id"].tolist() == ["one"]
    assert made["rejected"]["reason"].tolist() == ["it names no outlet"]
    with pytest.raises(
        ScaleError, match=r"news\.parquet#41 and news\.parquet#42: two articles are called 'one' - give each"
    ):
        articles_of(PART, rows(empty, one, two), SETTINGS)


@pytest.mark.parametrize(
    "given", ["2020-01-02", "2020-01-02 13:45:00", "2020-01-02T13:45:00+02:00", " 2020-01-02 "]
)
def test_a_time_behind_a_date_is_left_out(given: str) -> None:
    made = articles_of(PART, rows({"text": BODY, "outlet": "Gazette", "date": given}), SETTINGS)
    assert made["articles"]["date"].tolist() == ["2020-01-02"]


def test_an_article_without_a_name_is_called_by_file_and_row() -> None:
    made = articles_of(PART, rows({"text": BODY, "outlet": "Herald"}), SETTINGS)
    assert made["paragraphs"]["paragraph_id"].tolist() == ["news-40:1"]
    assert made["articles"]["outlet"].tolist() == ["Herald"]
    assert made["articles"]["source_path"].tolist() == ["news.parquet#40"]


@pytest.mark.parametrize(
    ("text", "headline", "expected"),
    [
        ("Body.", "", "Body."),
        ("Body.", "A title", "A title\n\nBody."),
        ("A  title\n\nBody.", " A title", "A  title\n\nBody."),
    ],
)
def test_a_text_stands_under_its_headline_once(text: str, headline: str, expected: str) -> None:
    assert headed(text, headline) == expected
