"""The report on paper: a sheet holds what is read, and nothing that could only be pressed."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.browsing import Browsing, Visit

REPORT = Path(__file__).resolve().parents[2] / "reports" / "index.html"
SHEET = {"width": 794, "height": 1001}
"""A4 in CSS pixels: across the whole sheet, which is what the style's queries see; down what its margins leave."""


def on_paper(page: Page) -> Page:
    """The page laid out as for printing."""
    page.set_viewport_size({"width": SHEET["width"], "height": SHEET["height"]})
    page.emulate_media(media="print")
    return page


@pytest.fixture
def paper(browsing: Browsing) -> Page:
    """The committed report on paper, nothing opened before."""
    return on_paper(browsing.open(REPORT).page)


def sheets(page: Page, kept: Path) -> int:
    """How many sheets the page prints to."""
    printed = page.pdf(path=kept, prefer_css_page_size=True)
    assert printed.startswith(b"%PDF-")
    return printed.count(b"/Type /Page\n")


def test_the_report_prints_to_some_fifty_sheets(browsing: Browsing, artefacts: Path) -> None:
    assert 30 < sheets(browsing.open(REPORT).page, artefacts / "report.pdf") < 75


def test_without_scripts_it_prints_to_as_many(browsing: Browsing, tmp_path: Path) -> None:
    bare = browsing.open(REPORT, java_script_enabled=False).page
    counts = [sheets(page, tmp_path / "report.pdf") for page in (browsing.open(REPORT).page, bare)]
    assert abs(counts[0] - counts[1]) <= 1


@pytest.mark.parametrize("scripts", [True, False])
def test_topics_open_to_their_exemplars_and_what_is_closed_is_left_out(
    browsing: Browsing, scripts: bool
) -> None:
    page = on_paper(browsing.open(REPORT, java_script_enabled=scripts).page)
    topics = page.locator("#topics details.topic")
    assert topics.count() > 5
    for place in range(topics.count()):
        assert topics.nth(place).locator("blockquote").first.bounding_box() is not None
    closed = page.locator("details:not([open]):not(#topics details, #provenance details)")
    inside = closed.locator("table, blockquote")
    assert inside.count() > 50
    assert inside.locator("visible=true").count() == 0
    assert page.locator("details.facts:not(#provenance details)").locator("visible=true").count() == 0


def test_what_a_reader_opened_is_printed(browsing: Browsing) -> None:
    page = browsing.open(REPORT).page
    page.locator("#shares details.facts > summary").click()
    assert on_paper(page).locator("#shares-by-outlet").is_visible()
    assert page.locator("#shares details.facts > summary").is_visible()


def test_after_printing_what_was_open_is_open_and_the_rest_is_closed(browsing: Browsing) -> None:
    page = browsing.open(REPORT).page
    page.locator("#topic-1 > summary").click()
    before = page.evaluate("[...document.querySelectorAll('details')].map(box => box.open)")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#topics details.topic:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("[...document.querySelectorAll('details')].map(box => box.open)") == before
    assert before.count(True) == 2  # the topic, and the contents


def test_the_findings_stand_below_each_other_each_with_its_limit_beside_it(paper: Page) -> None:
    findings = paper.locator(".finding")
    boxes = [findings.nth(place).bounding_box() for place in range(findings.count())]
    known = [box for box in boxes if box is not None]
    assert len(known) == findings.count() >= 8
    assert len({round(box["x"]) for box in known}) == 1
    assert all(one["y"] + one["height"] <= two["y"] + 1 for one, two in pairwise(known))
    first = findings.first
    claim, margin = first.locator(".claim").bounding_box(), first.locator(".margin").bounding_box()
    assert claim is not None
    assert margin is not None
    assert margin["x"] >= claim["x"] + claim["width"]
    assert abs(margin["y"] - claim["y"]) < 5


def test_evidence_names_the_figure_and_no_word_that_only_a_pointer_can_follow(paper: Page) -> None:
    lines = [" ".join(text.split()) for text in paper.locator(".finding .evidence:visible").all_inner_texts()]
    assert lines
    assert [line for line in lines if not line.startswith("Evidence Figure ")] == []
    assert [line for line in lines if "cell" in line or "paragraph" in line] == []


def test_every_figure_fits_a_sheet_with_its_title_and_its_words(paper: Page) -> None:
    figures = paper.locator("figure.figure")
    assert figures.count() > 20
    for place in range(figures.count()):
        box = figures.nth(place).bounding_box()
        assert box is not None
        assert box["height"] < SHEET["height"]
        assert figures.nth(place).evaluate("figure => getComputedStyle(figure).breakInside") == "avoid"


def test_paper_says_what_it_leaves_out_and_the_screen_does_not(browsing: Browsing) -> None:
    visit: Visit = browsing.open(REPORT)
    note = visit.page.locator(".masthead .on-paper")
    assert not note.is_visible()
    assert on_paper(visit.page).locator(".masthead .on-paper").is_visible()
    assert "closed on the page" in note.inner_text()


def test_paper_shows_the_text_and_neither_tools_nor_contents(paper: Page) -> None:
    assert paper.locator("h1").is_visible()
    assert paper.locator("#findings h2").is_visible()
    tools = "nav, .skip, details.cite, #search, button.copy, .uses"
    assert paper.locator(tools).count() > 50
    assert paper.locator(tools).locator("visible=true").count() == 0
