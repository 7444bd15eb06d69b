"""What the figures of estimates have in common: topic names, and intervals where the design allows them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.layout import MOST_NUMBERED
from analysis.figures.style import Look, study_outlets

WITHOUT_INTERVAL = frozenset({"descriptive only", "not estimable"})


def named_topics(estimates: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """The estimates with `topic` as a number and its `label`; -1 and "" where an estimate is of no single topic."""
    labels = dict(zip(topics["topic"], topics["label"], strict=True))
    data = estimates.copy()
    data["topic"] = pd.to_numeric(data["topic"], errors="coerce").fillna(-1).astype(int)
    data["label"] = data["topic"].map(labels).fillna("").astype(str)
    return data


def has_interval(low: float, high: float, verdict: str) -> bool:
    """Whether an interval may be shown: it exists, and the design is more than descriptive."""
    return verdict not in WITHOUT_INTERVAL and not math.isnan(low) and not math.isnan(high)


def draw_intervals(axes: Axes, own: pd.DataFrame, places: Sequence[float], look: Look) -> None:
    """Draw the interval of each estimate as a line in its row, where there is one to show."""
    crowded = len(study_outlets(own)) > MOST_NUMBERED
    for place, low, high, verdict in zip(places, own["low"], own["high"], own["verdict"], strict=True):
        if has_interval(low, high, verdict):
            axes.hlines([place], low, high, color=look.colour, linewidth=1.0 if crowded else 2.0, alpha=0.7)
