"""The explorer as a reader uses it: filters, marks, list, address; by pointer, by keyboard, in every view."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from analysis.settings import Settings
from tests.browser.browsing import PHONE, VIEWS, Browsing, Visit, violations
from tests.browser.explorers import bundled_tables, explorer_of
from tests.figures import small
from tests.report.test_explorer import many

HOSTILE = "</script><img src=x onerror=\"document.title='run'\"><b>bold</b> &lt;i&gt; \u2028 end"
INTERVIEW = {"h1:2", "h1:3", "h1:4"}


@pytest.fixture(scope="module")
def bundled_file(bundled: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of the bundled study."""
    file = tmp_path_factory.mktemp("bundled") / "explorer.html"
    file.write_text(explorer_of(bundled_tables(), bundled), "utf-8")
    return file


@pytest.fixture(scope="module")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of the small study: ten paragraphs, on a map from (0, 0) to (9, 2)."""
    file = tmp_path_factory.mktemp("small") / "explorer.html"
    file.write_text(explorer_of(small.all_tables(), small.SETTINGS), "utf-8")
    return file


def opened(browsing: Browsing, file: Path, fragment: str = "") -> Page:
    """The page, when its list is there."""
    page = browsing.open(file, fragment).page
    expect(page.locator("#count")).to_contain_text("of")
    return page


def listed(page: Page) -> list[str]:
    """The ids of the paragraphs in the list."""
    ids: list[str] = page.eval_on_selector_all("#list > li", "items => items.map(item => item.dataset.id)")
    return ids


def drawn(page: Page) -> set[str]:
    """The ids of the paragraphs whose marks are on the map, as the browser has drawn them."""
    return set(
        page.evaluate(
            """() => {
              const ids = JSON.parse(document.getElementById('data').textContent).paragraphs.id;
              return [...document.querySelectorAll('#map .trace')].flatMap(
                trace => [...trace.querySelectorAll('path.point')].map(mark => ids[mark.__data__.data]));
            }"""
        )
    )


def bright(page: Page) -> int:
    """How many marks are not faint."""
    opacities = page.locator("#map path.point").evaluate_all(
        "marks => marks.map(one => getComputedStyle(one).opacity)"
    )
    return sum(float(one) > 0.5 for one in opacities)


def drag(page: Page, start: tuple[float, float], *others: tuple[float, float]) -> None:
    """Draw on the map with the pointer, by shares of its width and height."""
    page.locator("#map").scroll_into_view_if_needed()
    box = page.locator("#map").bounding_box()
    assert box is not None
    points = [
        (box["x"] + across * box["width"], box["y"] + down * box["height"])
        for across, down in (start, *others)
    ]
    page.mouse.move(*points[0])
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*point, steps=4)
    page.mouse.up()


def test_it_opens_from_disk_without_an_error_or_a_request(browsing: Browsing, bundled_file: Path) -> None:
    visit: Visit = browsing.open(bundled_file)
    expect(visit.page.locator("#count")).to_have_text("104 of 104 paragraphs")
    visit.page.wait_for_load_state("networkidle")
    assert (visit.errors, visit.requests) == ([], [])
    assert len(drawn(visit.page)) == 104


def test_hollow_marks_are_those_without_a_topic(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file, "topic=-1")
    assert drawn(page) == {"g1:6"}
    assert page.locator("#map path.point").evaluate("mark => mark.style.fill") in {"none", "rgba(0, 0, 0, 0)"}


def test_an_outlet_that_is_unticked_leaves_map_list_and_count(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file)
    page.get_by_label("Gazette").uncheck()
    expect(page.locator("#count")).to_have_text("4 of 10 paragraphs")
    assert set(listed(page)) == drawn(page) == {"h1:1"} | INTERVIEW
    page.get_by_label("Herald").uncheck()
    expect(page.locator("#count")).to_have_text("0 of 10 paragraphs")
    assert drawn(page) == set()


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (("Voice", "question"), {"h1:2"}),
        (("Voice", "direct"), {"g1:3", "g2:2"}),
        (("Speaker", "Ann Baker"), {"h1:3", "h1:4"}),
        (("Topic", "1"), {"g1:5", "g2:1", "g2:2"}),
        (("Topic", "-1"), {"g1:6"}),
    ],
)
def test_a_choice_leaves_the_paragraphs_that_it_names(
    browsing: Browsing, small_file: Path, choice: tuple[str, str], left: set[str]
) -> None:
    page = opened(browsing, small_file)
    label, value = choice
    page.get_by_label(label, exact=True).select_option(value)
    expect(page.locator("#count")).to_have_text(f"{len(left)} of 10 paragraphs")
    assert set(listed(page)) == drawn(page) == left


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("TAXES", {"g1:5", "g2:1", "g2:2"}),
        ("taxes bread", {"g2:1"}),
        ('"bread is"', {"h1:3", "h1:4"}),
        ("ax", set()),
        ('"taxes are', {"g2:2"}),
        ("(", set()),
    ],
)
def test_words_are_found_from_their_beginning_and_phrases_as_they_stand(
    browsing: Browsing, small_file: Path, words: str, left: set[str]
) -> None:
    page = opened(browsing, small_file)
    page.get_by_label("Words in the text").fill(words)
    expect(page.locator("#count")).to_have_text(f"{len(left)} of 10 paragraphs")
    assert set(listed(page)) == left


def test_words_that_were_looked_for_are_marked_in_the_list(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file, "words=bread+dear&outlet=Herald")
    assert page.locator('[data-id="h1:3"] mark').all_inner_texts() == ["Bread", "dear"]


def test_dates_keep_the_days_between_them_and_leave_out_what_has_none(
    browsing: Browsing, small_file: Path
) -> None:
    page = opened(browsing, small_file)
    page.get_by_label("From", exact=True).fill("2011-03-05")
    expect(page.locator("#count")).to_have_text("4 of 10 paragraphs")
    page.get_by_label("From", exact=True).fill("2011-03-04")
    expect(page.locator("#count")).to_have_text("8 of 10 paragraphs")
    page.get_by_label("To", exact=True).fill("2011-03-04")
    expect(page.locator("#count")).to_have_text("4 of 10 paragraphs")
    expect(page.get_by_label("To", exact=True)).to_have_accessible_description(
        "A date leaves out the 2 paragraphs of undated articles."
    )


def test_a_box_lists_the_paragraphs_in_it_and_dims_the_others(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file)
    drag(page, (0.01, 0.99), (0.35, 0.01))
    expect(page.locator("#count")).to_have_text("3 of 10 paragraphs, in the area that was marked")
    assert listed(page) == ["g1:2", "g1:3", "g1:5"]
    assert len(drawn(page)) == 10
    assert bright(page) == 3
    assert "box=" in page.url


def test_a_lasso_lists_the_paragraphs_in_it(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file)
    page.get_by_label("Draw around").check()
    drag(page, (0.99, 0.99), (0.75, 0.99), (0.75, 0.01), (0.99, 0.01), (0.99, 0.9))
    expect(page.locator("#count")).to_contain_text("in the area that was marked")
    assert listed(page) == ["h1:3", "h1:4"]
    again = opened(browsing, small_file, page.url.partition("#")[2])
    assert listed(again) == ["h1:3", "h1:4"]
    assert bright(again) == 2


def test_a_selection_and_a_filter_hold_together(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file, "box=-1,4,-1,3&topic=0")
    assert listed(page) == ["g1:2", "g1:3"]
    page.get_by_role("button", name="Clear the selection").click()
    expect(page.locator("#count")).to_have_text("3 of 10 paragraphs")
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator("#count")).to_have_text("10 of 10 paragraphs")
    assert page.url.endswith("#all")


def test_pointing_at_a_mark_tells_what_it_is_and_escape_puts_it_away(
    browsing: Browsing, small_file: Path
) -> None:
    page = opened(browsing, small_file, "speaker=Ann+Baker&words=good")
    page.locator("#map path.point").hover(force=True)
    card = page.locator("#hover")
    expect(card).to_be_visible()
    assert card.inner_text().split("\n\n") == [
        "Bread is dear, and good.",
        "Herald, Ann Baker speaking, 5 November 2014. “Headline of h1”",
        "Topic: Bread",
    ]
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_click_on_a_mark_picks_its_paragraph_out(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file, "speaker=Ann+Baker&words=good")
    page.locator("#map path.point").click(force=True)
    expect(page.locator("#count")).to_have_text("1 of 10 paragraphs, picked out on the map")
    assert "paragraph=h1%3A3" in page.url


def test_with_the_keyboard_alone_a_reader_filters_marks_and_reads(
    browsing: Browsing, small_file: Path
) -> None:
    page = opened(browsing, small_file)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "found"
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "The nearest"
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_contain_text("the nearest to the first of them")
    assert listed(page)[:3] == ["g1:2", "g1:3", "g1:5"]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text("1 of 10 paragraphs, picked out on the map")
    assert bright(page) == 1


def test_a_view_survives_a_reload_and_back_and_forward(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file)
    page.get_by_label("Gazette").uncheck()
    page.get_by_label("Topic", exact=True).select_option("2")
    expect(page.locator("#count")).to_have_text("3 of 10 paragraphs")
    page.reload()
    expect(page.locator("#count")).to_have_text("3 of 10 paragraphs")
    assert not page.get_by_label("Gazette").is_checked()
    assert set(listed(page)) == drawn(page) == INTERVIEW
    page.go_back()
    expect(page.locator("#count")).to_have_text("4 of 10 paragraphs")
    assert page.get_by_label("Topic", exact=True).input_value() == ""
    page.go_back()
    expect(page.locator("#count")).to_have_text("10 of 10 paragraphs")
    page.go_forward()
    page.go_forward()
    expect(page.locator("#count")).to_have_text("3 of 10 paragraphs")


def test_an_address_that_names_nothing_of_the_study_shows_nothing_and_breaks_nothing(
    browsing: Browsing, small_file: Path
) -> None:
    visit = browsing.open(small_file, "speaker=Nobody&topic=99&box=1,x&paragraph=none&near=no&%E0%A4%A")
    expect(visit.page.locator("#count")).to_contain_text("0 of 10 paragraphs")
    visit.page.get_by_role("button", name="Clear all").click()
    expect(visit.page.locator("#count")).to_have_text("10 of 10 paragraphs")
    assert visit.errors == []


def test_the_button_copies_the_link_to_the_view(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file, "topic=2&outlet=Herald")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    again = opened(browsing, small_file, copied.partition("#")[2])
    assert set(listed(again)) == INTERVIEW


def test_a_paragraph_leads_to_its_place_in_the_report(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file, "paragraph=h1:3")
    link = page.get_by_role("link", name="In the report")
    assert link.get_attribute("href") == "index.html#paragraph-h1%3A3"
    assert "characters 300–399 of h1.txt" in page.locator("#list").inner_text()


def test_more_of_a_long_list_comes_on_demand_and_focus_goes_to_what_is_new(
    browsing: Browsing, bundled_file: Path
) -> None:
    page = opened(browsing, bundled_file)
    assert len(listed(page)) == 20
    page.get_by_role("button", name="Show 20 more of 84").click()
    assert len(listed(page)) == len(set(listed(page))) == 40
    assert page.evaluate("document.activeElement.dataset.id") == listed(page)[20]


def test_zoom_brings_what_is_listed_to_the_whole_map(browsing: Browsing, small_file: Path) -> None:
    page = opened(browsing, small_file, "topic=2")
    before = page.locator("#map path.point").evaluate_all(
        "marks => marks.map(one => one.getBoundingClientRect().x)"
    )
    page.get_by_label("Zoom to what is listed").check()
    expect(page.get_by_label("Zoom to what is listed")).to_be_checked()
    after = page.locator("#map path.point").evaluate_all(
        "marks => marks.map(one => one.getBoundingClientRect().x)"
    )
    assert max(after) - min(after) > 3 * (max(before) - min(before))
    assert "zoom=1" in page.url


def test_hostile_text_is_shown_as_text(browsing: Browsing, tmp_path: Path) -> None:
    tables = small.all_tables()
    tables["paragraphs"] = tables["paragraphs"].assign(plain=HOSTILE)
    tables["topics"] = tables["topics"].assign(label=f'<a href="https://x.example">{HOSTILE}</a>')
    tables["articles"] = tables["articles"].assign(headline=HOSTILE)
    file = tmp_path / "explorer.html"
    file.write_text(explorer_of(tables, small.SETTINGS), "utf-8")
    visit = browsing.open(file)
    page = visit.page
    expect(page.locator("#count")).to_have_text("10 of 10 paragraphs")
    page.locator("#map path.point").first.hover(force=True)
    expect(page.locator("#hover")).to_contain_text("</script><img src=x")
    assert HOSTILE.replace(" \u2028", "") in page.locator("#list li").first.inner_text()
    assert page.locator("img, #list b, #hover b, #map a").count() == 0
    assert page.locator("#map .annotation-text").first.text_content() == '<a href="https://x.example"><…'
    assert "Explore" in page.title()
    assert (visit.errors, visit.requests) == ([], [])


def test_the_marks_follow_the_theme_when_it_changes(browsing: Browsing, bundled_file: Path) -> None:
    page = opened(browsing, bundled_file)
    label = page.locator("#map .annotation-text").first
    expect(label).to_have_css("fill", "rgb(29, 29, 33)")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("#map .annotation-text").first).to_have_css("fill", "rgb(235, 232, 226)")


def test_on_a_phone_the_map_is_as_wide_as_the_page_and_follows_when_it_is_turned(
    browsing: Browsing, bundled_file: Path
) -> None:
    page = browsing.open(bundled_file, viewport=PHONE).page
    expect(page.locator("#map .main-svg").first).to_have_attribute("width", "352")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 844, "height": 390})
    expect(page.locator("#map .main-svg").first).not_to_have_attribute("width", "352")
    assert page.evaluate("document.documentElement.scrollWidth") <= 844


def test_a_finger_scrolls_the_page_and_a_pointer_marks_a_box(browsing: Browsing, small_file: Path) -> None:
    phone = browsing.open(small_file, viewport=PHONE, has_touch=True, is_mobile=True).page
    assert phone.get_by_label("Point only").is_checked()
    assert opened(browsing, small_file).get_by_label("Mark a box").is_checked()


def test_without_scripts_the_page_leads_to_the_drawn_map(browsing: Browsing, small_file: Path) -> None:
    page = browsing.open(small_file, java_script_enabled=False).page
    assert page.locator("noscript a").get_attribute("href") == "index.html#figure-topic-map"
    assert page.locator("noscript a").is_visible()
    assert not page.locator("#filters").is_visible()


def test_the_map_s_name_says_how_much_it_shows_and_its_layers_are_not_heard(
    browsing: Browsing, small_file: Path
) -> None:
    page = opened(browsing, small_file)
    chart = page.get_by_role("img", name="The topic map: 10 of 10 paragraphs shown.")
    expect(chart).to_have_count(1)
    assert page.locator("#map").locator(".plot-container").get_attribute("aria-hidden") == "true"
    page.get_by_label("Topic", exact=True).select_option("1")
    expect(page.get_by_role("img", name="The topic map: 3 of 10 paragraphs shown.")).to_have_count(1)
    page.get_by_role("button", name="Show on the map").first.click()
    expect(
        page.get_by_role("img", name="The topic map: 3 of 10 paragraphs shown, 1 picked out.")
    ).to_have_count(1)


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("", "No filter is set."),
        ("topic=-1", "Filters: topic: In no topic."),
        ("outlet=Herald&voice=answer&words=bread+dear",
         "Filters: only Herald; voice: An interview’s answers; words: bread dear."),
        ("outlet=&speaker=Ann+Baker&from=2011-03-05&to=2014-12-31",
         "Filters: no outlet; speaker: Ann Baker; from 2011-03-05; to 2014-12-31."),
        ("speaker=Nobody", "Filters: speaker: Nobody."),
    ],
)  # fmt: skip
def test_paper_says_which_filters_are_set(
    browsing: Browsing, small_file: Path, fragment: str, told: str
) -> None:
    page = opened(browsing, small_file, fragment)
    assert not page.locator("#set").is_visible()
    page.emulate_media(media="print")
    assert page.locator("#set").inner_text() == told


def test_paper_says_that_only_the_first_of_a_long_list_are_printed(
    browsing: Browsing, bundled_file: Path
) -> None:
    page = opened(browsing, bundled_file)
    page.get_by_role("button", name="Show 20 more of 84").click()
    page.emulate_media(media="print")
    assert (
        page.locator("#set").inner_text() == "No filter is set. The first 40 of 104 paragraphs are printed."
    )


@pytest.mark.parametrize("width", [390, 700, 980, 1280])
def test_on_paper_the_map_fits_the_sheet_and_stands_above_the_list(
    browsing: Browsing, bundled_file: Path, width: int
) -> None:
    page = browsing.open(bundled_file, viewport={"width": width, "height": 844}).page
    expect(page.locator("#count")).to_contain_text("of")
    page.emulate_media(media="print")
    drawing, paragraphs = (
        page.locator("#map .main-svg").first.bounding_box(),
        page.locator("#found").bounding_box(),
    )
    assert drawing is not None
    assert paragraphs is not None
    assert 300 < drawing["width"] <= 645
    assert drawing["y"] + drawing["height"] <= paragraphs["y"]


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_and_a_screenshot_is_kept(
    browsing: Browsing, bundled_file: Path, artefacts: Path, view: str
) -> None:
    page = browsing.open(bundled_file, **VIEWS[view]).page
    expect(page.locator("#count")).to_have_text("104 of 104 paragraphs")
    page.screenshot(path=artefacts / f"explorer-{view}.png", full_page=view.startswith("phone"))
    assert violations(page) == []
    page.get_by_label("Words in the text").fill("nato")
    page.locator("#map path.point").first.hover(force=True)
    page.get_by_role("button", name="The nearest").first.click()
    expect(page.locator("#count")).to_contain_text("nearest")
    page.screenshot(path=artefacts / f"explorer-nearest-{view}.png")
    assert violations(page) == []


@pytest.mark.slow
def test_a_map_of_six_thousand_marks_is_there_in_a_few_seconds(browsing: Browsing, tmp_path: Path) -> None:
    file = tmp_path / "explorer.html"
    file.write_text(explorer_of(many(8_000), small.SETTINGS), "utf-8")
    started = time.monotonic()
    page = browsing.open(file).page
    expect(page.locator("#count")).to_have_text("6,000 of 6,000 paragraphs", timeout=30_000)
    expect(page.get_by_label("Words in the text")).to_have_accessible_description(
        'All of them; a phrase in "quotation marks". Searched are the 6,000 of 8,000 paragraphs that this page holds.'
    )
    assert len(drawn(page)) == 6_000
    assert time.monotonic() - started < 20
    page.get_by_label("Topic", exact=True).select_option("0")
    expect(page.locator("#count")).not_to_contain_text("6,000 of", timeout=20_000)
