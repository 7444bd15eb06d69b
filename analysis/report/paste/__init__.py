"""Words to paste into a paper: the methods and the limitations of this very study, with their references."""

from __future__ import annotations

from analysis.report.paste.words import Paste, paste

__all__ = ["Paste", "paste"]
