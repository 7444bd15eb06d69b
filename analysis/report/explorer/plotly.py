"""The library that draws the map: plotly.js 4.1.1, its basic bundle, unchanged, under the MIT licence beside it.

It comes from the npm package plotly.js-basic-dist-min 4.1.1. SHA-256 of plotly-basic.min.js:
99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba
"""

from __future__ import annotations

from importlib import resources

from markupsafe import Markup

VERSION = "4.1.1"
SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
FILE = "plotly-basic.min.js"

SYMBOLS = {
    "o": "circle", "s": "square", "^": "triangle-up", "D": "diamond", "v": "triangle-down", "P": "cross", "X": "x",
    "p": "pentagon", "h": "hexagon", "<": "triangle-left", ">": "triangle-right", "*": "star",
}  # fmt: skip
"""What plotly calls the markers of the figures."""


def library() -> Markup:
    """The library's text, as it goes into the page."""
    folder = resources.files("analysis.report.explorer").joinpath("library")
    return Markup(folder.joinpath(FILE).read_text(encoding="utf-8"))  # noqa: S704 - pinned by its hash
