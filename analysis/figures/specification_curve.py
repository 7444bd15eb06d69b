"""What becomes of each headline contrast under other choices: specification curves as small multiples."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from analysis.figures import style
from analysis.figures.choices import CHOICES, contrast_title, in_order, level_title
from analysis.figures.key import EDGE
from analysis.figures.rows import smallest
from analysis.figures.wording import count, percent, shorten, signed

SLUG = "specification-curve"
TITLE = "What becomes of each comparison under other choices?"
TABLES = ("multiverse", "multiverse_summary")

FEWEST = 12
"""Specifications that a curve needs; fewer are told in the listing."""

DRAWN = ("topic share", "wording tone in topic", "wording tone")
"""Kinds of contrast that have choices enough for a curve."""

MOSTLY = 0.5
ACROSS = 3
PARTS = 24
"""A strip is cut into as many parts, each of as many neighbouring specifications."""

SHOWN = [choice for choice in CHOICES if choice != "seed"]
LEFT, GUTTER, HEAD, CURVE, ROW, FOOT = 138.0, 44.0, 52.0, 92.0, 13.0, 22.0
IN_POINTS = frozenset({"topic share"})


def prepare(multiverse: pd.DataFrame, multiverse_summary: pd.DataFrame) -> pd.DataFrame:
    """The difference of every specification that has one, sorted within its contrast; of three contrasts a kind.

    Returns:
        Columns `contrast`, `kind`, `subject`, `outlet`, `reference` (the study's own difference), `specifications` (m,
        all of the contrast), `same_sign` (n), `place` (0 to 1, from the lowest to the highest difference),
        `difference` and the choices; empty where no contrast has twelve specifications, one of them with a difference.
    """
    has_curve = multiverse_summary["kind"].isin(DRAWN) & (multiverse_summary["specifications"] >= FEWEST)
    wide = multiverse_summary[has_curve]
    first = wide[wide.groupby("kind", sort=False).cumcount() < ACROSS]
    about = ["contrast", "kind", "subject", "outlet", "reference", "specifications", "same_sign"]
    data = first[about].merge(multiverse.dropna(subset=["difference"]), on="contrast")
    order = {name: place for place, name in enumerate(first["contrast"])}
    data = data.assign(number=data["contrast"].map(order))
    data = data.sort_values(["number", "difference", *SHOWN, "seed"], kind="stable", ignore_index=True)
    within = data.groupby("contrast", sort=False)
    data = data.assign(place=(within.cumcount() + 0.5) / within["contrast"].transform("size"))
    return data[[*about, "place", "difference", *SHOWN, "seed"]]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A panel per contrast: the sorted differences above, and below which choices they rest on."""
    kinds = [own for _, own in data.groupby("kind", sort=False)]
    heights = [HEAD + CURVE + ROW * len(_levels(own)) + FOOT for own in kinds]
    figure = style.blank(style.WIDTH, sum(heights))
    top = sum(heights)
    for own, height in zip(kinds, heights, strict=True):
        _band(figure, own, top / sum(heights), _levels(own))
        top -= height
    return figure


def describe(data: pd.DataFrame) -> str:
    """In how many specifications the sign of each contrast holds, the most fragile first."""
    rows = _each(data)
    rows = rows.assign(held=rows["same_sign"] / rows["specifications"]).sort_values("held", kind="stable")
    told = [
        f"{row['outlet']} against the rest, {_lowered(contrast_title(row['kind'], row['subject']))}, in "
        f"{row['same_sign']:,} of {row['specifications']:,}"
        for _, row in rows.iterrows()
    ]
    always, mostly = int((rows["held"] == 1).sum()), int((rows["held"] > MOSTLY).sum())
    return (
        f"Of {count(len(rows), 'comparison')}, {mostly or 'none'} {'keeps' if mostly == 1 else 'keep'} the sign of the "
        f"study's own difference in more than half of the specifications, {always or 'none'} in all. From the most "
        f"fragile: {'; '.join(told)}."
    )


def _lowered(text: str) -> str:
    """A title as part of a sentence."""
    return text[:1].lower() + text[1:]


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    rows = _each(data)
    least = smallest(rows.assign(held=rows["same_sign"] / rows["specifications"]), "held")
    held = percent(least["same_sign"] / least["specifications"])
    return (
        "Each curve is one comparison of an outlet with the rest, computed anew under other choices and sorted from "
        "the lowest difference to the highest: above the line at zero the outlet has more than the rest, below it "
        "less. Shares are in percentage points. The diamond is the difference that this page reports. Under the "
        "curve, a bar is the higher the more of the specifications above it rest on that choice: where the bars of a "
        "row gather at one end, the choice moves the result. Specifications in which the topic was not found again "
        "or nothing can be compared have no place on a curve, but count in the number above it. Of the "
        f"{count(len(rows), 'comparison')} drawn, the least robust keeps its sign in {held} of its specifications."
    )


def _each(data: pd.DataFrame) -> pd.DataFrame:
    """One row per contrast."""
    return data.drop_duplicates("contrast")


def _levels(own: pd.DataFrame) -> list[tuple[str, str]]:
    """The rows of a strip: every choice that was varied, with its levels."""
    levels: list[tuple[str, str]] = []
    for choice in SHOWN:
        found = in_order(choice, [level for level in dict.fromkeys(own[choice]) if level])
        if len(found) > 1:
            levels += [(choice, level) for level in found]
    return levels


def _band(figure: Figure, own: pd.DataFrame, top: float, levels: list[tuple[str, str]]) -> None:
    """The panels of one kind, side by side, with the names of the choices at the left of the first.

    Args:
        figure: to draw in.
        own: the rows of one kind.
        top: the upper edge of the band, as a share of the figure's height.
        levels: the rows of the strips.
    """
    width, height = style.WIDTH, figure.get_figheight() * style.PIXELS_PER_INCH
    panel = (width - LEFT - EDGE - GUTTER * (ACROSS - 1)) / ACROSS
    curve = top - (HEAD + CURVE) / height
    strip = curve - (ROW * len(levels) + 6) / height
    for number, (_, rows) in enumerate(own.groupby("contrast", sort=False)):
        left = (LEFT + number * (panel + GUTTER)) / width
        above = figure.add_axes((left, curve, panel / width, CURVE / height))
        below = figure.add_axes((left, strip, panel / width, ROW * len(levels) / height))
        _curve(above, rows, panel)
        _strip(below, rows, levels, named=number == 0)


def _curve(axes: Axes, rows: pd.DataFrame, panel: float) -> None:
    """The sorted differences about the line at zero, with the study's own."""
    first, scale = rows.iloc[0], _scale(rows)
    values = rows["difference"] * scale
    axes.axhline(0, color=style.FILL, linewidth=1.0, zorder=0.5)
    axes.plot(
        rows["place"], values, color=style.INK, linewidth=1.6, drawstyle="steps-mid", label=first["contrast"]
    )
    own = float((rows["difference"] < first["reference"]).mean())
    axes.plot([own], [first["reference"] * scale], linestyle="none", marker="D", markersize=7, clip_on=False,
              markerfacecolor=style.PAPER, markeredgecolor=style.INK, markeredgewidth=1.4, label="study")  # fmt: skip
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    ends = [0.0, first["reference"] * scale, values.min(), values.max()]
    pad = 0.08 * (max(ends) - min(ends))
    axes.set_ylim(min(ends) - pad, max(ends) + pad)
    axes.set_yticks(*_ticks(min(ends), max(ends)))
    axes.tick_params(axis="y", labelsize=style.SMALL, labelcolor=style.MUTED, pad=2)
    axes.set_title(shorten(first["outlet"], int((panel + GUTTER) / 7)), pad=32, fontsize=style.SMALL)
    _line(axes, 18, shorten(contrast_title(first["kind"], first["subject"]), int((panel + GUTTER) / 6)))
    _line(axes, 4, f"{_verdict(first)}{'; points' if first['kind'] in IN_POINTS else ''}")


def _line(axes: Axes, above: float, text: str) -> None:
    """A small line of text over a panel."""
    axes.annotate(
        text, (0, 1), xytext=(0, above), xycoords="axes fraction", textcoords="offset points", fontsize=style.SMALL,
        color=style.MUTED, annotation_clip=False,
    )  # fmt: skip


def _verdict(first: pd.Series[Any]) -> str:
    """The n of m of a panel."""
    return f"same sign {first['same_sign']:,} of {first['specifications']:,}"


def _strip(axes: Axes, rows: pd.DataFrame, levels: list[tuple[str, str]], *, named: bool) -> None:
    """A row per level; a bar is as high as the share of its part's specifications that have the level."""
    part = (rows["place"] * PARTS).astype(int).to_numpy()
    many = np.bincount(part, minlength=PARTS)
    for line, (choice, level) in enumerate(levels):
        has = np.bincount(part[(rows[choice] == level).to_numpy()], minlength=PARTS)
        share = has / np.maximum(many, 1)
        axes.add_patch(
            PathPatch(
                _bars(share, line), facecolor=style.MUTED, linewidth=0, label=level_title(choice, level)
            )
        )
        if line and levels[line - 1][0] != choice:
            axes.axhline(line - 0.5, color=style.RULE, linewidth=0.8, zorder=0)
    axes.set_xlim(0, PARTS)
    axes.set_ylim(len(levels) - 0.5, -0.5)
    axes.set_xticks([])
    names = [level_title(*each) for each in levels] if named else []
    axes.set_yticks(range(len(levels)) if named else [], labels=names, fontsize=style.SMALL)


def _bars(shares: np.ndarray, line: int) -> Path:
    """The bars of one row as one path, standing on the row's lower edge; y points down."""
    vertices: list[tuple[float, float]] = []
    codes: list[np.uint8] = []
    for place, share in enumerate(shares.tolist()):
        if share > 0:
            foot, head = line + 0.42, line + 0.42 - 0.84 * share
            vertices += [
                (place + 0.1, foot),
                (place + 0.1, head),
                (place + 0.9, head),
                (place + 0.9, foot),
                (place, foot),
            ]
            codes += [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return Path(vertices or [(0.0, float(line))], codes or [Path.MOVETO])


def _scale(rows: pd.DataFrame) -> float:
    """Shares are drawn in percentage points."""
    return 100.0 if rows["kind"].iloc[0] in IN_POINTS else 1.0


def _ticks(low: float, high: float) -> tuple[list[float], list[str]]:
    """Zero and a round number on each side that has room for it, with their labels."""
    size = max(abs(low), abs(high))
    step = next(each for each in (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100) if each * 2.2 >= size)
    ticks = [step * number for number in range(-2, 3) if low - 1e-9 <= step * number <= high + 1e-9]
    digits = 0 if step >= 1 else 2 if step < 0.1 else 1  # noqa: PLR2004 - as many as tell the ticks apart
    return ticks, [signed(tick, digits) if tick else "0" for tick in ticks]
