"""The paragraphs as a map: near each other where they are worded alike."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import key, sampled, style
from analysis.figures.map_names import Name, placed
from analysis.figures.wording import capitalised, count, listed_up_to, quoted, shorten

SLUG = "topic-map"
TITLE = "Do paragraphs of different outlets lie close together?"
TABLES = ("assignments", "paragraphs", "topics")

HEIGHT = 520.0
MARGIN = 7.0
MOST_NAMES = 24
MANY = 400
MOST_LETTERS = 40
BOLD = 1.12
"""How much wider bold letters are."""


def prepare(assignments: pd.DataFrame, paragraphs: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """One row per analysed paragraph with its place and topic.

    Returns:
        Columns `paragraph_id`, `outlet`, `topic` (-1: none), `label` ("" for none), `x` and `y` (no unit); and of more
        than 3,000 paragraphs `drawn`, whether the map has a mark for it.
    """
    labels = dict(zip(topics["topic"], topics["label"], strict=True))
    data = assignments.merge(paragraphs[["paragraph_id", "outlet", "plain"]], on="paragraph_id", how="inner")
    data["label"] = data["topic"].map(labels).fillna("").astype(str)
    columns = ["paragraph_id", "outlet", "topic", "label", "x", "y"]
    return sampled.with_drawn(data[columns], data["plain"], data["paragraph_id"])


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A mark per paragraph in its outlet's look, hollow when it has no topic; a topic's name above its middle."""
    looks = style.looks_of(data)
    sizes = {outlet: f"n = {(data['outlet'] == outlet).sum():,}" for outlet in looks}
    legend = key.Key(looks, sizes)
    width, height = style.WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    whole = HEIGHT + legend.height
    figure = style.blank(style.WIDTH, whole)
    axes = figure.add_axes((MARGIN / style.WIDTH, MARGIN / whole, width / style.WIDTH, height / whole))
    data = sampled.drawn(data)
    size = 7.5 if len(data) <= MANY else 4.0
    for outlet, look in looks.items():
        for in_topic, face in ((True, look.colour), (False, "none")):
            own = data[(data["outlet"] == outlet) & ((data["topic"] >= 0) == in_topic)]
            axes.plot(own["x"], own["y"], linestyle="none", marker=look.marker, markersize=size, markerfacecolor=face,
                      markeredgecolor=look.edge, markeredgewidth=1.0 if in_topic else 1.8,
                      label=outlet)  # fmt: skip
    axes.margins(0.1, 0.08)
    axes.set_axis_off()
    _names(axes, data, (width, height))
    key.draw_key(figure, legend)
    return figure


def describe(data: pd.DataFrame) -> str:
    """In how many topics marks of several outlets lie, and which they are."""
    inside = data[data["topic"] >= 0]
    outlets = inside.groupby("topic", sort=True)["outlet"].nunique()
    labels = inside.drop_duplicates("topic").set_index("topic")["label"]
    mixed = [quoted(str(labels[topic])) for topic in outlets[outlets > 1].index]
    named = f": {listed_up_to(mixed, 6, 'topic')}" if mixed else ""
    together = int(inside["topic"].isin(outlets[outlets > 1].index).sum())
    holding = f", with {together:,} of {count(len(data), 'paragraph')}" if mixed else ""
    without = len(data) - len(inside)
    return (
        f"{capitalised(_noun(data))} of several outlets lie in {len(mixed) or 'none'} of "
        f"{count(len(outlets), 'topic')}{holding}{named}. "
        f"{capitalised(count(without, 'paragraph'))} {'belongs' if without == 1 else 'belong'} to no topic."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    hollow = " Hollow marks belong to no topic." if (data["topic"] < 0).any() else ""
    topics = data.loc[data["topic"] >= 0, "topic"].nunique()
    cut = f" Named are the {MOST_NAMES} largest of {topics} topics." if topics > MOST_NAMES else ""
    return (
        "Each mark is one paragraph; near means worded alike. Only nearness can be read: the directions and "
        "the long distances mean nothing, and topics were not made from this map. A name stands near "
        f"the middle of its topic, where it covers least.{hollow}{cut}{sampled.told(data, 'paragraphs')}"
    )


def _noun(data: pd.DataFrame) -> str:
    """What lies in a topic: of a map that draws a part of the paragraphs, more than its marks."""
    return "marks" if len(sampled.drawn(data)) == len(data) else "paragraphs"


def _names(axes: Axes, data: pd.DataFrame, size: tuple[float, float]) -> None:
    """Write the names of the largest topics where they cover least; `size` is that of the axes in pixels."""
    inside = data[data["topic"] >= 0]
    shown = inside["topic"].value_counts(sort=False).sort_index().sort_values(ascending=False, kind="stable")
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    start, scale = np.array([left, bottom]), np.array(size) / np.array([right - left, top - bottom])
    pixels = (data[["x", "y"]].to_numpy(dtype=np.float64) - start) * scale
    names = []
    for topic in shown.index[:MOST_NAMES]:
        is_own = (data["topic"] == topic).to_numpy()
        text = shorten(data.loc[is_own, "label"].iloc[0], MOST_LETTERS)
        names.append(Name(text, key.width_of(text, style.SIZE) * BOLD, pixels[is_own]))
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)
    for name, place in zip(names, placed(names, pixels, size), strict=True):
        x, y = start + np.array(place) / scale
        axes.text(x, y, name.text, ha="center", va="center", fontweight="bold")
