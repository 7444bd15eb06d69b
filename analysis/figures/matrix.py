"""A dot matrix: how many of the things in a column fall into each row. Several figures are one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import key, layout, style
from analysis.figures.style import Look

COLUMN_MOST = 64.0
ROW = 26.0
DOT = 21.0
SMALLEST = 4.0
NUMBER = 29.5
"""Pixels beside a dot for its number, up to "9,999": where columns are narrow the dots are smaller."""

SLANT = 40.0
MOST_ROWS = layout.MOST_ROWS


@dataclass(frozen=True, slots=True)
class Cell:
    """A count in the matrix, by the places of its row and column."""

    row: int
    column: int
    count: int


def dot_matrix(
    rows: Sequence[str], columns: Sequence[str], cells: Sequence[Cell], looks: Sequence[Look]
) -> tuple[Figure, Axes]:
    """Dots whose area is proportional to a count, the count written in or beside each.

    Args:
        rows: the row labels, top to bottom.
        columns: the column labels, left to right; written at a slant above.
        cells: the counts; those of 0 may be left out.
        looks: the look of each column's dots.
    """
    rows = [layout.in_two_lines(row) for row in rows]
    height_of_row = layout.TWO_LINES if any("\n" in row for row in rows) else ROW
    lines = [line for row in rows for line in row.split("\n")]
    left = key.EDGE + 10 + max((key.width_of(line, style.SIZE) for line in lines), default=0.0)
    slant = math.radians(SLANT)
    longest = max((key.width_of(column, style.SMALL) for column in columns), default=0.0)
    head = key.EDGE + 20 + longest * math.sin(slant)
    reach = key.width_of(columns[-1], style.SMALL) * math.cos(slant) if columns else 0.0
    pitch = min(COLUMN_MOST, (style.WIDTH - left - max(reach - 10, 10)) / max(len(columns), 1))
    height = head + height_of_row * len(rows) + key.EDGE
    figure = style.blank(style.WIDTH, height)
    axes = figure.add_axes(
        (
            left / style.WIDTH,
            key.EDGE / height,
            pitch * len(columns) / style.WIDTH,
            height_of_row * len(rows) / height,
        )
    )
    _frame(axes, rows, columns)
    largest = max(SMALLEST, min(DOT, pitch - NUMBER))
    most = max((cell.count for cell in cells), default=1)
    for cell in cells:
        if cell.count:
            size = max(SMALLEST, largest * math.sqrt(cell.count / most))
            _dot(axes, cell, looks[cell.column], size=size, label=columns[cell.column])
    return figure, axes


def _frame(axes: Axes, rows: Sequence[str], columns: Sequence[str]) -> None:
    """Rows, columns and light lines."""
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks(range(len(rows)), labels=list(rows))
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    for place, column in enumerate(columns):
        axes.annotate(column, (place, -0.5), xytext=(-3, 6), textcoords="offset points", rotation=SLANT, ha="left",
                      va="bottom", rotation_mode="anchor", fontsize=style.SMALL, annotation_clip=False)  # fmt: skip
    axes.hlines(range(len(rows)), -0.5, len(columns) - 0.5, color=style.RULE, linewidth=0.8, zorder=0)
    axes.vlines(range(len(columns)), -0.5, len(rows) - 0.5, color=style.RULE, linewidth=0.8, zorder=0)


def _dot(axes: Axes, cell: Cell, look: Look, *, size: float, label: str) -> None:
    """One dot and its count beside it."""
    style.mark(axes, [cell.column], [cell.row], look, label=label, size=size)
    axes.annotate(f"{cell.count:,}", (cell.column, cell.row), xytext=(size / 2 + 3, 0), textcoords="offset points",
                  va="center", fontsize=style.SMALL - 1, color=style.MUTED, annotation_clip=False)  # fmt: skip
