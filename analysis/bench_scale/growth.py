"""How time and memory grow with the number of paragraphs, and whether that is what is wanted."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.bench_scale.running import OURS, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.bench_scale.outcome import Outcome

FASTER = {20_000: 4.0, 120_000: 5.0}
"""How many times as fast as plain BERTopic we must be, by the number of paragraphs."""

FULL = 120_000
QUADRATIC = 1.5
"""From this power on, growth is nearer to quadratic than to linear."""

QUANTITIES = ("seconds", "processor", "rest", "memory")

COLUMNS = [
    "who", "paragraphs", "seconds", "embedding", "rest", "processor", "memory", "topics", "outliers", "coverage",
    "nmi", "nmi_assigned",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Growth:
    """The power of the number of paragraphs with which a quantity grows.

    exponent = slope of the least-squares line of log(quantity) over log(paragraphs)

    1 is linear, 2 quadratic. A fixed part, such as loading libraries, makes it smaller than the growth is.

    Attributes:
        who: plain or ours.
        quantity: seconds, processor, rest (seconds without embedding) or memory.
        exponent: the power.
        sizes: numbers of paragraphs that the line was laid through, 2 or more.
    """

    who: str
    quantity: str
    exponent: float
    sizes: int


def table(outcomes: Sequence[Outcome]) -> pd.DataFrame:
    """One row per run, by who and paragraphs; the columns are those of `Outcome`."""
    rows = [{**dataclasses.asdict(one), "rest": one.rest, "coverage": one.coverage} for one in outcomes]
    return pd.DataFrame(rows, columns=COLUMNS).sort_values(["who", "paragraphs"], ignore_index=True)


def growths(outcomes: Sequence[Outcome]) -> list[Growth]:
    """How each quantity grows, of all who ran on two sizes or more."""
    found = []
    for who in sorted({one.who for one in outcomes}):
        own = [one for one in outcomes if one.who == who]
        sizes = np.log([one.paragraphs for one in own])
        if len(set(sizes.tolist())) > 1:
            for quantity in QUANTITIES:
                slope = np.polyfit(sizes, np.log([getattr(one, quantity) for one in own]), 1)[0]
                found.append(Growth(who, quantity, float(slope), len(own)))
    return found


def verdicts(outcomes: Sequence[Outcome], grown: Sequence[Growth]) -> list[str]:
    """What was wanted of us and whether it holds, a line each."""
    by_size: dict[int, dict[str, Outcome]] = {}
    for one in outcomes:
        by_size.setdefault(one.paragraphs, {})[one.who] = one
    lines = [
        line
        for size, both in sorted(by_size.items())
        if {PLAIN, OURS} <= both.keys()
        for line in _compared(size, both[PLAIN], both[OURS])
    ]
    for growth in grown:
        if growth.who == OURS:
            holds = "holds" if growth.exponent < QUADRATIC else "missed"
            lines.append(f"our {growth.quantity}: power {growth.exponent:.2f} ({holds}: below {QUADRATIC:g})")
    return lines


def _compared(size: int, plain: Outcome, ours: Outcome) -> Iterator[str]:
    """The lines about one size."""
    at = f"{size:,} paragraphs"
    faster, wanted = plain.seconds / ours.seconds, FASTER.get(size)
    yield _line(f"{at}: {faster:.1f} times as fast by the clock", faster, wanted)
    yield f"{at}: {plain.processor / ours.processor:.1f} times less processor time"
    less, more = plain.memory / ours.memory, ours.nmi / plain.nmi
    bar = 1.0 if size == FULL else None
    yield _line(f"{at}: {ours.memory:,.0f} MiB beside {plain.memory:,.0f}, 1/{less:.2f}", less, bar)
    yield _line(f"{at}: NMI {ours.nmi:.3f} beside {plain.nmi:.3f}, {more:.2f} times", more, bar)


def _line(said: str, found: float, wanted: float | None) -> str:
    """A finding with its bar, where there is one."""
    if wanted is None:
        return said
    return f"{said} ({'holds' if found >= wanted else 'missed'}: at least {wanted:g})"
