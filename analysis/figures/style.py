"""One look for every figure: ink, sizes, and one colour and one marker for each outlet."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

P = ParamSpec("P")
T = TypeVar("T")

INK = "#1d1d21"
MUTED = "#5d6068"
RULE = "#d9dade"
FILL = "#8b8e96"
PAPER = "#ffffff"
BLACK = "#000000"

SIZE = 11.0
SMALL = 10.0
WIDTH = 680.0
PIXELS_PER_INCH = 72.0
"""A figure is laid out in CSS pixels: at 72 to the inch an SVG unit, a point of type and a pixel are the same."""

# Blue, vermilion, green and purple come first: on a white and on a dark page they keep 3:1 contrast.
_ORDER = (5, 6, 3, 7, 1, 2, 0, 4)
_ROUND = 32
"""After so many outlets colours and markers would meet again."""

_PALE = {1, 2, 4}
_MARKERS = ("o", "s", "^", "D", "v", "P", "X", "p", "h", "<", ">", "*")
_KEYS = frozenset(
    "axes figure font grid legend lines markers patch path scatter svg text xtick ytick".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Look:
    """How an outlet is drawn, in every figure."""

    colour: str
    marker: str
    edge: str


PLAIN = Look(INK, "o", INK)
"""The look of marks that stand for no outlet."""


def looks(outlets: Sequence[str]) -> dict[str, Look]:
    """A colour and a marker for each outlet, in the study's order; up to 96 outlets no two pairs are the same."""
    palette = [to_hex(colour) for colour in mpl.colormaps["okabe_ito"].colors]  # type: ignore[attr-defined]
    chosen = {}
    for number, outlet in enumerate(outlets):
        place = _ORDER[number % len(_ORDER)]
        marker = _MARKERS[(number + number // len(_ORDER) + number // _ROUND) % len(_MARKERS)]
        chosen[outlet] = Look(palette[place], marker, INK if place in _PALE else palette[place])
    return chosen


def study_outlets(data: pd.DataFrame) -> list[str]:
    """All outlets of the study in their order, where `outlet` is categorical; otherwise those of the data, sorted."""
    if isinstance(data["outlet"].dtype, pd.CategoricalDtype):
        return [str(outlet) for outlet in data["outlet"].cat.categories]
    return sorted(data["outlet"].unique())


def looks_of(data: pd.DataFrame) -> dict[str, Look]:
    """The looks of the outlets that occur in the data, in the study's order."""
    every = looks(study_outlets(data))
    present = set(data["outlet"])
    return {outlet: look for outlet, look in every.items() if outlet in present}


def context() -> AbstractContextManager[None]:
    """Matplotlib's own defaults with this style on top, whatever the user's matplotlibrc says, until it is left."""
    defaults = {key: value for key, value in mpl.rcParamsDefault.items() if key.split(".")[0] in _KEYS}
    own: dict[Any, Any] = {
        "axes.axisbelow": True, "axes.edgecolor": RULE, "axes.facecolor": "none", "axes.labelcolor": MUTED,
        "axes.labelsize": SMALL, "axes.spines.left": False, "axes.spines.right": False, "axes.spines.top": False,
        "axes.titlecolor": INK, "axes.titlelocation": "left", "axes.titlesize": SIZE,
        "axes.titleweight": "bold",
        "figure.facecolor": PAPER, "font.family": ["DejaVu Sans"], "font.size": SIZE, "grid.color": RULE,
        "grid.linewidth": 0.8, "legend.frameon": False, "svg.fonttype": "none", "text.color": INK,
        "text.parse_math": False,  # a headline about "$5 and $6" is no formula
        "xtick.color": RULE, "xtick.labelcolor": MUTED, "xtick.labelsize": SMALL, "xtick.major.size": 0,
        "ytick.color": RULE, "ytick.labelcolor": INK, "ytick.labelsize": SIZE, "ytick.major.size": 0,
    }  # fmt: skip
    return mpl.rc_context({**defaults, **own})


def styled(draw: Callable[P, T]) -> Callable[P, T]:
    """The drawing function, run inside `context`."""

    @functools.wraps(draw)
    def inside(*args: P.args, **kwargs: P.kwargs) -> T:
        with context():
            return draw(*args, **kwargs)

    return inside


def blank(width: float, height: float) -> Figure:
    """An empty figure of so many pixels."""
    return Figure(figsize=(width / PIXELS_PER_INCH, height / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH)


def mark(
    axes: Axes, x: Sequence[float], y: Sequence[float], look: Look, *, label: str = "", size: float = 8.0
) -> None:
    """Draw one mark for each pair of x and y, in an outlet's look."""
    axes.plot(
        x, y, linestyle="none", marker=look.marker, markersize=size, markerfacecolor=look.colour,
        markeredgecolor=look.edge, markeredgewidth=0.8, label=label, clip_on=False,
    )  # fmt: skip
