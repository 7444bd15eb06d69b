"""A corpus in parts measured: time, memory of workers as it grows, the same tables as a small study, and estimates."""

from __future__ import annotations

from analysis.bench_parts.agreement import compared
from analysis.bench_parts.corpus import Choices
from analysis.bench_parts.estimate import estimates
from analysis.bench_parts.measure import Measured, measure

__all__ = ["Choices", "Measured", "compared", "estimates", "measure"]
