"""How outlets compare - topic shares, wording tone, distinguishing words - and what of it may be said."""

from analysis.compare.aggregates import Aggregates, aggregate
from analysis.compare.comparison import Comparison, compare, compare_aggregates
from analysis.compare.gate import Gate
from analysis.compare.merging import merged

__all__ = ["Aggregates", "Comparison", "Gate", "aggregate", "compare", "compare_aggregates", "merged"]
