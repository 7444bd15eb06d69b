"""What corpora would take that were not run, from the rates of those that were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.bench_parts.measure import Measured

CORPORA = (10_000_000, 100_000_000)
WORKERS = 100
HOUR = 3_600
GIB = 2**30
PRICE = 0.04
"""Of an hour of one processor core with 4 GB, in dollars: an assumption to be put right."""


def estimates(measured: Sequence[Measured], *, price: float = PRICE) -> pd.DataFrame:
    """Time, room and money for larger corpora, in proportion to the largest that was run.

    worker hours = paragraphs / rate of a worker; what one process sums and renders is extended as it grew between the
    two largest runs: below the sizes of the samples it grows for other reasons.

    Args:
        measured: two runs or more, rising.
        price: of an hour of one worker.

    Returns:
        One row per corpus: `paragraphs`, `worker_hours`, `hours` (with 100 workers, sums and report included), `shards`
        (GiB on the disk), `memory` (GiB of the process that sums and renders) and `cost`.
    """
    small, large = measured[-2:]
    rows = []
    for paragraphs in CORPORA:
        hours = paragraphs / large.rate / HOUR
        alone = _extended(small, large, [_alone(one) for one in (small, large)], paragraphs)
        memory = _extended(small, large, [one.memory for one in (small, large)], paragraphs)
        shards = large.shards * paragraphs / large.done.paragraphs
        rows.append(
            (paragraphs, hours, hours / WORKERS + alone / HOUR, shards / GIB, memory / 1024, hours * price)
        )
    return pd.DataFrame(rows, columns=["paragraphs", "worker_hours", "hours", "shards", "memory", "cost"])


def _alone(run: Measured) -> float:
    """Seconds of one process: sums, comparison and report."""
    from analysis.bench_parts.measure import BY_PART

    return sum(spent for title, spent in run.seconds.items() if title not in BY_PART)


def _extended(small: Measured, large: Measured, values: Sequence[float], paragraphs: int) -> float:
    """The straight line through two runs, at so many paragraphs."""
    slope = (values[1] - values[0]) / max(large.done.paragraphs - small.done.paragraphs, 1)
    return values[1] + max(slope, 0.0) * (paragraphs - large.done.paragraphs)
