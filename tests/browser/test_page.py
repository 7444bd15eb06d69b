"""The committed report as a reader meets it: in a browser, with and without scripts, on a desktop and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.browsing import DESKTOP, PHONE, VIEWS, Browsing, violations
from tests.report.reading import Page

REPORT = Path(__file__).resolve().parents[2] / "reports" / "index.html"
LANDMARKS = {"banner": "body > header", "navigation": "nav", "main": "main", "contentinfo": "body > footer"}


@pytest.fixture(scope="module")
def read() -> Page:
    """The page's file, parsed without a browser."""
    parsed = Page()
    parsed.feed(REPORT.read_text("utf-8"))
    return parsed


def test_the_page_opens_from_disk_without_an_error_or_a_request(browsing: Browsing) -> None:
    visit = browsing.open(REPORT)
    visit.page.wait_for_load_state("networkidle")
    assert (visit.errors, visit.requests) == ([], [])


def test_every_link_within_the_page_has_its_target(browsing: Browsing) -> None:
    page = browsing.open(REPORT).page
    inside = page.eval_on_selector_all('a[href^="#"]', "links => links.map(link => link.hash.slice(1))")
    lost = page.evaluate(
        "names => names.filter(name => !document.getElementById(decodeURIComponent(name)))", inside
    )
    assert len(inside) > 100
    assert lost == []


def test_a_link_of_the_contents_brings_its_section_to_the_top(browsing: Browsing) -> None:
    page = browsing.open(REPORT).page
    links = page.locator("nav a")
    for number in range(links.count()):
        links.nth(number).click()
        target = page.locator(links.nth(number).get_attribute("href") or "")
        box = target.bounding_box()
        at_the_end = page.evaluate("innerHeight + scrollY >= document.documentElement.scrollHeight - 2")
        assert box is not None
        assert abs(box["y"]) < 60 or at_the_end


def test_a_link_to_a_paragraph_opens_the_topic_around_it(browsing: Browsing, read: Page) -> None:
    anchor = next(name for name in read.ids if name.startswith("paragraph-"))
    page = browsing.open(REPORT).page
    paragraph = page.locator(f'[id="{anchor}"]')
    assert not paragraph.is_visible()
    page.evaluate("name => { location.hash = name; }", anchor)
    paragraph.wait_for(state="visible")


@pytest.mark.parametrize("landmark", LANDMARKS)
def test_there_is_one_of_each_landmark(browsing: Browsing, landmark: str) -> None:
    assert browsing.open(REPORT).page.locator(LANDMARKS[landmark]).count() == 1


def test_there_is_one_first_heading(browsing: Browsing) -> None:
    assert browsing.open(REPORT).page.locator("h1").count() == 1


def test_the_first_press_of_tab_reaches_the_link_past_the_contents_and_enter_follows_it(
    browsing: Browsing,
) -> None:
    page = browsing.open(REPORT).page
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    box = skip.bounding_box()
    assert page.evaluate("document.activeElement.className") == "skip"
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#findings"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#findings') !== null")


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_when_all_is_opened(browsing: Browsing, view: str) -> None:
    page = browsing.open(REPORT, **VIEWS[view]).page
    page.eval_on_selector_all("details", "boxes => boxes.forEach(box => { box.open = true; })")
    assert violations(page) == []


def test_axe_does_find_a_fault_that_is_there(browsing: Browsing) -> None:
    page = browsing.open(REPORT).page
    page.evaluate("document.querySelector('main').innerHTML = '<img src=\"data:,\">'")
    assert any(found.startswith("image-alt") for found in violations(page))


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_scrolls_nowhere_sideways(browsing: Browsing, width: int) -> None:
    page = browsing.open(REPORT, viewport={"width": width, "height": 844}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_every_section_is_there_with_its_text(browsing: Browsing, read: Page) -> None:
    page = browsing.open(REPORT, java_script_enabled=False).page
    for section in read.all("section"):
        assert len(page.locator(f'[id="{section["id"]}"]').text_content() or "") > 200
        assert page.locator(f'[id="{section["id"]}"] h2').is_visible()


def test_without_scripts_a_topic_still_opens_to_its_paragraphs(browsing: Browsing) -> None:
    page = browsing.open(REPORT, java_script_enabled=False).page
    topic = page.locator("#topic-0")
    assert not topic.locator("blockquote").first.is_visible()
    topic.locator("summary").first.click()
    assert topic.locator("blockquote").first.is_visible()


def test_the_page_follows_the_reader_s_theme(browsing: Browsing) -> None:
    papers = {
        theme: browsing.open(REPORT, color_scheme=theme).page.evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for theme in ("light", "dark")
    }
    assert papers == {"light": "rgb(255, 254, 252)", "dark": "rgb(23, 24, 27)"}


@pytest.mark.parametrize("view", VIEWS)
def test_a_screenshot_of_the_top_is_kept(browsing: Browsing, artefacts: Path, view: str) -> None:
    kept = artefacts / f"report-{view}.png"
    browsing.open(REPORT, **VIEWS[view]).page.screenshot(path=kept)
    assert kept.stat().st_size > 20_000


def test_on_a_phone_the_contents_come_before_the_text(browsing: Browsing) -> None:
    page = browsing.open(REPORT, viewport=PHONE).page
    contents, main = page.locator("nav").bounding_box(), page.locator("main").bounding_box()
    assert contents is not None
    assert main is not None
    assert contents["y"] + contents["height"] <= main["y"]


@pytest.mark.parametrize(("view", "is_open"), [("desktop-light", True), ("phone-light", False)])
def test_the_contents_are_folded_where_they_would_hide_the_findings(
    browsing: Browsing, view: str, is_open: bool
) -> None:
    page = browsing.open(REPORT, **VIEWS[view]).page
    assert page.locator("nav ol").is_visible() == is_open
    box = page.get_by_role("heading", name="What was read").bounding_box()
    assert box is not None
    assert box["y"] < 600


def test_the_contents_unfold_on_request_when_the_window_widens_and_without_scripts(
    browsing: Browsing,
) -> None:
    page = browsing.open(REPORT, viewport=PHONE).page
    page.get_by_text("Contents", exact=True).click()
    assert page.locator("nav ol").is_visible()
    page.get_by_text("Contents", exact=True).click()
    page.set_viewport_size(DESKTOP)
    page.locator("nav ol").wait_for(state="visible")
    assert (
        browsing.open(REPORT, viewport=PHONE, java_script_enabled=False).page.locator("nav ol").is_visible()
    )


@pytest.mark.parametrize("width", [360, 390, 768, 1000])
def test_no_entry_of_the_contents_is_cut_by_a_column(browsing: Browsing, width: int) -> None:
    page = browsing.open(REPORT, viewport={"width": width, "height": 844}, java_script_enabled=False).page
    tops = page.eval_on_selector_all("nav li", "items => items.map(item => item.getClientRects().length)")
    assert len(tops) > 15
    assert set(tops) == {1}


@pytest.mark.parametrize("box", [".plot", ".table"])
def test_on_a_phone_a_shade_says_that_what_is_wider_than_the_window_goes_on(
    browsing: Browsing, box: str
) -> None:
    page = browsing.open(REPORT, viewport=PHONE).page
    first = page.locator(f"#corpus {box}").first
    assert first.evaluate("box => box.scrollWidth > box.clientWidth")
    look = first.evaluate(
        "box => getComputedStyle(box).backgroundImage + getComputedStyle(box).backgroundAttachment"
    )
    assert look.count("linear-gradient") == 2
    assert "local, scroll" in look
