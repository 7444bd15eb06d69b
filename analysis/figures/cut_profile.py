"""How the number of topics was chosen: the stability of each possible number."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import layout, style
from analysis.figures.wording import count, decimal

SLUG = "number-of-topics"
TITLE = "How many topics does the corpus hold?"
TABLES = ("cut_profile",)

HEIGHT = 270.0


def prepare(cut_profile: pd.DataFrame) -> pd.DataFrame:
    """Each number of topics that was tried, with its stability.

    Returns:
        Columns `groups` (into which the tree is cut), `topics` (those groups that are large enough), `stability`
        (adjusted Rand index between halves of the runs, -1 to 1), `useful` (whether so many topics serve a
        reader), `best` (whether no other cut with so many topics is more stable) and `chosen`.
    """
    columns = ["groups", "topics", "stability", "useful", "chosen"]
    data = cut_profile[columns].sort_values(["topics", "groups"], kind="stable", ignore_index=True)
    data.insert(4, "best", data["stability"] == data.groupby("topics")["stability"].transform("max"))
    return data


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """Stability over the number of topics; the chosen number is filled and named."""
    figure = style.blank(style.WIDTH, HEIGHT)
    axes = figure.add_axes((0.09, 0.17, 0.87, 0.76))
    useful = data.loc[data["useful"], "topics"]
    if len(useful):
        axes.axvspan(
            useful.min() - 0.5, useful.max() + 0.5, color=style.RULE, alpha=0.5, linewidth=0, zorder=0
        )
    best = data[data["best"]].drop_duplicates("topics")
    axes.plot(best["topics"], best["stability"], color=style.FILL, linewidth=1.4, zorder=1, label="best")
    for chosen, face in ((False, style.PAPER), (True, style.INK)):
        own = data[data["chosen"] == chosen]
        axes.plot(
            own["topics"], own["stability"], linestyle="none", marker="o", markersize=7, markerfacecolor=face,
            markeredgecolor=style.INK, label="chosen" if chosen else "tried",
        )  # fmt: skip
    for topics, stability in data.loc[data["chosen"], ["topics", "stability"]].itertuples(index=False):
        axes.annotate(f"{topics} topics, {decimal(stability)}", (topics, stability), xytext=(0, 12), ha="center",
                      textcoords="offset points", fontweight="bold")  # fmt: skip
    axes.set_ylim(min(0.5, data["stability"].min() - 0.05), 1.08)
    axes.set_xlabel("number of topics")
    axes.set_ylabel("stability (1 = the same topics again)")
    axes.locator_params(axis="x", integer=True)
    layout.number_axis(axes)
    axes.grid(visible=True, axis="y")
    return figure


def describe(data: pd.DataFrame) -> str:
    """The chosen number and its stability against the others'."""
    chosen = data[data["chosen"]]
    low, high = data["stability"].min(), data["stability"].max()
    tried = (
        f"{count(len(data), 'cut')} into {data['topics'].min():,} to {count(data['topics'].max(), 'topic')}"
    )
    span = f"the stability of {tried} runs from {decimal(low)} to {decimal(high)}"
    if chosen.empty:
        return f"No number of topics was chosen; {span}."
    row = chosen.iloc[0]
    was = "was" if row["topics"] == 1 else "were"
    return f"{count(row['topics'], 'topic')} {was} chosen, with a stability of {decimal(row['stability'])}; {span}."


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    del data
    return (
        "Each mark is one way of cutting the tree of paragraphs that many seeded runs put together; stability says "
        "how nearly one half of the runs gives the other half's topics, by the adjusted Rand index (1: the same; 0: "
        "no more than chance). The line joins the most stable cuts. The band holds the numbers of topics that serve "
        "a reader, around the square root of the number of paragraphs; among the stable cuts in it the finest is "
        "chosen, and filled here."
    )
