"""JSON Lines: read and written one at a time."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from analysis import jsonl
from analysis.errors import ArticleError

FIELDS = {"id": object, "start": int}


def test_a_gzipped_file_reads_like_a_plain_one(tmp_path: Path) -> None:
    line = b'\xef\xbb\xbf{"id": 1, "start": 2}\n\n{"id": "b", "start": 3}\n'
    (tmp_path / "a.jsonl").write_bytes(line)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line))
    plain = list(jsonl.read(tmp_path / "a.jsonl", fields=FIELDS))
    packed = list(jsonl.read(tmp_path / "a.jsonl.gz", fields=FIELDS))
    assert [row for _, row in plain] == [{"id": 1, "start": 2}, {"id": "b", "start": 3}]
    assert [row for _, row in packed] == [row for _, row in plain]
    assert plain[1][0].endswith("a.jsonl: line 3")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b'{"id": 1}', "line 1: has no 'start'"),
        (b'{"id": 1, "start": true}', "line 1: 'start' is True, no int"),
        (b'{"id": 1, "start": "2"}', "line 1: 'start' is '2', no int"),
        (b'"id"', "line 1: is no object"),
        (b"\xff", "line 1: is not UTF-8"),
        (b'{"id": NaN, "start": 2}', "line 1: is not JSON .NaN is no number"),
        (b'{"id": 1e999, "start": 2}', "line 1: is not JSON .'1e999' is too large a number"),
        (
            b'{"id": 1, "start": ' + b"[" * 900 + b"]" * 900 + b"}",
            r"line 1: 'start' is \[\[\[\[\.\.\.\]\]\]\], no int",
        ),
        (b'{"id": "\\u0041", "start": ' + b"9" * 5_000 + b"}", "line 1: is not JSON"),
        (b'{"id": "\\ud800", "start": 2}', "line 1: has half a character"),
        (b"[" * 200_000, "line 1: is not JSON"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: bytes, complaint: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(line)
    with pytest.raises(ArticleError, match=complaint):
        list(jsonl.read(tmp_path / "a.jsonl", fields=FIELDS))


def test_a_broken_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"id": 1, "start": 2}\n' * 50)[:40])
    with pytest.raises(ArticleError, match="cannot be read"):
        list(jsonl.read(tmp_path / "a.jsonl.gz", fields=FIELDS))


def test_what_was_written_before_stays_until_the_last_line(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert jsonl.write(target, [{"a": "é"}]) == 1

    def rows() -> object:
        yield {"a": 1}
        raise ArticleError("broken off")

    with pytest.raises(ArticleError, match="broken off"):
        jsonl.write(target, rows())  # type: ignore[arg-type]
    assert target.read_text("utf-8") == '{"a": "é"}\n'
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
