"""The study in a notebook: open it, and look at its pieces one by one."""

from __future__ import annotations

from analysis.notebook.opened import OpenStudy, open_study
from analysis.notebook.written import write_study

__all__ = ["OpenStudy", "open_study", "write_study"]
