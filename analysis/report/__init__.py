"""The report: one page that holds everything, and the files of its figures beside it."""

from __future__ import annotations

from analysis.report.render import figures_table, render

__all__ = ["figures_table", "render"]
