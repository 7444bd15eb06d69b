"""What it gains and costs to let a paragraph take on some of its neighbours' meaning."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import layout, style
from analysis.figures.wording import capitalised, count, decimal, percent

SLUG = "neighbour-context"
TITLE = "How much of its neighbours should a paragraph take on?"
TABLES = ("context_tradeoff",)

HEIGHT = 250.0
PANELS = {
    "block_nmi": "answers kept together (NMI)",
    "shared_topics": "topics in several outlets",
    "stability": "stability (ARI)",
}


def prepare(context_tradeoff: pd.DataFrame) -> pd.DataFrame:
    """Each share of context that was tried, with what it does to the topics.

    Returns:
        Columns `context` (share of a paragraph's vector that its neighbours lend, 0 to 1), `topics`,
        `shared_topics` (counts), `block_nmi` (0 to 1; nan throughout without an interview), `stability` (-1
        to 1) and `chosen` (whether the study uses it). Shares at which no topics were found are left out.
    """
    columns = ["context", "topics", "shared_topics", "block_nmi", "stability", "chosen"]
    found = context_tradeoff[context_tradeoff["stability"].notna()]
    return found[columns].sort_values("context", kind="stable", ignore_index=True)


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A small panel per quality, over the same shares; the chosen share is filled."""
    figure = style.blank(style.WIDTH, HEIGHT)
    panels = {column: title for column, title in PANELS.items() if data[column].notna().any()}
    for number, (column, title) in enumerate(panels.items()):
        axes = figure.add_axes((0.05 + 0.325 * number, 0.19, 0.28, 0.66))
        _panel(axes, data, column)
        axes.set_title(title, fontsize=style.SMALL, pad=8)
    return figure


def describe(data: pd.DataFrame) -> str:
    """What the chosen share and the two ends of the range give."""
    used, ends = data[data["chosen"]], data.iloc[[0, -1]].drop_duplicates("context")
    told = [
        f"with {percent(row['context'])} of context, the share used, {_said(row)}"
        for _, row in used.iterrows()
    ]
    told += [
        f"with {percent(row['context'])} {_said(row)}"
        for _, row in ends[~ends["context"].isin(used["context"])].iterrows()
    ]
    return f"{capitalised('; '.join(told))}."


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    chosen = " The filled mark is the share this study uses." if data["chosen"].any() else ""
    return (
        "From left to right each paragraph's vector takes on more of the paragraphs around it. That keeps "
        "the answers to one question together (NMI, normalised mutual information: 1 when topics and "
        f"questions agree) but ties topics to single articles, so that fewer are left to compare.{chosen}"
    )


def _panel(axes: Axes, data: pd.DataFrame, column: str) -> None:
    """One quality over the share of context."""
    axes.plot(data["context"], data[column], color=style.FILL, linewidth=1.4, zorder=1)
    for chosen, face in ((False, style.PAPER), (True, style.INK)):
        own = data[data["chosen"] == chosen]
        axes.plot(own["context"], own[column], linestyle="none", marker="o", markersize=7, markerfacecolor=face,
                  markeredgecolor=style.INK, label=column)  # fmt: skip
    top = max(data[column].max() * 1.15, 1.05) if column == "shared_topics" else 1.05
    axes.set_ylim(min(-0.3 if column == "shared_topics" else 0.5, data[column].min()), top)
    axes.set_xlabel("share of context")
    axes.xaxis.set_major_formatter(lambda value, _: f"{value * 100:.0f}%")
    axes.locator_params(axis="y", integer=column == "shared_topics", nbins=5)
    layout.number_axis(axes)
    axes.grid(visible=True, axis="y")


def _said(row: pd.Series) -> str:
    """One row in words."""
    together = (
        ""
        if math.isnan(row["block_nmi"])
        else f"answers are kept together by NMI {decimal(row['block_nmi'])}, "
    )
    stand = "stands" if row["shared_topics"] == 1 else "stand"
    return (
        f"{together}{count(row['shared_topics'], 'topic')} {stand} in several outlets and stability is "
        f"{decimal(row['stability'])}"
    )
