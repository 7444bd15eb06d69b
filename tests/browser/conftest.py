"""Chromium for the tests of the rendered pages, and a place for their screenshots."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.browsing import Browsing, launched


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a browser does takes its time, and more of it on a busy machine."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium, for the tests of one module: Playwright's event loop must not outlive them."""
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture
def browsing(chromium: Browser) -> Iterator[Browsing]:
    """Opens pages that forget everything after the test."""
    opened = Browsing(chromium)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def artefacts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots are kept: the folder that FRAMING_ARTIFACTS names, or else one of pytest's own."""
    named = os.environ.get("FRAMING_ARTIFACTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
