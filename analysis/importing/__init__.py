"""Open collections of news articles made study folders."""

from analysis.importing.polnear import import_polnear
from analysis.importing.study import Imported, Rejected

__all__ = ["Imported", "Rejected", "import_polnear"]
