"""The key figures of one study that can carry inference, kept so that every report can show what such a study gives."""

from analysis.keyfigures.figures import families, key_figures
from analysis.keyfigures.kept import TABLES, keep, kept, read_report, staleness

__all__ = ["TABLES", "families", "keep", "kept", "key_figures", "read_report", "staleness"]
