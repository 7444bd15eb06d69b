"""Tables of text: quotation marks that do not match, and lines of old Macs."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import ArticleError
from analysis.importing.reading import Row, Unread
from tests.importing.test_reading import cell, read


def lines_of(path: Path) -> list[tuple[str, str]]:
    """Where each row stands, and its title or why it was not read."""
    return [
        (one.place, one.reason if isinstance(one, Unread) else str(cell(one, "title"))) for one in read(path)
    ]


def test_lines_that_an_open_quotation_mark_swallows_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        'outlet,title,text\nA,"T,one\nB,"U" is,two\nC,V,three\nD,"W,four\nE,X,five\n', encoding="utf-8"
    )
    assert lines_of(path) == [
        ("a.csv, lines 2 to 3", "no row of a table (',' expected after '\"')"), ("a.csv, line 4", "V"),
        ("a.csv, lines 5 to 6", "no row of a table (unexpected end of data)"),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("given", "titles"),
    [
        (['"T', "U", 'V"', "W"], ['"T', "U", 'V"', "W"]),
        (['"T', 'U"', "V"], ['"T', 'U"', "V"]),
        (['"T" is', "U", '"V'], ['"T" is', "U", '"V']),
        (['"T ""is"""', '"U\nand\n\nmore"', "V"], ['T "is"', "U\nand\n\nmore", "V"]),
    ],
)
def test_in_a_table_with_tabs_each_line_is_a_row_unless_its_quotation_marks_match(
    tmp_path: Path, given: list[str], titles: list[str], end: str
) -> None:
    path = tmp_path / "a.tsv"
    rows_given = "".join(f"O\t{title}\tsome text{end}" for title in given)
    path.write_bytes(f"outlet\ttitle\ttext{end}{rows_given}".encode())
    assert [title for _, title in lines_of(path)] == titles
    assert {cell(one, "text") for one in read(path) if isinstance(one, Row)} == {"some text"}


def test_lines_of_an_old_mac_are_rows_and_a_first_line_that_is_none_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'outlet,title\rA,T\rB,"U\rV"\r')
    assert lines_of(path) == [("a.csv, line 2", "T"), ("a.csv, line 3", "U\rV")]
    path.write_bytes(b"outlet,title\rA,T\nB,U\n")
    with pytest.raises(ArticleError, match=r"a\.csv: line 1: is no row of a table .* - export it again"):
        read(path)
