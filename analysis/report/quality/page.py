"""The page as HTML: one file that opens from disk and loads nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.report.assets import asset, script, security_policy
from analysis.report.environment import engine

if TYPE_CHECKING:
    from analysis.report.quality.quality import Quality

MOST_OUTLETS, MOST_LINES = 200, 200
"""Rows that the page shows; the rest is in study.toml and boilerplate.txt."""

KEPT_CAPITALS = ("HTML", "UTF", "1")

SCRIPTS = ("script/copy",)


def page(quality: Quality) -> str:
    """The page's HTML, the same for the same input; every text of the source is escaped."""
    own = script(*SCRIPTS)
    outlets = sorted(quality.outlets, key=lambda outlet: (-outlet.articles, outlet.name))
    lines = sorted(quality.lines, key=lambda line: (-line.articles, line.outlet, line.text))
    return (
        engine()
        .get_template("quality/page.html")
        .render(
            quality=quality,
            groups=[
                ("left-out", "What was left out", "These rows are not in the study.", quality.of("left out")),
                (
                    "mended",
                    "What was mended",
                    "These articles are in the study, changed.",
                    quality.of("mended"),
                ),
                ("kept", "What to look at", "These are in the study as they came.", quality.of("kept")),
            ],
            not_found=[_lowered(check.title) for check in quality.checks if not check.count],
            outlets=outlets[:MOST_OUTLETS],
            outlets_left=len(outlets[MOST_OUTLETS:]),
            lines=lines[:MOST_LINES],
            lines_left=len(lines[MOST_LINES:]),
            style=asset("style.css") + asset("quality/style.css"),
            script=own,
            policy=security_policy(own),
        )
    )


def _lowered(title: str) -> str:
    """A title inside a sentence: without its capital, unless it is a name's."""
    return title if title[1:2].isupper() or title.startswith(KEPT_CAPITALS) else title[0].lower() + title[1:]
