"""Where things stand in a figure: panels that share their rows, small panels for each outlet, lanes and axes."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.key import EDGE, NO_KEY, Key, draw_key, width_of
from analysis.figures.style import MUTED
from analysis.figures.wording import shorten

MOST_ROWS = 40
MOST_LANES = 8
MOST_NUMBERED = 5
"""Outlets up to which a lane has room for a number beside its mark."""

TALLEST = 1700.0
"""How high the rows of a figure may grow together, in pixels, before the last are left out."""

MOST_TITLE = 24
MOST_LINE = 34
TWO_LINES = 32.0
ACROSS = 3
HEAD = 28.0
GAP = 26.0
FOOT = 40.0
STEPS = (0.02, 0.05, 0.1, 0.2, 0.25, 0.5)


def row_panels(
    rows: Sequence[str],
    titles: Sequence[str],
    *,
    key: Key = NO_KEY,
    row_height: float = 24.0,
    foot: float = FOOT,
    lines: bool = False,
) -> tuple[Figure, list[Axes]]:
    """A figure of side-by-side panels that share their rows; row 0 is on top and its label at the left.

    Args:
        rows: the label of each row.
        titles: the title of each panel, left to right.
        key: the outlets to explain above the panels.
        row_height: pixels from one row to the next.
        foot: pixels below the panels, for the numbers and the name of the axis.
        lines: whether a light line runs along each row; not where numbers are written on it.
    """
    rows = [in_two_lines(row) for row in rows]
    row_height = max(row_height, TWO_LINES) if any("\n" in row for row in rows) else row_height
    widths = [width_of(line, style.SIZE) for row in rows for line in row.split("\n")]
    left = EDGE + 10 + max(widths, default=0.0)
    head = EDGE + key.height + (26 if any(titles) else 4)
    height = head + row_height * max(len(rows), 1) + foot
    figure = style.blank(style.WIDTH, height)
    width = (style.WIDTH - left - EDGE - 16 - GAP * (len(titles) - 1)) / len(titles)
    panels = [
        figure.add_axes(
            (
                (left + number * (width + GAP)) / style.WIDTH, foot / height,
                width / style.WIDTH, row_height * max(len(rows), 1) / height,
            )
        )
        for number in range(len(titles))
    ]  # fmt: skip
    for axes, title in zip(panels, titles, strict=True):
        _rows(axes, rows if axes is panels[0] else [], len(rows), lines=lines)
        axes.set_title(title, pad=8)
    draw_key(figure, key)
    return figure, panels


def in_two_lines(label: str) -> str:
    """A label of a row, broken in two where it is long; what does not fit into two lines is cut."""
    lines = textwrap.wrap(label, MOST_LINE, break_long_words=False)
    if len(lines) <= 1:
        return shorten(label, MOST_LINE)
    return f"{shorten(lines[0], MOST_LINE)}\n{shorten(' '.join(lines[1:]), MOST_LINE)}"


def _rows(axes: Axes, labels: Sequence[str], rows: int, *, lines: bool) -> None:
    """Give a panel its rows, top to bottom, with light lines down and, if asked for, across."""
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_yticks(range(rows), labels=list(labels) or [""] * rows)
    axes.grid(visible=True, axis="both" if lines else "x")


def outlet_panels(
    outlets: Sequence[str], *, margins: tuple[float, float], inside: float, foot: float
) -> tuple[Figure, dict[str, Axes]]:
    """A figure with a small panel for each outlet, three across, its name above it.

    Args:
        outlets: whose panels, row by row.
        margins: pixels that a panel leaves free at its left and right.
        inside: the height of a panel's axes in pixels.
        foot: pixels below them.
    """
    across = min(ACROSS, len(outlets))
    lines = -(-len(outlets) // across)
    pitch, panel = style.WIDTH / across, inside + foot + HEAD
    figure = style.blank(style.WIDTH, panel * lines)
    panels = {}
    for number, outlet in enumerate(outlets):
        left = pitch * (number % across) + margins[0]
        bottom = panel * (lines - number // across - 1) + foot
        box = (left / style.WIDTH, bottom / (panel * lines), (pitch - sum(margins)) / style.WIDTH)
        panels[outlet] = figure.add_axes((*box, inside / (panel * lines)))
        panels[outlet].set_title(shorten(outlet, MOST_TITLE))
    return figure, panels


def lanes(outlets: Sequence[str]) -> dict[str, float]:
    """How far below the middle of a row each outlet is drawn, so that equal values do not hide one another.

    Up to eight outlets get a lane each; with more, all share the middle and the row stays low.
    """
    if not 1 < len(outlets) <= MOST_LANES:
        return dict.fromkeys(outlets, 0.0)
    reach = 0.28 if len(outlets) <= MOST_NUMBERED else 0.38
    step = 2 * reach / (len(outlets) - 1)
    return {outlet: -reach + step * number for number, outlet in enumerate(outlets)}


def row_height(outlets: Sequence[str]) -> float:
    """How high a row has to be for the lanes of its outlets."""
    if len(outlets) > MOST_LANES:
        return 26.0
    return max(26.0, 14.0 * min(len(outlets), MOST_NUMBERED), 10.0 * len(outlets))


def mark_size(outlets: Sequence[str]) -> float:
    """How large a mark may be in a lane: smaller where the lanes are narrow."""
    return 8.0 if len(outlets) <= MOST_NUMBERED else 7.0


def separate(axes: Axes, rows: int) -> None:
    """Draw a light line between each row and the next."""
    axes.hlines(
        [row + 0.5 for row in range(rows - 1)], *axes.get_xlim(), color=style.RULE, linewidth=0.8, zorder=0
    )


def number_axis(axes: Axes) -> None:
    """Make the numbers of an upright axis as small as those of a level one."""
    axes.tick_params(axis="y", labelsize=style.SMALL, labelcolor=MUTED)


def note(axes: Axes, x: float, y: float, text: str, *, shift: float = 8.0) -> None:
    """Write a small number beside a mark, `shift` pixels to its right (to its left when negative)."""
    axes.annotate(
        text, (x, y), xytext=(shift, 0), textcoords="offset points", va="center", ha="left" if shift > 0 else "right",
        fontsize=style.SMALL, color=MUTED, annotation_clip=False,
    )  # fmt: skip


def percent_axis(axes: Axes, most: float, *, name: str = "") -> None:
    """Make x a share that starts at 0 and ends at a round number that holds `most`, written in per cent."""
    most = max(most, 0.02)
    step = next(size for size in STEPS if size * 4 >= min(most, 1) or size == STEPS[-1])
    ticks = [
        step * number for number in range(1 + max(1, min(round(1 / step), -int(-(most + 1e-9) // step))))
    ]
    end = max(ticks[-1], most)
    axes.set_xlim(-0.02 * end, end * 1.02)
    axes.set_xticks(ticks, labels=[f"{tick * 100:.0f}%" for tick in ticks])
    axes.set_xlabel(name)


def with_room(data: pd.DataFrame, by: str, most: int = MOST_ROWS) -> pd.DataFrame:
    """The rows of those things, named in a column, for which a figure has rows: the first 40 unless told otherwise."""
    named = list(dict.fromkeys(data[by]))[:most]
    return data[data[by].isin(named)]


def most_rows(data: pd.DataFrame) -> int:
    """How many rows a figure has whose outlets, a column of the data, stand in lanes: 40, fewer where rows are high."""
    outlets = list(dict.fromkeys(data["outlet"]))
    return min(MOST_ROWS, int(TALLEST // row_height(outlets)))


def with_lanes(data: pd.DataFrame, by: str) -> pd.DataFrame:
    """The rows of those things, named in a column, for which a figure has rows whose outlets stand in lanes."""
    return with_room(data, by, most_rows(data))


def cut_topics(topics: int, most: int = MOST_ROWS) -> str:
    """What a caption says, with a leading space, when there are more topics than a figure has rows; else nothing."""
    return f" Shown are the {most} largest of {topics:,} topics." if topics > most else ""
