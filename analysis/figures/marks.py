"""The marks of the outlets as small drawings, for use in running text and tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.markers import MarkerStyle

from analysis.figures import style
from analysis.figures.svg import THEME

SCALE = 10.0
HALF = 7.0


def outlet_marks(outlets: Sequence[str]) -> dict[str, str]:
    """Each outlet's mark as an SVG path in a box of 14 by 14 units, with the page's ink where the figures use it."""
    return {outlet: _drawn(look) for outlet, look in style.looks(outlets).items()}


def _drawn(look: style.Look) -> str:
    """One mark."""
    fill, edge = (f"var(--{THEME[paint]})" if paint in THEME else paint for paint in (look.colour, look.edge))
    paint = f"fill: {fill}; stroke: {edge}; stroke-width: 0.8; stroke-linejoin: round"
    return f'<path d="{_path(look.marker)}" style="{paint}"/>'


def _path(marker: str) -> str:
    """A marker's outline as SVG path data, its curves as polygons, y pointing down."""
    shape = MarkerStyle(marker)
    outlines = shape.get_path().transformed(shape.get_transform()).to_polygons()
    lines = [
        [f"{HALF + SCALE * x:.2f} {HALF - SCALE * y:.2f}" for x, y in np.asarray(outline).tolist()]
        for outline in outlines
    ]
    return " ".join(f"M{' L'.join(line)}Z" for line in lines)
