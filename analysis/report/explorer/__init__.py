"""The explorer: the topic map as a page of its own, in which a reader filters, marks and reads the paragraphs."""

from __future__ import annotations

from analysis.report.explorer.page import explorer, explorer_files

__all__ = ["explorer", "explorer_files"]
