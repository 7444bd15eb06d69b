"""The outlets' marks in the rows of a panel: each outlet in a lane of its own, with its interval."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures import layout, style
from analysis.figures.estimates import draw_intervals
from analysis.figures.style import Look


def draw_in_lanes(
    axes: Axes, data: pd.DataFrame, looks: Mapping[str, Look], *, value: str, beside: str = ""
) -> None:
    """Draw a mark for each row of a table, and its interval where there is one to show.

    Args:
        axes: the panel.
        data: columns `outlet`, `row` (the place in the panel, from 0), `low`, `high`, `verdict`, and those named below.
        looks: of every outlet of the figure, so that an outlet has the same lane in all panels.
        value: the column that is drawn across.
        beside: the column whose number is written beside each mark, where the outlets have lanes; none if "".
    """
    lanes = layout.lanes(list(looks))
    for outlet, look in looks.items():
        own = data[data["outlet"] == outlet]
        places = (own["row"] + lanes[outlet]).tolist()
        draw_intervals(axes, own, places, look)
        style.mark(axes, own[value].tolist(), places, look, label=outlet, size=layout.mark_size(list(looks)))
        if beside and len(looks) <= layout.MOST_NUMBERED:
            for place, across, number in zip(places, own[value], own[beside], strict=True):
                layout.note(axes, across, place, f"{number:,}")
