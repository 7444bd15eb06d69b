"""What a reader does with the report: searches, sorts, copies references, follows numbers to their evidence."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from analysis.report.citations import STYLES, read_references
from analysis.report.citations.styles import TITLES
from tests.browser.browsing import DESKTOP, PHONE, Browsing

REPORT = Path(__file__).resolve().parents[2] / "reports" / "index.html"
FIGURE = "topic-shares"


@pytest.fixture
def page(browsing: Browsing) -> Page:
    """The committed report, opened."""
    return browsing.open(REPORT).page


def pasted(page: Page) -> str:
    """What the clipboard holds."""
    text: str = page.evaluate("() => navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_cite_button_copies_what_the_command_prints(page: Page, style: str) -> None:
    cite = page.locator(f"#figure-{FIGURE} details.cite")
    cite.locator("summary").click()
    cite.locator(".style", has_text=TITLES[style]).first.locator("button.copy").click()
    cite.get_by_text("Copied").wait_for()
    assert pasted(page).strip() == STYLES[style](read_references(REPORT.parent)[FIGURE]).strip()


def test_an_observation_can_be_cited_with_the_keyboard_alone(page: Page) -> None:
    cite = page.locator("#finding-voices details.cite")
    cite.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    cite.get_by_text("Copied").wait_for()
    assert pasted(page).startswith("@misc{")
    assert "finding-voices" in pasted(page)


def test_without_scripts_references_can_be_selected_and_no_button_stands_there_in_vain(
    browsing: Browsing,
) -> None:
    page = browsing.open(REPORT, java_script_enabled=False).page
    cite = page.locator(f"#figure-{FIGURE} details.cite")
    cite.locator("summary").click()
    assert "@misc{" in cite.locator("pre").first.inner_text()
    assert page.locator("button:visible").count() == 0
    assert not page.locator("#search-form").is_visible()


def test_the_search_finds_a_phrase_and_leads_to_its_paragraph(page: Page) -> None:
    field = page.get_by_label("Words in the paragraphs")
    field.fill("crucial talks with NATO")
    results = page.locator("#search .results li")
    assert results.count() == 1
    assert page.locator("#search [role=status]").inner_text().startswith("1 of 104 paragraphs")
    assert results.locator("mark").all_inner_texts() == ["crucial", "talks", "with", "NATO"]
    results.locator("a").click()
    anchor = page.evaluate("() => decodeURIComponent(location.hash.slice(1))")
    paragraph = page.locator(f'[id="{anchor}"]')
    paragraph.wait_for(state="visible")
    assert "crucial talks with NATO" in paragraph.inner_text()


def test_a_word_that_stands_nowhere_is_told_and_an_empty_field_finds_nothing(page: Page) -> None:
    field = page.get_by_label("Words in the paragraphs")
    field.fill("zebra (.*) <img src=x>")
    assert page.locator("#search [role=status]").inner_text() == "0 of 104 paragraphs"
    field.fill("")
    assert page.locator("#search [role=status]").inner_text() == ""
    assert page.locator("#search .results li").count() == 0


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ('"crucial talks"', {"crucial talks"}),
        ('"CRUCIAL  talks" brussels', {"crucial talks", "Brussels"}),
        ('"talks crucial"', set()),
        ("\N{LEFT DOUBLE QUOTATION MARK}crucial talks\N{RIGHT DOUBLE QUOTATION MARK}", {"crucial talks"}),
        ("oward", set()),
        ("Grushko-", set()),
    ],
)
def test_the_search_takes_phrases_and_the_beginnings_of_words(
    page: Page, query: str, marked: set[str]
) -> None:
    page.get_by_label("Words in the paragraphs").fill(query)
    assert (
        set(page.locator("#search .results li").first.locator("mark").all_inner_texts() if marked else [])
        == marked
    )
    assert (page.locator("#search .results li").count() > 0) == bool(marked)


def test_war_does_not_find_toward_and_is_marked_where_it_stands(page: Page) -> None:
    page.get_by_label("Words in the paragraphs").fill("war")
    marks = page.locator("#search .results mark").all_inner_texts()
    assert marks
    assert {mark.lower() for mark in marks} == {"war"}
    before = page.locator("#search .results mark").evaluate_all(
        "marks => marks.map(mark => mark.previousSibling ? mark.previousSibling.textContent.slice(-1) : '')"
    )
    assert not [letter for letter in before if letter.isalpha()]


@pytest.mark.parametrize("mark", ["'", "\N{RIGHT SINGLE QUOTATION MARK}"])
def test_straight_and_curly_apostrophes_find_the_same(page: Page, mark: str) -> None:
    texts = page.locator("#topics .passage[id] > p").all_text_contents()
    folded = [text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for text in texts]
    both = [text for text in folded if re.search(r"(?i)(?<!\w)nato's", text)]
    assert both
    page.get_by_label("Words in the paragraphs").fill(f"nato{mark}s")
    assert page.locator("#search .results li").count() == len(both)


def numbers(page: Page, table: str, column: int) -> list[float]:
    """A column of a table as numbers; nan where it has none."""
    cells = page.locator(f"#{table} tbody tr td:nth-child({column})").all_inner_texts()
    found = [
        re.match(r"[+\-]?[\d.]+", cell.replace("\N{MINUS SIGN}", "-").replace(",", "")) for cell in cells
    ]
    return [float(match[0]) if match else float("nan") for match in found]


def test_a_table_sorts_up_down_and_back_with_what_is_missing_last(page: Page) -> None:
    heading = page.locator("#tone-by-outlet thead th").nth(3)
    before = numbers(page, "tone-by-outlet", 4)
    known = sorted(number for number in before if not math.isnan(number))
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    assert numbers(page, "tone-by-outlet", 4)[: len(known)] == known
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    assert numbers(page, "tone-by-outlet", 4)[: len(known)] == known[::-1]
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") is None
    assert str(numbers(page, "tone-by-outlet", 4)) == str(before)


def test_a_column_of_words_sorts_by_the_alphabet_and_shows_what_rows_had_in_common(page: Page) -> None:
    table = page.locator("#tone-by-outlet")
    table.locator("thead th").first.get_by_role("button").click()
    outlets = [text.strip() for text in table.locator("tbody tr td:first-child").all_inner_texts()]
    assert outlets == sorted(outlets)
    assert all(outlets)


def test_every_statement_leads_to_its_cell_and_back(page: Page) -> None:
    finding = page.locator("#finding-attention")
    finding.locator("sup a").first.click()
    evidence = page.locator("#finding-attention-1-evidence")
    cell = evidence.get_by_role("link", name="in its table").first
    target = (cell.get_attribute("href") or "")[1:]
    cell.click()
    box = page.locator(f'[id="{target}"]')
    box.wait_for(state="visible")
    assert box.inner_text().strip() == "44%"
    assert "44%" in finding.inner_text()
    assert evidence.locator("a.back").first.get_attribute("href") == "#finding-attention-1"


def test_every_figure_and_every_observation_can_be_cited(page: Page) -> None:
    assert page.locator("figure.figure").count() == page.locator("figure.figure details.cite").count() > 20
    assert page.locator(".finding").count() == page.locator(".finding details.cite").count() >= 8


def test_the_first_screen_holds_what_was_read_what_may_be_said_and_three_observations(page: Page) -> None:
    for heading in ("What was read", "What can be said", "What cannot be said"):
        box = page.get_by_role("heading", name=heading, exact=True).bounding_box()
        assert box is not None
        assert box["y"] < DESKTOP["height"]
    findings = page.locator(".strongest .finding")
    assert findings.count() == 3
    assert all(findings.nth(place).locator("blockquote.passage").count() for place in range(3))
    box = findings.first.bounding_box()
    assert box is not None
    assert box["y"] < DESKTOP["height"] - 60


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
def test_an_open_reference_is_no_wider_than_the_window(browsing: Browsing, viewport: dict[str, int]) -> None:
    page = browsing.open(REPORT, viewport=viewport).page
    page.evaluate("() => document.querySelectorAll('details.cite').forEach(box => { box.open = true; })")
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
