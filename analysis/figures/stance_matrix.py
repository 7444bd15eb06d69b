"""Who says what about whom."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.figures import key, style
from analysis.figures.rows import largest, smallest
from analysis.figures.said_of import NARRATION, cells, said_of
from analysis.figures.wording import MINUS, clean, count, shorten, signed

SLUG = "stance-matrix"
TITLE = "How does each speaker speak of each actor?"
TABLES = ("targets", "sentences", "paragraphs")

FEWEST = 3
MOST_ROWS = 18
MOST_COLUMNS = 12
MOST_NAME = 30
ROW, COLUMN_MOST, SLANT, FOOT = 32.0, 62.0, 40.0, 34.0
FOR, AGAINST = "#0072b2", "#d55e00"
"""Blue and vermilion: told apart with any colour vision, and the sign is printed besides."""

DEEPEST = 0.72
FAINT = 0.28
"""Of few sentences: faint enough that muted text stays legible on the deepest of them."""
KEY = (-0.8, -0.4, 0.0, 0.4, 0.8)
KEY_WIDTH = 34.0


def prepare(targets: pd.DataFrame, sentences: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """The mean stance of each speaker toward each actor (see `said_of.cells`)."""
    return cells(said_of(targets, sentences, paragraphs))


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A cell per speaker and actor: its colour and first number are the mean stance, the second its sentences."""
    shown = leading(data)
    rows, columns = list(dict.fromkeys(shown["row"])), _columns(shown)
    figure, axes = _grid([shorten(row, MOST_NAME) for row in rows], columns)
    for row, target, stance, sentences in shown[["row", "target", "stance", "sentences"]].itertuples(
        index=False, name=None
    ):
        _cell(axes, (columns.index(target), rows.index(row)), stance, sentences)
    _key(figure, axes)
    return figure


def leading(data: pd.DataFrame) -> pd.DataFrame:
    """The cells of the actors mentioned most, twelve at most, of those who speak of them in three sentences or more.

    All narrations stay; where nobody has three sentences, everybody stays. Eighteen rows at most.
    """
    shown = data[data["target"].isin(_columns(data))]
    spoken = shown.groupby("row")["sentences"].transform("sum")
    enough = shown[(spoken >= FEWEST) | (shown["kind"] == NARRATION)]
    kept = enough if len(enough) else shown
    return kept[kept["row"].isin(list(dict.fromkeys(kept["row"]))[:MOST_ROWS])].reset_index(drop=True)


def describe(data: pd.DataFrame) -> str:
    """The most negative and the most positive cell of three sentences or more, and how much is drawn."""
    shown = leading(data)
    rows, columns = shown["row"].nunique(), shown["target"].nunique()
    drawn = (
        f"Drawn are {count(rows, 'row')} (speakers, and outlets' own words) and {count(columns, 'actor')}."
    )
    firm = shown[shown["sentences"] >= FEWEST]
    if firm.empty:
        return f"No mean stance rests on three sentences or more. {drawn}"
    low, high = smallest(firm, "stance"), largest(firm, "stance")
    highest = f", the highest {_told(high)}" if len(firm) > 1 else ""
    return (
        f"Of the means of three sentences or more the lowest is {_told(low)}{highest}, on a scale from {MINUS}1 "
        f"(against) to +1 (for). {drawn}"
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    cut = " Shown are those who speak most; the data have all." if len(leading(data)) < len(data) else ""
    return (
        f"Read a row across: how somebody speaks of each actor, from {MINUS}1 (against) to +1 (for), the mean over the "
        "sentences that mention it; the number below is how many these are. Cells of one or two sentences are faint. "
        "The first rows are the outlets' own words and questions. A sentence in which somebody is quoted or reported "
        f"counts for that speaker, whatever else stands in it.{cut}"
    )


def _told(row: pd.Series) -> str:
    """A cell in words."""
    size = count(row["sentences"], "sentence")
    return f"{signed(row['stance'])} ({clean(row['row'])} of {clean(row['target'])}, {size})"


def _columns(data: pd.DataFrame) -> list[str]:
    """The actors mentioned most, most first."""
    sizes = data.groupby("target", sort=True)["sentences"].sum().sort_values(ascending=False, kind="stable")
    return [str(target) for target in sizes.index[:MOST_COLUMNS]]


def _grid(rows: list[str], columns: list[str]) -> tuple[Figure, Axes]:
    """An empty matrix with its labels."""
    left = key.EDGE + 10 + max(key.width_of(row, style.SIZE) for row in rows)
    slant = math.radians(SLANT)
    head = key.EDGE + 20 + max(key.width_of(column, style.SMALL) for column in columns) * math.sin(slant)
    reach = key.width_of(columns[-1], style.SMALL) * math.cos(slant)
    pitch = min(COLUMN_MOST, (style.WIDTH - left - max(reach - 10, 10)) / len(columns))
    height = head + ROW * len(rows) + FOOT
    figure = style.blank(style.WIDTH, height)
    box = (left / style.WIDTH, FOOT / height, pitch * len(columns) / style.WIDTH, ROW * len(rows) / height)
    axes = figure.add_axes(box)
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks(range(len(rows)), labels=rows)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    for place, column in enumerate(columns):
        axes.annotate(column, (place, -0.5), xytext=(-3, 6), textcoords="offset points", rotation=SLANT, ha="left",
                      va="bottom", rotation_mode="anchor", fontsize=style.SMALL, annotation_clip=False)  # fmt: skip
    return figure, axes


def _cell(axes: Axes, place: tuple[float, float], stance: float, sentences: int) -> None:
    """One cell."""
    x, y = place
    is_firm = sentences >= FEWEST
    _square(axes, place, stance, strength=1.0 if is_firm else FAINT)
    ink = style.INK if is_firm else style.MUTED
    axes.text(x, y - 0.14, signed(stance), ha="center", va="center", fontsize=style.SMALL - 0.5, color=ink)
    axes.text(x, y + 0.26, f"{sentences:,}", ha="center", va="center", fontsize=style.SMALL - 1.5, color=ink)


def _square(axes: Axes, place: tuple[float, float], stance: float, *, strength: float) -> None:
    """A cell's ground: its hue is the sign, its depth the size of the stance."""
    x, y = place
    paint = FOR if stance > 0 else AGAINST
    ground = Rectangle((x - 0.48, y - 0.47), 0.96, 0.94, linewidth=0, facecolor=paint, label=signed(stance))
    ground.set_alpha(strength * DEEPEST * min(1.0, abs(stance)) ** 0.8)
    axes.add_patch(ground)
    edge = Rectangle((x - 0.48, y - 0.47), 0.96, 0.94, linewidth=0.6, facecolor="none", edgecolor=style.RULE)
    axes.add_patch(edge)


def _key(figure: Figure, axes: Axes) -> None:
    """What the colours mean, below the matrix and flush with it."""
    height = figure.get_figheight() * style.PIXELS_PER_INCH
    left = axes.get_position().x0
    scale = figure.add_axes((left, 6 / height, len(KEY) * KEY_WIDTH / style.WIDTH, 16 / height))
    scale.set_xlim(-0.5, len(KEY) - 0.5)
    scale.set_ylim(0.5, -0.5)
    scale.axis("off")
    for place, stance in enumerate(KEY):
        _square(scale, (place, 0), stance, strength=1.0)
        scale.text(place, 0.02, signed(stance, 1), ha="center", va="center", fontsize=style.SMALL - 1.5)
    scale.annotate("against", (-0.5, 0), xytext=(-6, 0), textcoords="offset points", ha="right", va="center",
                   fontsize=style.SMALL, color=style.MUTED, annotation_clip=False)  # fmt: skip
    scale.annotate("for", (len(KEY) - 0.5, 0), xytext=(6, 0), textcoords="offset points", ha="left", va="center",
                   fontsize=style.SMALL, color=style.MUTED, annotation_clip=False)  # fmt: skip
