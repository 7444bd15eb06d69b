"""The same study over a corpus that outgrows one machine: parts of whole articles, and sums that any cut leaves alone.

`run.run_scale` is the entry. What lasts is the shard, a folder of Parquet files on a disk that all workers see: it is
named by what it was made from, appears whole, is checked before it is used, and is never made twice. The engine, Dask,
only says who makes which; nothing of value is in its memory. Sums are of whole numbers, so that any cut and any number
of workers give the same bytes.
"""

from __future__ import annotations

from analysis.scale.run import Scaled, Sizes, run_scale

__all__ = ["Scaled", "Sizes", "run_scale"]
