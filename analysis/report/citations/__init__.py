"""References to a report, to its figures and to its observations, in the styles that writers paste."""

from __future__ import annotations

from analysis.report.citations.make import REPORT, Imprint
from analysis.report.citations.reference import Reference
from analysis.report.citations.stored import read_references
from analysis.report.citations.styles import STYLES, cited

__all__ = ["REPORT", "STYLES", "Imprint", "Reference", "cited", "read_references"]
