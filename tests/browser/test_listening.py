"""The report for readers who listen to it or have no pointer: what is said, named, and where the focus is."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsing import PHONE, Browsing
from tests.report.reading import Page as Parsed

REPORT = Path(__file__).resolve().parents[2] / "reports" / "index.html"
IDLE = """() => [...document.querySelectorAll("[tabindex='0']")].filter(box => box.clientWidth
    && box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight).length"""
STUCK = """() => [...document.querySelectorAll(".plot, .table, .style pre")].filter(box => box.tabIndex < 0
    && (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight)).length"""


@pytest.fixture
def page(browsing: Browsing) -> Page:
    """The committed report, opened."""
    return browsing.open(REPORT).page


@pytest.fixture(scope="module")
def read() -> Parsed:
    """The page's file, parsed without a browser."""
    parsed = Parsed()
    parsed.feed(REPORT.read_text("utf-8"))
    return parsed


def focused(page: Page) -> str:
    """The id of what has the focus."""
    found: str = page.evaluate("document.activeElement.id")
    return found


def test_that_a_reference_was_copied_is_said(page: Page) -> None:
    status = page.locator("#told")
    assert status.get_attribute("role") == "status"
    assert status.inner_text() == ""
    cite = page.locator("#figure-topic-shares details.cite")
    cite.locator("summary").click()
    cite.locator("button.copy").first.click()
    expect(status).to_have_text(
        f"Copied: {cite.locator('button.copy .unseen').first.inner_text().strip()}", use_inner_text=True
    )
    assert "reference to Figure" in status.inner_text()


def test_a_search_result_takes_the_focus_to_its_paragraph(page: Page) -> None:
    page.get_by_label("Words in the paragraphs").fill("crucial talks with NATO")
    page.locator("#search .results a").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('blockquote.passage')")
    assert focused(page) == page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.evaluate("Math.abs(document.activeElement.getBoundingClientRect().top) < innerHeight / 2")


@pytest.mark.parametrize("how", ["at once", "later"])
def test_an_address_of_a_closed_paragraph_opens_it_and_takes_the_focus_there(
    browsing: Browsing, read: Parsed, how: str
) -> None:
    anchor = [name for name in read.ids if name.startswith("paragraph-")][-1]
    page = browsing.open(REPORT, anchor if how == "at once" else "").page
    if how == "later":
        page.evaluate("name => { location.hash = name; }", anchor)
    page.locator(f'[id="{anchor}"]').wait_for(state="visible")
    page.wait_for_function("name => document.activeElement.id === name", arg=anchor)
    expect(page.locator(f'[id="{anchor}"]')).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.locator(f'[id="{anchor}"]').get_attribute("tabindex") is None


def test_the_same_link_opens_again_what_was_closed_in_between(page: Page) -> None:
    link = page.locator("#finding-attention blockquote a").first
    target = page.locator(f'[id="{(link.get_attribute("href") or "")[1:]}"]')
    link.click()
    target.wait_for(state="visible")
    page.evaluate("document.querySelectorAll('#topics details').forEach(box => { box.open = false; })")
    link.click()
    target.wait_for(state="visible")
    page.wait_for_function("name => document.activeElement.id === name", arg=target.get_attribute("id"))


@pytest.mark.parametrize("fragment", ["%", "%E0%A4%A", "nothing-here", "topic-0"])
def test_an_odd_address_breaks_nothing(browsing: Browsing, fragment: str) -> None:
    visit = browsing.open(REPORT, fragment)
    visit.page.evaluate("name => { location.hash = ''; location.hash = name; }", fragment)
    visit.page.wait_for_load_state("networkidle")
    assert visit.errors == []
    assert visit.page.locator("#search-form").is_visible()


def test_an_address_of_a_closed_box_opens_it_and_its_title_comes_next(browsing: Browsing) -> None:
    page = browsing.open(REPORT, "topic-1").page
    assert page.locator("#topic-1[open]").count() == 1
    page.wait_for_function("document.activeElement.id === 'topic-1'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.querySelector('#topic-1 > summary')")


def test_the_tab_key_stops_only_at_what_scrolls_and_follows_the_window(browsing: Browsing) -> None:
    page = browsing.open(REPORT).page
    every = page.locator(".plot, .table, .style pre").count()
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
    page.wait_for_function(f"({IDLE})() === 0")
    wide = page.locator("[tabindex='0']").count()
    page.set_viewport_size(PHONE)
    page.wait_for_function(f"({STUCK})() === 0 && ({IDLE})() === 0")
    narrow = page.locator("[tabindex='0']").count()
    assert 0 < wide < every / 3 < narrow
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_function(f"({IDLE})() === 0")
    assert page.locator("[tabindex='0']").count() == wide


def test_without_scripts_every_table_and_drawing_can_be_scrolled_by_keyboard(browsing: Browsing) -> None:
    page = browsing.open(REPORT, java_script_enabled=False).page
    boxes = page.locator(".plot, .table")
    assert boxes.count() == page.locator(".plot[tabindex='0'], .table[tabindex='0']").count() > 80


def test_a_drawing_s_box_is_named_by_its_number_and_title(page: Page) -> None:
    figure = page.locator("#figure-topic-shares")
    name = " ".join(figure.locator("figcaption").inner_text().split())
    number, title = name.split(" ", 2)[1:]
    assert figure.locator(".plot").get_attribute("aria-label") == f"Figure {number}: {title}"
