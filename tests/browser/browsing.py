"""A page opened in Chromium, what went wrong on it, and what axe says of it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Route, ViewportSize

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

DESKTOP = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
VIEWS: dict[str, dict[str, Any]] = {
    f"{device}-{theme}": {"viewport": size, "color_scheme": theme}
    for device, size in (("desktop", DESKTOP), ("phone", PHONE))
    for theme in ("light", "dark")
}
"""How readers meet a page: on a desktop and a phone, light and dark."""


@dataclass
class Visit:
    """A page that was opened, the requests that it should not have made, and its errors."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was asked for and nothing went wrong."""
        return not self.requests and not self.errors


class Browsing:
    """Opens files in fresh contexts, in which every request but the one for the file itself fails."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def open(self, file: Path, fragment: str = "", **options: Any) -> Visit:  # noqa: ANN401 - Playwright's own
        """The file, opened from disk.

        Args:
            file: an HTML file.
            fragment: what follows the `#` of its address.
            options: of the browser's context: `viewport`, `color_scheme`, `java_script_enabled` ...
        """
        context = self._browser.new_context(**{"viewport": DESKTOP, "reduced_motion": "reduce"} | options)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        self._contexts.append(context)
        visit = Visit(context.new_page())
        address = file.resolve().as_uri()

        def answer(route: Route) -> None:
            if route.request.url.partition("#")[0] == address:
                route.continue_()
                return
            visit.requests.append(route.request.url)
            route.abort()

        def listen(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                visit.errors.append(message.text)

        context.route("**/*", answer)
        visit.page.on("console", listen)
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.goto(f"{address}#{fragment}" if fragment else address)
        return visit

    def close(self) -> None:
        """Close what was opened."""
        for context in self._contexts:
            context.close()


def launched(playwright: Playwright) -> Browser:
    """Chromium without a window; the test is skipped where there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        missing("no Chromium is on the path: install it, as .ci/browser.sh does")
    return playwright.chromium.launch(executable_path=found, args=list(SWITCHES))


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now: each rule with the elements that break it."""
    if not AXE.is_file():
        missing("axe-core is not installed: run `npm ci` in tests/browser")
    page.evaluate(AXE.read_text("utf-8"))
    options = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    assert found["testEngine"]["name"] == "axe-core"
    return [
        f"{rule['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def missing(reason: str) -> NoReturn:
    """Skip the test; where CI is set, fail instead, because there everything must be installed."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
