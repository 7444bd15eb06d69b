"""Human coding: blank sheets drawn from a study, and how far the filled ones and the instruments agree."""

from __future__ import annotations

from analysis.coding.agreement import agreement
from analysis.coding.codesheet import codesheet

__all__ = ["agreement", "codesheet"]
