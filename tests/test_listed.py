"""The table of articles beside study.toml is read and checked as its blocks are."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis import settings as study_settings
from analysis.errors import SettingsError
from analysis.settings import Settings, Source
from analysis.stages import source_hashes

HEAD = """
articles_file = "articles.csv"
[study]
title = "A study"
[[outlets]]
name = "The Herald"
aliases = ["Herald"]
[[outlets]]
name = "The Gazette"
"""


def read(folder: Path, table: str | bytes, extra: str = "") -> Settings:
    (folder / "study.toml").write_text(HEAD + extra, encoding="utf-8")
    (folder / "articles.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    return study_settings.read(folder)


def test_a_row_is_an_article_and_an_empty_cell_is_a_key_left_out(tmp_path: Path) -> None:
    table = 'file,outlet,headline,genre\na.txt,The Herald,"Peace, at last",\n'
    assert read(tmp_path, table).articles == (Source("a.txt", "The Herald", headline="Peace, at last"),)


def test_blocks_and_rows_are_the_same_articles(tmp_path: Path) -> None:
    rows = "file,outlet,date\nb.txt,The Gazette,2020-01-02\na.txt,The Herald,\n"
    in_table = read(tmp_path, rows)
    blocks = '[[articles]]\nfile = "b.txt"\noutlet = "The Gazette"\ndate = 2020-01-02\n'
    mixed = read(tmp_path, "file,outlet\na.txt,The Herald\n", blocks)
    assert in_table.articles == mixed.articles
    assert [article.file for article in mixed.articles] == ["a.txt", "b.txt"]


def test_an_alias_names_its_outlet(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "file,outlet\na.txt,Herald\n").articles
    assert article.outlet == "The Herald"


def test_a_column_of_the_reader_s_own_is_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, "file,outlet,extra_bias\na.txt,Herald,left\n").articles[0].genre == "news report"


def test_the_table_s_hash_counts_with_those_of_the_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    before = source_hashes(read(tmp_path, "file,outlet,extra_bias\na.txt,Herald,left\n"))
    after = source_hashes(read(tmp_path, "file,outlet,extra_bias\na.txt,Herald,right\n"))
    assert before["a.txt"] == after["a.txt"]
    assert before["articles.csv"] != after["articles.csv"]


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ("file,outlet\na.txt,The Harold\n", "line 2: unknown outlet 'The Harold' - did you mean 'The Herald'?"),
        ("file,outlet\na.txt,The Herald\na.txt,Herald\n", "line 3: 'a.txt' is listed twice"),
        ("file,outlet\na.txt,The Herald\n./a.txt,Herald\n", "line 3: './a.txt' is listed twice"),
        ("file,outlet\nb//a.txt,Herald\nb/c/../a.txt,Herald\n", "line 3: 'b/c/../a.txt' is listed twice"),
        ("file,outlet\n../a.txt,Herald\n", "line 2, file: '../a.txt' leads out of the study folder"),
        ("file,outlet\n/a.txt,Herald\n", "line 2, file: '/a.txt' leads out of the study folder"),
        ("file,outlet\nb/../../a.txt,Herald\n", "leads out of the study folder"),
        ("file,outlet\n..,Herald\n", "line 2, file: '..' leads out"),
        ("file,outlet,date\na.txt,Herald,2020-02-30\n", "line 2, date: '2020-02-30' is not a date - write YYYY-MM-DD"),
        ("file,outlet,titel\na.txt,Herald,x\n", "line 1: unknown column 'titel'"),
        ("file,outlet,headlin\na.txt,Herald,x\n", "line 1: unknown column 'headlin' - did you mean 'headline'?"),
        ("file,outlet,bias\na.txt,Herald,x\n", "unknown column 'bias' - a column of your own is extra_bias"),
        ("file,outlet,outlet\na.txt,Herald,x\n", "line 1: the column 'outlet' stands twice"),
        ("file\na.txt\n", "line 1: the column 'outlet' is missing"),
        ("", "line 1: the column 'file' is missing"),
        ("file,outlet\na.txt,\n", "line 2: the cell of 'outlet' is empty"),
        ("file,outlet\na.txt,Herald,x\n", "line 2: has 3 cells, the first line has 2"),
        ('file,outlet,headline\na.txt,Herald,"x\ny"\nb.txt,Nobody,z\n', "line 4: unknown outlet 'Nobody'"),
        ('file,outlet\na.txt,Herald\nb.txt,"He"rald\n', "line 3: is no CSV"),
        (b"file,outlet\na.txt,\xff\n", "articles.csv: cannot be read"),
        ("file,outlet\n", "no articles are listed"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_by_its_line_with_a_remedy(
    tmp_path: Path, table: str | bytes, complaint: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, table)
    assert complaint in str(caught.value)
    assert " - " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_stands_in_block_and_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"articles\.csv: line 2: 'a\.txt' is listed twice"):
        read(tmp_path, "file,outlet\na.txt,Herald\n", '[[articles]]\nfile = "a.txt"\noutlet = "The Herald"\n')


def test_a_table_that_is_missing_or_outside_is_named(tmp_path: Path) -> None:
    (tmp_path / "study.toml").write_text(HEAD)
    with pytest.raises(SettingsError, match=r"articles\.csv: there is no such table of articles"):
        study_settings.read(tmp_path)
    (tmp_path / "study.toml").write_text(HEAD.replace("articles.csv", "../articles.csv"))
    with pytest.raises(SettingsError, match=r"articles_file: '\.\./articles\.csv' leads out"):
        study_settings.read(tmp_path)


def test_a_link_in_the_table_that_leads_out_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    (folder / "in").mkdir(parents=True)
    (tmp_path / "out.txt").write_text("x")
    (folder / "in/a.txt").symlink_to(tmp_path / "out.txt")
    (folder / "away").symlink_to(tmp_path)
    for file in ("in/a.txt", "away/out.txt"):
        with pytest.raises(SettingsError, match=f"line 2, file: '{file}' leads out"):
            read(folder, f"file,outlet\n{file},Herald\n")


def test_an_alias_that_is_an_outlet_of_its_own_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="'Herald' is a name of 'The Herald' and an outlet of its own"):
        read(tmp_path, "file,outlet\na.txt,Herald\n", '[[outlets]]\nname = "Herald"\n')
