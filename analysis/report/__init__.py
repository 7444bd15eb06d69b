"""The report: one page that holds everything, and what can be cited in it."""

from __future__ import annotations

from analysis.report.render import figures_table, observations_table, render, study_of

__all__ = ["figures_table", "observations_table", "render", "study_of"]
