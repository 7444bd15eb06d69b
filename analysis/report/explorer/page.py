"""The explorer's page: the paragraphs, the library and the script, put into its template."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from html import unescape

from markupsafe import Markup

from analysis.figures import outlet_marks, topic_map
from analysis.report.assets import asset, script, security_policy
from analysis.report.environment import environment
from analysis.report.explorer.capacity import explored
from analysis.report.explorer.choices import choices
from analysis.report.explorer.data import data
from analysis.report.explorer.embedded import embedded
from analysis.report.explorer.plotly import VERSION, library
from analysis.report.study import Study

FILE = "explorer.html"
SCRIPTS = ("search", "explorer/filters", "explorer/map", "explorer/list", "explorer/told", "explorer/page")
_PARAGRAPH = re.compile(r'id="(paragraph-[^"]*)"')


def explorer_files(study: Study, html: str) -> dict[str, bytes]:
    """The explorer as a file; none where there is no map to explore.

    Args:
        study: the study as the report shows it.
        html: the report's page, to whose paragraphs the explorer links.
    """
    if topic_map.SLUG not in study.figures:
        return {}
    anchors = frozenset(map(unescape, _PARAGRAPH.findall(html)))
    return {FILE: explorer(study, anchors).encode("utf-8")}


def explorer(study: Study, anchors: AbstractSet[str]) -> str:
    """The page's HTML, the same for the same input.

    Args:
        study: a study whose map was drawn.
        anchors: the ids of the paragraphs in the report, which are linked to.
    """
    held = explored(study, anchors)
    plotly, own = library(), script(*SCRIPTS)
    context = {
        "study": study,
        "held": held,
        "choices": choices(study, held.rows),
        "figure": study.figures[topic_map.SLUG],
        "marks": [Markup(mark) for mark in outlet_marks(study.outlets).values()],  # noqa: S704 - our own drawing
        "data": Markup(embedded(data(study, held.rows))),  # noqa: S704 - every `<` of it is escaped
        "style": asset("style.css") + asset("explorer/style.css"),
        "library": plotly,
        "plotly_version": VERSION,
        "script": own,
        "policy": security_policy(plotly, own),
    }
    return environment(study).get_template("explorer/page.html").render(context)
