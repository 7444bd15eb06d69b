"""Keyness: the words and phrases that distinguish each outlet from the others."""

from analysis.compare.keyness.odds import outlet_log_odds, ranks
from analysis.compare.keyness.table import keyness

__all__ = ["keyness", "outlet_log_odds", "ranks"]
