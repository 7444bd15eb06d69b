from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import ArticleError
from analysis.scale.parts import outlets_in, planned


def written(path: Path, rows: int, *, group: int = 100) -> None:
    texts = [f"Text {number}." for number in range(rows)]
    pd.DataFrame({"text": texts, "outlet": "Gazette"}).to_parquet(path, row_group_size=group)


def test_parts_cover_every_row_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    written(tmp_path / "b.parquet", 3)
    written(tmp_path / "a.parquet", 7, group=4)
    parts = planned(str(tmp_path / "*.parquet"), articles=3)
    assert [part.number for part in parts] == list(range(len(parts)))
    assert [(Path(part.path).name, part.first, part.stop - part.start) for part in parts] == [
        ("a.parquet", 0, 3), ("a.parquet", 3, 1), ("a.parquet", 4, 3), ("b.parquet", 0, 3),
    ]  # fmt: skip
    texts = [text for part in parts for text in part.read()["text"]]
    assert texts == [f"Text {number}." for number in (*range(7), *range(3))]


def test_missing_values_and_columns_are_empty(tmp_path: Path) -> None:
    pd.DataFrame({"text": ["One.", None], "outlet": ["Gazette", None]}).to_parquet(tmp_path / "a.parquet")
    (part,) = planned(str(tmp_path / "a.parquet"), articles=9)
    rows = part.read()
    assert rows["text"].tolist() == ["One.", ""]
    assert rows["outlet"].tolist() == ["Gazette", ""]
    assert rows["headline"].tolist() == ["", ""]


def test_the_outlets_of_a_file_are_found_without_white_space(tmp_path: Path) -> None:
    pd.DataFrame({"text": "x", "outlet": ["B ", "A", None, "", "A"]}).to_parquet(tmp_path / "a.parquet")
    assert outlets_in(str(tmp_path / "a.parquet")) == {"A", "B"}


def test_a_pattern_without_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"no file is named so - quote the pattern"):
        planned(str(tmp_path / "*.parquet"), articles=1)


def test_a_file_that_is_no_parquet_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_text("text,outlet\n")
    with pytest.raises(ArticleError, match=r"a\.parquet: cannot be read"):
        planned(str(tmp_path / "a.parquet"), articles=1)
    with pytest.raises(ArticleError, match=r"a\.parquet: cannot be read"):
        outlets_in(str(tmp_path / "a.parquet"))


def test_a_missing_column_is_named_with_those_there_are(tmp_path: Path) -> None:
    pd.DataFrame({"body": ["x"], "outlet": ["A"]}).to_parquet(tmp_path / "a.parquet")
    with pytest.raises(ArticleError, match=r"has no column 'text' - name it so; there are: body, outlet"):
        planned(str(tmp_path / "a.parquet"), articles=1)


def test_a_file_that_was_changed_after_planning_is_told(tmp_path: Path) -> None:
    written(tmp_path / "a.parquet", 7, group=4)
    *_, last = planned(str(tmp_path / "a.parquet"), articles=4)
    written(tmp_path / "a.parquet", 3)
    with pytest.raises(ArticleError, match=r"a\.parquet: cannot be read"):
        last.read()
