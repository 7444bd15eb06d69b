"""The template engine: it escapes every value, and fails on a name it does not know."""

from __future__ import annotations

import re

import jinja2
from markupsafe import Markup

from analysis.figures import RenderedFigure, inlined
from analysis.figures.legible import visible
from analysis.report.study import Study

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def environment(study: Study) -> jinja2.Environment:
    """The engine for a study: it knows the study's outlets, and draws its figures."""
    templates = engine()
    templates.globals["outlet_number"] = {outlet: number for number, outlet in enumerate(study.outlets)}
    templates.globals["sampled"] = study.scope.shown_from
    templates.filters["inlined"] = _drawing
    return templates


def engine() -> jinja2.Environment:
    """Templates that escape everything they are not told to trust, and fail on a name they do not know."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("analysis.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_legible,
    )


def _drawing(figure: RenderedFigure) -> Markup:
    """A figure for use inside the page."""
    return Markup(inlined(figure.svg, figure.alt))  # noqa: S704 - our own drawing, its texts escaped


def _legible(value: object) -> object:
    """What is printed: no character that HTML does not allow, none that is hidden. Markup of our own stays as it is."""
    return visible(_CONTROL.sub(" ", value)) if type(value) is str else value
