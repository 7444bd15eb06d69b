"""How time and memory grow with the number of paragraphs, ours beside plain BERTopic's."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullFormatter, NullLocator

from analysis.figures import style
from analysis.figures.wording import decimal, listed

SLUG = "bench-growth"
TITLE = "How do time and memory grow with the number of paragraphs?"

HEIGHT = 300.0
PANELS = {"seconds": "seconds", "memory": "peak memory in MiB"}
NAMES = {"plain": "plain BERTopic", "ours": "framing topics"}
LOOKS = {"plain": ("s", style.PAPER), "ours": ("o", style.INK)}


def prepare(runs: pd.DataFrame, exponents: pd.DataFrame) -> pd.DataFrame:
    """Each run's time and memory, and the powers with which they grow.

    Returns:
        Columns `who` (plain or ours), `paragraphs`, `seconds` (wall time of the process), `memory` (its peak in MiB),
        `seconds_power` and `memory_power` (nan where there is one size only), by who and paragraphs.
    """
    data = runs[["who", "paragraphs", *PANELS]].sort_values(["who", "paragraphs"], ignore_index=True)
    for quantity in PANELS:
        own = exponents[exponents["quantity"] == quantity].set_index("who")["exponent"].to_dict()
        data[f"{quantity}_power"] = [own.get(who, math.nan) for who in data["who"]]
    return data


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """Two panels with logarithmic axes, time and memory; a line for each, with the power of its growth."""
    figure = style.blank(style.WIDTH, HEIGHT)
    for place, (quantity, name) in enumerate(PANELS.items()):
        axes = figure.add_axes((0.1 + 0.49 * place, 0.17, 0.37, 0.7))
        axes.set_xscale("log")
        axes.set_yscale("log")
        for who, own in data.groupby("who"):
            marker, face = LOOKS[str(who)]
            axes.plot(own["paragraphs"], own[quantity], color=style.INK, linewidth=1.4, marker=marker, markersize=6,
                      markerfacecolor=face, label=_named(str(who), own[f"{quantity}_power"].iloc[0]))  # fmt: skip
        _number(axes, sorted(set(data["paragraphs"])), data[quantity])
        axes.set_xlabel("paragraphs")
        axes.set_title(name, loc="left")
        axes.grid(visible=True, axis="y")
        axes.legend(loc="upper left", frameon=False)
    return figure


def _named(who: str, power: float) -> str:
    """Whose line it is, and the power with which it grows."""
    return NAMES[who] if math.isnan(power) else f"{NAMES[who]}: power {decimal(power)}"


def describe(data: pd.DataFrame) -> str:
    """The time and memory of each at the largest size that both were run on, or that there is."""
    shared = data.groupby("paragraphs")["who"].nunique()
    size = shared[shared == shared.max()].index.max()
    parts = [
        f"{NAMES[row.who]} took {row.seconds:,.0f} seconds and {row.memory:,.0f} MiB"
        for row in data[data["paragraphs"] == size].itertuples()
    ]
    return f"On {size:,} paragraphs {listed(parts)}."


def _number(axes: Axes, sizes: list[int], values: pd.Series[float]) -> None:
    """Name the sizes that were run, and one, two and five times each power of ten at the side."""
    plain = FuncFormatter(lambda value, _: f"{value:,.0f}")
    axes.set_xticks(sizes)
    axes.xaxis.set_major_formatter(plain)
    axes.xaxis.set_minor_locator(NullLocator())
    steps = [step * 10**power for power in range(7) for step in (1, 2, 5)]
    low, high = values.min() / 1.6, values.max() * 3.5
    axes.set_yticks([step for step in steps if low <= step <= high])
    axes.set_ylim(low, high)
    axes.set_xlim(min(sizes) / 1.4, max(sizes) * 1.4)
    axes.yaxis.set_major_formatter(plain)
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.yaxis.set_minor_locator(NullLocator())
