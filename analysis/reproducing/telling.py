"""A matrix as lines on a terminal, and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from analysis.reproducing.matrix import Outcome

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 4
HEAD = f"{'variation':<18}{'files':>6}  {'verdict':<11}{'seconds':>8}  what was varied"


def lines(outcome: Outcome) -> Iterator[str]:
    """The line of one variation, and below it what differs, or why there is no verdict, and what the process saw."""
    variation = outcome.variation
    seconds = f"{outcome.seconds:.0f}" if outcome.seconds else ""
    yield f"{variation.name:<18}{outcome.files or '':>6}  {outcome.verdict:<11}{seconds:>8}  {variation.varies}"
    reason = variation.obstacle or outcome.failure
    if reason:
        yield f"    {reason}"
    for difference in outcome.differences[:SHOWN]:
        yield f"    {difference.path}: {difference.how}"
    if len(outcome.differences) > SHOWN:
        yield f"    and {len(outcome.differences) - SHOWN} other files"
    if outcome.saw:
        yield f"    saw: {outcome.saw}"


def verdict(outcomes: Iterable[Outcome]) -> str:
    """One sentence about a whole matrix."""
    every = list(outcomes)
    counts = {
        kind: sum(one.verdict == kind for one in every)
        for kind in ("identical", "differs", "failed", "skipped")
    }
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
    return f"{len(every)} run{'s'[: len(every) != 1]}: {told}"


def as_table(outcomes: Iterable[Outcome]) -> pd.DataFrame:
    """One row per variation: what was varied, the verdict, files compared and differing, the first of them, seconds."""
    import pandas as pd

    return pd.DataFrame(
        {
            "variation": outcome.variation.name,
            "varied": outcome.variation.varies,
            "verdict": outcome.verdict,
            "files": outcome.files,
            "differing": len(outcome.differences),
            "first_difference": " ".join(f"{one.path}: {one.how}" for one in outcome.differences[:1]),
            "reason": outcome.variation.obstacle or outcome.failure,
            "seconds": round(outcome.seconds, 1),
            "saw": outcome.saw,
        }
        for outcome in outcomes
    )
