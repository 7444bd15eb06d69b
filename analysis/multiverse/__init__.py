"""Would other choices have said the same? The headline contrasts under every other defensible way to compute them.

`measure.measure_multiverse` is the entry. The idea is that of Steegen, Tuerlinckx, Gelman and Vanpaemel (2016),
Increasing transparency through a multiverse analysis, Perspectives on Psychological Science 11, and of Simonsohn,
Simmons and Nelson (2020), Specification curve analysis, Nature Human Behaviour 4.
"""

from analysis.multiverse.measure import MULTIVERSE, measure_multiverse

__all__ = ["MULTIVERSE", "measure_multiverse"]
