"""A figure as files: which there are, what they hold, and that they are the same every time."""

from __future__ import annotations

import io
import time

import pandas as pd
import pytest
from PIL import Image

from analysis.figures import FORMATS, PreparedFigure, data_files, drawing_files, drawing_key, prepare_all
from tests.figures import small


def figure(slug: str, tables: dict[str, pd.DataFrame] | None = None) -> PreparedFigure:
    """One figure of the small study."""
    prepared = prepare_all(tables or small.all_tables(), small.SETTINGS)
    return next(each for each in prepared if each.figure_id == slug)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The files of the small study's topic shares."""
    return drawing_files(figure("topic-shares")) | data_files(figure("topic-shares"))


def test_a_figure_has_a_file_of_every_format(files: dict[str, bytes]) -> None:
    assert set(files) == {f"figures/topic-shares.{kind}" for kind in FORMATS}
    assert FORMATS == ("svg", "pdf", "png", "csv", "parquet")


def test_a_figure_s_numbers_come_as_plain_csv(files: dict[str, bytes]) -> None:
    lines = files["figures/topic-shares.csv"].decode().split("\n")
    assert lines[0] == "voice,topic,label,outlet,share,low,high,paragraphs,articles,verdict"
    assert lines[1] == 'all,0,"Harbour, Ships",Gazette,0.333333,,,6,2,descriptive only'


def test_parquet_holds_the_same_rows_in_full(files: dict[str, bytes]) -> None:
    table = pd.read_parquet(io.BytesIO(files["figures/topic-shares.parquet"]))
    assert table["share"].iloc[0] == 2 / 6
    assert table["outlet"].iloc[0] == small.GAZETTE
    assert len(table) == len(figure("topic-shares").data)


def test_the_png_has_three_hundred_dots_to_the_inch_and_says_what_it_shows(files: dict[str, bytes]) -> None:
    image = Image.open(io.BytesIO(files["figures/topic-shares.png"]))
    assert image.size[0] == round(680 / 72 * 300)
    assert [round(dots) for dots in image.info["dpi"]] == [300, 300]
    assert image.info["Title"] == figure("topic-shares").title
    assert "Software" not in image.info


def test_the_pdf_is_one_page_with_its_title_and_neither_date_nor_program(files: dict[str, bytes]) -> None:
    content = files["figures/topic-shares.pdf"]
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page ") + content.count(b"/Type /Page\n") == 1
    assert b"/Title" in content
    assert not any(word in content for word in (b"CreationDate", b"Producer", b"Creator"))


def test_a_figure_drawn_a_second_later_is_the_same_bytes(files: dict[str, bytes]) -> None:
    time.sleep(1.1)
    again = drawing_files(figure("topic-shares")) | data_files(figure("topic-shares"))
    assert again == files


def test_a_figure_is_drawn_anew_when_a_number_an_outlet_or_a_word_of_it_changes() -> None:
    before = figure("topic-shares")
    tables = small.all_tables()
    moved = tables["estimates"].assign(estimate=tables["estimates"]["estimate"] * 0.5)
    changed = figure("topic-shares", tables | {"estimates": moved})
    assert drawing_key(before) == drawing_key(figure("topic-shares"))
    assert drawing_key(before) != drawing_key(changed)
    assert drawing_key(before)["outlets"] == [small.GAZETTE, small.HERALD]
