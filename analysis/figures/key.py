"""The key of a figure: its outlets with their marks and n, across the top."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from analysis.figures import style
from analysis.figures.style import INK, Look

EDGE = 8.0
LINE = 16.0


@dataclass(frozen=True, slots=True)
class Key:
    """The outlets of a figure, each with its look and its n, in lines across the top."""

    looks: Mapping[str, Look]
    notes: Mapping[str, str]

    def text(self, outlet: str) -> str:
        """An outlet's name and n."""
        return f"{outlet} ({self.notes[outlet]})" if self.notes.get(outlet) else outlet

    @property
    def columns(self) -> int:
        """How many entries fit side by side."""
        widest = max((width_of(self.text(outlet), style.SMALL) for outlet in self.looks), default=0.0) + 40
        return max(1, min(len(self.looks), int((style.WIDTH - 2 * EDGE) // widest)))

    @property
    def height(self) -> float:
        """The room it takes at the top, in pixels."""
        return -(-len(self.looks) // self.columns) * LINE + 12 if self.looks else 0.0


NO_KEY = Key({}, {})


def width_of(text: str, size: float) -> float:
    """About how many pixels wide a text is; not measured from a font, because the reader's may be another one."""
    letters = (1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.58 for letter in text)
    return sum(letters) * size


def draw_key(figure: Figure, key: Key) -> None:
    """Write the outlets with their marks along the top of the figure."""
    if not key.looks:
        return
    handles = [
        Line2D([], [], linestyle="none", marker=look.marker, markersize=8, markerfacecolor=look.colour,
               markeredgecolor=look.edge, markeredgewidth=0.8, label=key.text(outlet))
        for outlet, look in key.looks.items()
    ]  # fmt: skip
    top = 1 - EDGE / 2 / (figure.get_figheight() * style.PIXELS_PER_INCH)
    figure.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(0.0, top), ncols=key.columns, fontsize=style.SMALL,
        labelcolor=INK, handletextpad=0.3, columnspacing=1.6, borderaxespad=0.2, borderpad=0.2,
    )  # fmt: skip
