"""How long a page takes to open: `.venv/bin/python -m tests.browser.opening PAGE [PAGE ...]`.

Each page is opened five times in a fresh context of Chromium, from disk. Told are its size and the median seconds until
it is loaded and laid out to its end; other work on the machine makes them longer.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.browsing import DESKTOP, PHONE, Browsing, launched

TIMES = 5


def main(files: list[Path]) -> None:
    """Print a line for each page and width."""
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for file in files:
            for name, size in (("desktop", DESKTOP), ("phone", PHONE)):
                spent = [seconds(Browsing(browser), file, size) for _ in range(TIMES)]
                sys.stdout.write(
                    f"{file}: {file.stat().st_size / 2**20:.1f} MiB, {name}: {statistics.median(spent):.2f} s "
                    f"(from {min(spent):.2f} to {max(spent):.2f})\n"
                )
        browser.close()


def seconds(browsing: Browsing, file: Path, size: ViewportSize) -> float:
    """Wall time from asking for the page until its last paragraph has its place."""
    start = time.perf_counter()
    page = browsing.open(file, viewport=size).page
    page.evaluate("document.documentElement.scrollHeight")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    spent = time.perf_counter() - start
    browsing.close()
    return spent


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]])
