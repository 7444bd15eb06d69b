"""How outlets compare - topic shares, wording tone, distinguishing words - and what of it may be said."""

from analysis.compare.comparison import Comparison, compare
from analysis.compare.gate import Gate

__all__ = ["Comparison", "Gate", "compare"]
