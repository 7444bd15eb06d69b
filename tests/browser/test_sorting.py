"""Sorting the report's tables: by dates, numbers and words, whatever else stands in a cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from analysis.report.assets import script
from analysis.report.environment import engine
from analysis.report.listing import Cell, Heading, Row, listing
from tests.browser.browsing import Browsing

REPORT = Path(__file__).resolve().parents[2] / "reports" / "index.html"
PAGE = '{% import "macros.html" as show with context %}{{ show.listing(table) }}<script>{{ script }}</script>'
NUMBERS = True


@pytest.fixture
def table_of(browsing: Browsing, tmp_path: Path) -> Callable[[list[Cell], bool], Page]:
    """Opens a page with one table of one column, which holds numbers or words."""

    def opened(cells: list[Cell], is_number: bool) -> Page:
        rows = [Row(f"row-{number}", (cell,)) for number, cell in enumerate(cells)]
        shown = {
            "table": listing("values", "Values", [Heading("Value", is_number)], rows),
            "script": script("script/sort"),
            "outlet_number": {},
            "cited_cells": set(),
        }
        html = engine().from_string(PAGE).render(shown)
        file = tmp_path / "table.html"
        file.write_text(f"<!doctype html><html lang=en><meta charset=utf-8><body>{html}", "utf-8")
        return browsing.open(file).page

    return opened


def rows_of(page: Page, table: str, column: int = 1) -> list[str]:
    """What a column shows, without notes."""
    texts: list[str] = page.eval_on_selector_all(
        f"#{table} tbody td:nth-child({column})",
        "cells => cells.map(cell => cell.firstChild ? cell.firstChild.textContent.trim() : '')",
    )
    return texts


@pytest.mark.parametrize(
    ("cells", "is_number", "ascending"),
    [
        (
            [Cell("−0.05", note="46 sentences"), Cell("–"), Cell("+0.16", note="10 sentences"), Cell("−0.052")],
            NUMBERS,
            ["−0.052", "−0.05", "+0.16", "–"],
        ),
        ([Cell("12", note="points apart"), Cell("3"), Cell("0.5")], NUMBERS, ["0.5", "3", "12"]),
        ([Cell("62%"), Cell("100%"), Cell("9%")], NUMBERS, ["9%", "62%", "100%"]),
        ([Cell("96% of 190"), Cell("57% of 400"), Cell("8% of 2")], NUMBERS,
         ["8% of 2", "57% of 400", "96% of 190"]),
        (
            [Cell("+15 points"), Cell("+0.67"), Cell("−0.56"), Cell("−18 points"), Cell("+1 point")],
            NUMBERS,
            ["−0.56", "−18 points", "+1 point", "+15 points", "+0.67"],
        ),
        ([Cell("7,010"), Cell("339"), Cell("1,158")], NUMBERS, ["339", "1,158", "7,010"]),
        ([Cell("0.030"), Cell("under 0.001"), Cell("")], NUMBERS, ["under 0.001", "0.030"]),
        ([Cell("28 members"), Cell("–"), Cell("Émile"), Cell("9 members"), Cell("fox")], not NUMBERS,
         ["9 members", "28 members", "Émile", "fox", "–"]),
        (
            [Cell("22 September 2010", sort="2010-09-22", note="stated"), Cell("undated"),
             Cell("5 November 2014", sort="2014-11-05"), Cell("18 April 2012", sort="2012-04-18")],
            not NUMBERS,
            ["22 September 2010", "18 April 2012", "5 November 2014", "undated"],
        ),
    ],
)  # fmt: skip
def test_a_column_sorts_by_what_its_cells_say(
    table_of: Callable[[list[Cell], bool], Page], cells: list[Cell], is_number: bool, ascending: list[str]
) -> None:
    page = table_of(cells, is_number)
    page.get_by_role("button", name="Value").click()
    assert [text for text in rows_of(page, "values") if text] == ascending


def test_what_is_missing_comes_last_in_both_orders(table_of: Callable[[list[Cell], bool], Page]) -> None:
    page = table_of([Cell("–"), Cell("2"), Cell("10")], NUMBERS)
    button = page.get_by_role("button", name="Value")
    button.click()
    assert rows_of(page, "values") == ["2", "10", "–"]
    button.click()
    assert rows_of(page, "values") == ["10", "2", "–"]
    button.click()
    assert rows_of(page, "values") == ["–", "2", "10"]


def test_the_articles_of_the_report_sort_by_their_dates(browsing: Browsing) -> None:
    page = browsing.open(REPORT).page
    button = page.locator("#articles thead th").nth(2).get_by_role("button")
    button.click()
    dates = rows_of(page, "articles", 3)
    assert [date.split()[-1] for date in dates] == ["2010", "2012", "2014", "2014", "2020"]
    assert dates[2:4] == ["4 September 2014", "5 November 2014"]
    button.click()
    assert rows_of(page, "articles", 3) == dates[::-1]
