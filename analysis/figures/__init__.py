"""One module per figure: `prepare` (the table that a reader downloads), `draw`, `describe` (alt text) and `caption`."""

from __future__ import annotations

from analysis.figures.figures import (
    FIGURES,
    PreparedFigure,
    RenderedFigure,
    in_study_order,
    prepare_all,
    render_all,
)
from analysis.figures.files import FORMATS, data_files, drawing_files, drawing_key, figure_path
from analysis.figures.marks import outlet_marks
from analysis.figures.svg import inlined

__all__ = [
    "FIGURES",
    "FORMATS",
    "PreparedFigure",
    "RenderedFigure",
    "data_files",
    "drawing_files",
    "drawing_key",
    "figure_path",
    "in_study_order",
    "inlined",
    "outlet_marks",
    "prepare_all",
    "render_all",
]
