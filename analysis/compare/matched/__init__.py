"""Same event, different words: paragraphs of different outlets that report the same fact or quotation."""

from analysis.compare.matched.study import Matched, match

__all__ = ["Matched", "match"]
