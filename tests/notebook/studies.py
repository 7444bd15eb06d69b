"""The study that is small enough to work out by hand, opened as in a notebook."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.figures import render_all
from analysis.notebook import OpenStudy
from analysis.notebook.shown import Pieces, Shown
from analysis.report.study import Study
from tests.figures import small
from tests.report.studies import FEW, PROVENANCE


def opened(
    tables: Mapping[str, pd.DataFrame], *, no_topics: str = "", with_figures: bool = False
) -> OpenStudy:
    """These tables as an open study."""
    figures = render_all(tables, small.SETTINGS) if with_figures else []
    study = Study.of(
        tables, settings=small.SETTINGS, gate=FEW, figures=figures, provenance=PROVENANCE, no_topics=no_topics
    )
    return OpenStudy(Pieces(study))


def everything_shown(study: OpenStudy) -> dict[str, Shown]:
    """Everything that an open study shows, by the name of its property, shelves with each thing on them."""
    names = [
        name for name, member in vars(OpenStudy).items() if not name.startswith("_") and not callable(member)
    ]
    shown = {name: piece for name in names if isinstance(piece := getattr(study, name), Shown)}
    on_shelves = {
        f"{name}[{place}]": each
        for name, piece in shown.items()
        if hasattr(piece, "items")
        for place, each in enumerate(piece.items.values())
    }
    return shown | on_shelves
