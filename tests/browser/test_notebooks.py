"""The notebooks' pages in a browser: they load nothing, fit the phone, and axe finds nothing in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.browsing import PHONE, VIEWS, Browsing, violations

PAGES = sorted((Path(__file__).resolve().parents[2] / "reports" / "notebooks").glob("*.html"))


def test_there_is_a_page_for_each_of_the_five_notebooks() -> None:
    assert [page.stem[:2] for page in PAGES] == ["01", "02", "03", "04", "05"]


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_a_notebook_s_page_opens_without_an_error_or_a_request_and_fits_a_phone(
    browsing: Browsing, file: Path
) -> None:
    visit = browsing.open(file, viewport=PHONE)
    visit.page.wait_for_load_state("networkidle")
    assert visit.is_clean
    assert visit.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("view", ["desktop-light", "phone-dark"])
@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_axe_finds_nothing_in_a_notebook_s_page(browsing: Browsing, file: Path, view: str) -> None:
    page = browsing.open(file, **VIEWS[view]).page
    page.evaluate("() => document.querySelectorAll('details').forEach(box => { box.open = true; })")
    assert violations(page) == []
