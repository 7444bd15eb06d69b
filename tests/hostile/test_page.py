"""A study of attacks, from its files to the page in a browser: shown as text, run nowhere, kept exactly."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, sync_playwright

from analysis import pipeline, store
from analysis.corpus.plain import folded
from analysis.figures.legible import visible
from tests.browser.browsing import PHONE, Browsing, launched
from tests.hostile import studies

pytestmark = pytest.mark.slow

CANARY = "window.canary === undefined"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return studies.make(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def report(study: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report")
    pipeline.report(study, out)
    return out


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture
def browsing(chromium: Browser) -> Iterator[Browsing]:
    opened = Browsing(chromium)
    yield opened
    opened.close()


@pytest.mark.parametrize("page", ["index.html", "explorer.html"])
def test_a_browser_shows_the_attacks_and_runs_none(report: Path, browsing: Browsing, page: str) -> None:
    if not (report / page).is_file():
        pytest.skip("the study has too few paragraphs for a map")
    visit = browsing.open(report / page)
    visit.page.wait_for_load_state("networkidle")
    visit.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    visit.page.wait_for_timeout(500)
    assert visit.page.evaluate(CANARY)
    assert (visit.errors, visit.requests) == ([], [])
    text = visit.page.evaluate("document.body.textContent")
    for attack in (studies.ATTACKS[0], studies.ATTACKS[1], "{{ 7 * 7 }}"):
        assert attack in text
    assert "49" not in re.findall(r"\{\{ 7 \* 7 \}\} (\S+)", text)
    tags = visit.page.evaluate("[...new Set([...document.querySelectorAll('*')].map(one => one.localName))]")
    assert not {"iframe", "img", "object", "embed", "textarea"} & set(tags)
    names = "[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames())"
    handlers = f"{names}.filter(name => name.startsWith('on'))"
    assert visit.page.evaluate(handlers) == []
    assert (
        visit.page.evaluate("[...document.links].filter(one => one.protocol === 'javascript:').length") == 0
    )


def test_on_a_phone_no_word_is_wider_than_the_page(report: Path, browsing: Browsing) -> None:
    page = browsing.open(report / "index.html", viewport=PHONE).page
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_nothing_on_the_page_is_hidden_from_its_reader(report: Path) -> None:
    html = (report / "index.html").read_text(encoding="utf-8")
    assert "⟨U+202E⟩etirw ot desu⟨U+202C⟩" in html
    assert not re.search("[\u200b\u202a-\u202e\u2060\u2066-\u2069]", html)
    assert "992 more combining marks" in html
    assert re.search(r"characters? in 4 articles show nothing", html)
    for drawing in (report / "figures").glob("*.svg"):
        assert not re.search("[\u200b\u202a-\u202e\u2060\u2066-\u2069]", drawing.read_text(encoding="utf-8"))


def test_the_tables_keep_every_text_exactly(study: Path, report: Path) -> None:
    paragraphs = store.read_table(report, "paragraphs")
    articles = store.read_table(report, "articles").set_index("article_id")
    for row in paragraphs.to_dict("records"):
        source = (study / articles.loc[row["article_id"], "source_path"]).read_text(encoding="utf-8")
        assert folded(source[row["source_start"] : row["source_end"]]) == row["text"]
    whole = "\n".join(paragraphs["text"])
    assert [attack for attack in studies.ATTACKS if attack not in whole] == []
    assert set(articles["outlet"]) == set(studies.OUTLETS)
    assert set(articles["source_path"]) == {f"articles/{file}" for file in studies.FILES}
    audit = store.read_table(report, "audit")
    assert audit.groupby("article_id")["invisible"].sum().min() >= 2 * 6


def test_no_cell_of_any_csv_is_a_formula_and_numbers_stay_numbers(report: Path) -> None:
    files = sorted(report.rglob("*.csv"))
    assert len(files) > 20
    before = csv.field_size_limit(2_000_000)
    for file in files:
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
        computed = [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r\0") and cell[:1]]
        assert [cell for cell in computed if not _is_number(cell)] == [], file
    csv.field_size_limit(before)
    outlets = pd.read_csv(report / "tables/articles.csv")["outlet"]
    assert "'=Herald & \u202eSons\u202c" in set(outlets)


def _is_number(cell: str) -> bool:
    """Whether a cell is a number."""
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_what_a_reader_sees_of_an_attack_is_told_by_one_rule() -> None:
    assert visible(studies.ATTACKS[11]) == "⟨U+202E⟩etirw ot desu⟨U+202C⟩ ⟨U+2066⟩isolated⟨U+2069⟩"
