"""The data-quality page: what was read when a study was made, what was left out, mended and kept."""

from __future__ import annotations

from analysis.report.quality.page import page
from analysis.report.quality.quality import (
    Check,
    Column,
    Example,
    Merge,
    Outcome,
    OutletCount,
    Quality,
    RecurringLine,
)

__all__ = [
    "Check",
    "Column",
    "Example",
    "Merge",
    "Outcome",
    "OutletCount",
    "Quality",
    "RecurringLine",
    "page",
]
