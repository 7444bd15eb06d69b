from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
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
    first, last = planned(str(tmp_path / "a.parquet"), articles=4)
    pd.DataFrame({"text": [f"New {number}." for number in range(9)], "outlet": "Gazette"}).to_parquet(
        tmp_path / "a.parquet", row_group_size=4
    )
    for part in (first, last):
        with pytest.raises(ArticleError, match=r"a\.parquet: was changed during the run - run the command"):
            part.read()
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(ArticleError, match=r"a\.parquet: was changed during the run"):
        first.read()
    (tmp_path / "a.parquet").unlink()
    with pytest.raises(ArticleError, match=r"a\.parquet: is not there - put it where every worker finds it"):
        first.read()


COLUMNS: dict[str, tuple[pa.Array, list[str]]] = {
    "whole numbers": (pa.array([7, None, 12_345_678_901]), ["7", "", "12345678901"]),
    "numbers": (pa.array([7.5, None, float("nan")]), ["7.5", "", ""]),
    "categories": (pa.array(["news", None, "news"]).dictionary_encode(), ["news", "", "news"]),
    "times": (
        pa.array([datetime.fromisoformat("2020-01-02"), None, datetime.fromisoformat("2020-01-02T23:05")]),
        ["2020-01-02", "", "2020-01-02"],
    ),
    "times in a zone": (
        pa.array([datetime(2020, 1, 2, 23, tzinfo=UTC), None], pa.timestamp("us", "UTC")),
        ["2020-01-02", ""],
    ),
    "days": (pa.array([date(2020, 1, 2), None]), ["2020-01-02", ""]),
    "nothing at all": (pa.nulls(2), ["", ""]),
    "paragraphs": (pa.array([["One.", "", "Two."], None, []]), ["One.\n\nTwo.", "", ""]),
}


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_value_is_the_same_text_in_any_part(kind: str, tmp_path: Path) -> None:
    values, expected = COLUMNS[kind]
    table = pa.table({"text": pa.array(["x"] * len(values)), "outlet": values})
    pq.write_table(table, tmp_path / "a.parquet")
    for articles in (1, 2, 9):
        parts = planned(str(tmp_path / "a.parquet"), articles=articles)
        assert [name for part in parts for name in part.read()["outlet"]] == expected
    assert outlets_in(str(tmp_path / "a.parquet")) == set(expected) - {""}


def test_a_column_of_tables_is_told(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": pa.array([{"a": 1}]), "outlet": ["A"]}), tmp_path / "a.parquet")
    (part,) = planned(str(tmp_path / "a.parquet"), articles=9)
    with pytest.raises(ArticleError, match=r"the column 'text' holds no texts but struct<a: int64> - write"):
        part.read()


def test_files_of_one_name_are_called_by_their_folders_too(tmp_path: Path) -> None:
    for year in ("2020", "2021"):
        (tmp_path / f"year={year}").mkdir()
        written(tmp_path / f"year={year}" / "part.parquet", 1)
    parts = planned(str(tmp_path / "**" / "*.parquet"), articles=9)
    assert [part.file for part in parts] == ["year=2020/part.parquet", "year=2021/part.parquet"]
    assert [part.file for part in planned(str(tmp_path / "year=2020" / "*"), articles=9)] == ["part.parquet"]


def test_parts_are_read_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "a.parquet", 1)
    monkeypatch.chdir(tmp_path)
    (part,) = planned("*.parquet", articles=9)
    monkeypatch.chdir("/")
    assert part.read()["text"].tolist() == ["Text 0."]
