"""Files of any of the forms that are read, made rows: what each of them is called and what stands in it."""

from __future__ import annotations

from analysis.importing.reading.files import SUB_FOLDER, Found, found, rows, size
from analysis.importing.reading.row import Row, Unread

__all__ = ["SUB_FOLDER", "Found", "Row", "Unread", "found", "rows", "size"]
