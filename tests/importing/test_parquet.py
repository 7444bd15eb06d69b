"""Parquet tables: what Python has no value for."""

from __future__ import annotations

import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.errors import ArticleError
from tests.importing.test_reading import read, values


def parquet(path: Path, **columns: object) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_bytes_in_parquet_are_texts(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "a.parquet",
        text=pa.array(["caf\xe9".encode(), "caf\xe9".encode("latin-1"), b"\0\1\2"], pa.binary()),
        parts=pa.array([[b"One"], None, []], pa.list_(pa.binary())),
    )
    assert values(path) == [
        {"text": "caf\xe9", "parts": ["One"]}, {"text": "caf\xe9", "parts": None}, {"text": None, "parts": []},
    ]  # fmt: skip


def test_a_column_that_stands_twice_in_parquet_is_an_error(tmp_path: Path) -> None:
    table = pa.Table.from_arrays([pa.array(["a"]), pa.array(["b"])], names=["text", "text"])
    pq.write_table(table, tmp_path / "a.parquet")
    with pytest.raises(ArticleError, match=r"a\.parquet: names the column 'text' twice - rename one"):
        read(tmp_path / "a.parquet")


def test_days_and_zones_that_python_does_not_know_are_written_as_they_are(tmp_path: Path) -> None:
    far = 253_402_300_800_000
    path = parquet(
        tmp_path / "a.parquet",
        far=pa.array([far, None, 0], pa.timestamp("ms")),
        day=pa.array([3_000_000, None, 0], pa.date32()),
        zone=pa.array([0, None, 0], pa.timestamp("ms", tz="Mars/Base")),
        inside=pa.array([[far], None, []], pa.list_(pa.timestamp("ms"))),
    )
    first, _, last = values(path)
    assert first["far"] == "10000-01-01 00:00:00.000"
    assert (first["day"], first["zone"]) == ("10183-09-21", "1970-01-01 00:00:00.000")
    assert (last["far"], last["day"]) == (datetime.datetime(1970, 1, 1), datetime.date(1970, 1, 1))  # noqa: DTZ001
    assert (first["inside"], last["inside"]) == (None, [])
