"""One module per figure: `prepare` (the table that a reader downloads), `draw`, `describe` (alt text) and `caption`."""

from __future__ import annotations

from analysis.figures.figures import FIGURES, RenderedFigure, in_study_order, render_all
from analysis.figures.marks import outlet_marks
from analysis.figures.svg import inlined

__all__ = ["FIGURES", "RenderedFigure", "in_study_order", "inlined", "outlet_marks", "render_all"]
