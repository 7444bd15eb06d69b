"""How many articles it would take to show a difference."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator

from analysis.figures import layout, style
from analysis.figures.wording import count, decimal, listed, percent

SLUG = "articles-needed"
TITLE = "How many articles of each outlet would show a difference?"
TABLES = ("power",)

HEIGHT = 280.0
WANTED = 0.8


def prepare(power: pd.DataFrame) -> pd.DataFrame:
    """The power of the test for each difference and number of articles.

    Returns:
        Columns `low` and `high` (the two outlets' shares), `articles` (of each outlet), `power` (0 to 1), `enough`
        (the first number with a power of .8), `icc` (likeness of an article's paragraphs) and `assumed`.
    """
    columns = ["low", "high", "articles", "power", "enough", "icc", "assumed"]
    return power[columns].sort_values(["low", "high", "articles"], kind="stable", ignore_index=True)


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A line for each difference over the number of articles; where it crosses four in five is marked and named."""
    figure = style.blank(style.WIDTH, HEIGHT)
    axes = figure.add_axes((0.09, 0.19, 0.86, 0.74))
    axes.set_xscale("log")
    axes.axhline(WANTED, color=style.RULE, linewidth=1.2, zorder=0)
    for (low, high), line in _lines(data):
        axes.plot(line["articles"], line["power"], color=style.INK, linewidth=1.4, marker="o", markersize=4,
                  label=named(low, high))  # fmt: skip
        last = line.iloc[-1]
        where = (-10, 8) if last["power"] >= WANTED else (-10, -16)
        text = (
            f"{named(low, high)}: {count(last['articles'], 'article')}"
            if last["enough"]
            else named(low, high)
        )
        axes.annotate(text, (last["articles"], last["power"]), xytext=where, textcoords="offset points",
                      ha="center", fontsize=style.SMALL, color=style.INK)  # fmt: skip
    ticks = [tick for tick in (4, 5, 10, 20, 50, 100, 200) if data["articles"].min() * 0.7 <= tick]
    axes.set_xticks(ticks, labels=[str(tick) for tick in ticks])
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xlim(min(data["articles"].min() * 0.8, 4), max(data["articles"].max() * 1.35, 12))
    axes.set_ylim(0, 1.08)
    axes.set_yticks([0, 0.2, 0.4, 0.6, 0.8, 1.0], labels=["0", "20%", "40%", "60%", "80%", "100%"])
    axes.set_xlabel("articles of each outlet")
    axes.set_ylabel("studies that would show it")
    layout.number_axis(axes)
    axes.grid(visible=True, axis="y")
    return figure


def describe(data: pd.DataFrame) -> str:
    """How many articles each difference takes."""
    told = [f"{named(low, high)} takes {_needed(line)}" for (low, high), line in _lines(data)]
    return f"A difference of {listed(told)}, for four studies in five to show it."


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    icc = decimal(float(data["icc"].iloc[0]))
    likeness = f"assumed as {icc}" if data["assumed"].iloc[0] else f"{icc} in this study"
    return (
        "Each line is a true difference between two outlets in the share of a topic. Its height is the share of "
        "simulated studies in which a single test would call it; the level line is four in five. Articles are as long "
        f"as those of this study, and their paragraphs as alike (intraclass correlation {likeness}: 0 is paragraphs "
        "like any others, 1 is all of an article about one topic). Many comparisons at once take more."
    )


def named(low: float, high: float) -> str:
    """A difference in words."""
    return f"{percent(low)} against {percent(high)}"


def _lines(data: pd.DataFrame) -> Iterator[tuple[tuple[float, float], pd.DataFrame]]:
    """The rows of each difference, the smallest first."""
    for low, high in data[["low", "high"]].drop_duplicates().itertuples(index=False, name=None):
        yield (float(low), float(high)), data[(data["low"] == low) & (data["high"] == high)]


def _needed(line: pd.DataFrame) -> str:
    """The articles that one difference takes."""
    enough = line.loc[line["enough"], "articles"]
    if enough.empty:
        return f"more than {count(line['articles'].max(), 'article')} of each outlet"
    return f"{count(enough.iloc[0], 'article')} of each outlet"
