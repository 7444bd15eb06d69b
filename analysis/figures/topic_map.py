"""The paragraphs as a map: near each other where they are worded alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import key, style
from analysis.figures.wording import count, listed_up_to, quoted, shorten

SLUG = "topic-map"
TITLE = "Which paragraphs lie close together, and who published them?"
TABLES = ("assignments", "paragraphs", "topics")

HEIGHT = 520.0
MOST_LABELS = 24
MANY = 400
LINE = 15.0
UPPER = 0.9
MOST_LETTERS = 40


def prepare(assignments: pd.DataFrame, paragraphs: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """One row per analysed paragraph with its place and topic.

    Returns:
        Columns `paragraph_id`, `outlet`, `topic` (-1: none), `label` ("" for none), `x` and `y` (no unit).
    """
    labels = dict(zip(topics["topic"], topics["label"], strict=True))
    data = assignments.merge(paragraphs[["paragraph_id", "outlet"]], on="paragraph_id", how="inner")
    data["label"] = data["topic"].map(labels).fillna("").astype(str)
    return data[["paragraph_id", "outlet", "topic", "label", "x", "y"]]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A mark per paragraph in its outlet's look, hollow when it has no topic; a topic's name above its middle."""
    looks = style.looks_of(data)
    sizes = {outlet: f"n = {(data['outlet'] == outlet).sum():,}" for outlet in looks}
    legend = key.Key(looks, sizes)
    figure = style.blank(style.WIDTH, HEIGHT + legend.height)
    axes = figure.add_axes((0.01, 0.01, 0.98, (HEIGHT - 16) / (HEIGHT + legend.height)))
    size = 7.5 if len(data) <= MANY else 4.0
    for outlet, look in looks.items():
        for in_topic, face in ((False, "none"), (True, look.colour)):
            own = data[(data["outlet"] == outlet) & ((data["topic"] >= 0) == in_topic)]
            axes.plot(own["x"], own["y"], linestyle="none", marker=look.marker, markersize=size, markerfacecolor=face,
                      markeredgecolor=look.edge, markeredgewidth=1.0, alpha=0.85, label=outlet)  # fmt: skip
    axes.margins(0.1, 0.08)
    axes.set_axis_off()
    _labels(axes, data)
    key.draw_key(figure, legend)
    return figure


def describe(data: pd.DataFrame) -> str:
    """How many paragraphs and topics there are, and which topics hold several outlets."""
    inside = data[data["topic"] >= 0]
    outlets = inside.groupby("label", sort=False)["outlet"].nunique()
    mixed = [quoted(str(label)) for label in outlets[outlets > 1].index]
    told = (
        f"marks of several outlets lie in {listed_up_to(mixed, 6, 'topic')}"
        if mixed
        else "no topic holds two outlets"
    )
    without = len(data) - len(inside)
    return (
        f"A map of {count(len(data), 'paragraph')} in {count(inside['topic'].nunique(), 'topic')}; {told}. "
        f"{count(without, 'paragraph').capitalize()} {'belongs' if without == 1 else 'belong'} to no topic."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    hollow = " Hollow marks belong to no topic." if (data["topic"] < 0).any() else ""
    return (
        "Each mark is one paragraph; near means worded alike. Only nearness can be read: the directions and "
        "the long distances mean nothing, and topics were not made from this map. A name stands just "
        f"above the middle of its topic.{hollow}"
    )


@dataclass(frozen=True, slots=True)
class Box:
    """A text on the map by its middle, and its width in the map's own units."""

    text: str
    x: float
    y: float
    width: float


def _labels(axes: Axes, data: pd.DataFrame) -> None:
    """Write the names of the largest topics above their middles, moved apart where they would overlap."""
    inside = data[data["topic"] >= 0]
    shown = inside[inside["topic"].isin(inside["topic"].value_counts().head(MOST_LABELS).index)]
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    across, up = (right - left) / style.WIDTH, (top - bottom) / HEIGHT
    boxes = []
    for _, own in shown.groupby("topic"):
        text = shorten(own["label"].iloc[0], MOST_LETTERS)
        width = key.width_of(text, style.SIZE) * across
        x = min(max(own["x"].median(), left + width / 2), right - width / 2)
        boxes.append(Box(text, x, float(own["y"].quantile(UPPER)) + LINE * up, width))
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)
    plate = {"facecolor": style.PAPER, "edgecolor": "none", "alpha": 0.7, "pad": 0.5}
    for box, y in zip(boxes, spread(boxes, LINE * up), strict=True):
        axes.text(box.x, y, box.text, ha="center", va="center", fontweight="bold", bbox=plate)


def spread(boxes: Sequence[Box], line: float) -> list[float]:
    """The y of each text after those that would overlap are moved up by whole lines, lowest first."""
    heights = [box.y for box in boxes]
    placed: list[int] = []
    for place in sorted(range(len(boxes)), key=lambda number: boxes[number].y):
        for other in sorted(placed, key=lambda number: heights[number]):
            beside = abs(boxes[place].x - boxes[other].x) >= (boxes[place].width + boxes[other].width) / 2
            if not beside and abs(heights[place] - heights[other]) < line:
                heights[place] = heights[other] + line
        placed.append(place)
    return heights
