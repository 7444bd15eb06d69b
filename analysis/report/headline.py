"""The figure that stands for a validity card, and what must be read beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.figures.wording import MISSING, count, decimal, listed_up_to
from analysis.report.parts import part_title

CHANCE = 0.5
MOST_NAMED = 4
SCOPE = ", all text"


@dataclass(frozen=True, slots=True)
class Headline:
    """A card's first metric.

    `figure` is its value over everything, or the span of its parts, or their order; `within` is the 95% interval of a
    single value and `over` says of how many parts there is a span, both as text; `size` is the n; `beside` holds what
    else must be read with it.
    """

    name: str
    figure: str
    size: str
    within: str = ""
    over: str = ""
    beside: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The figure with its name and interval."""
        return f"{self.name} {self.figure}{f' ({self.within})' if self.within else self.over}"

    @property
    def full(self) -> str:
        """The same, with what stands beside it."""
        return "; ".join([self.text, *self.beside])


def headline(figures: pd.DataFrame, digits: int = 2) -> Headline:
    """A card's first metric, over everything where that was measured.

    Else, where it is a mean by outlet, the outlets in its order, the highest first; else from its lowest to its
    highest part. Parts count that begin with the same word as the first one ("frame conflict").
    """
    own = figures[figures["metric"] == figures["metric"].iloc[0]]
    whole = own[own["part"] == "all"]
    if len(whole):
        first = whole.iloc[0]
        within = "" if interval(first) == MISSING else interval(first, digits)
        beside = _beside(figures, first["metric"], digits)
        return Headline(
            first["metric"], decimal(first["value"], digits), f"{first['n']:,}", within, "", beside
        )
    if own["part"].str.endswith(SCOPE).any():
        return _order(figures, own["metric"].iloc[0], digits)
    return _span(own, digits)


def interval(figure: pd.Series[Any], digits: int = 2) -> str:
    """A figure's interval; a dash where none was drawn."""
    if pd.isna(figure["low"]) or pd.isna(figure["high"]):
        return MISSING
    return f"{decimal(figure['low'], digits)} to {decimal(figure['high'], digits)}"


def _beside(figures: pd.DataFrame, metric: str, digits: int) -> tuple[str, ...]:
    """What a classifier's macro-F1 is read with: sentences with unlike targets, another's figure, the calibration."""
    if metric != "macro-F1":
        return ()
    mixed = figures[(figures["metric"] == metric) & (figures["part"] == "mixed")]
    whole = figures[figures["part"] == "all"]
    others = whole[whole["metric"].str.startswith((f"{metric} of ", "calibration error"))]
    told = [f"{_told(row, digits)} where targets in one sentence differ" for _, row in mixed.iterrows()]
    return (*told, *(f"{row['metric']} {_told(row, digits)}" for _, row in others.iterrows()))


def _order(figures: pd.DataFrame, metric: str, digits: int) -> Headline:
    """The outlets in the order of a mean, with the order of other means and the differences beside it."""
    own = figures[figures["part"].str.endswith(SCOPE)]
    apart = own[own["metric"] == f"{metric}, difference"]
    means = own[~own["metric"].str.endswith(", difference")]
    beside = [f"{row['part'].removesuffix(SCOPE)} {_told(row, digits)}" for _, row in apart.iterrows()]
    beside += [
        f"by {other} {_ranked(means[means['metric'] == other])}"
        for other in means["metric"].unique() if other != metric and other.startswith("mean ")
    ]  # fmt: skip
    first = means[means["metric"] == metric]
    return Headline(f"order by {metric}", _ranked(first), f"{first['n'].sum():,}", beside=tuple(beside))


def _ranked(means: pd.DataFrame) -> str:
    """Outlets, the highest mean first."""
    ranked = means.sort_values("value", ascending=False, kind="stable")
    return " > ".join(part.removesuffix(SCOPE) for part in ranked["part"])


def _span(own: pd.DataFrame, digits: int) -> Headline:
    """From the lowest to the highest part, and the parts that do not hold."""
    kind = own["part"].iloc[0].split()[0]
    own = own[own["part"].str.split().str[0] == kind]
    values = _ends(decimal(own["value"].min(), digits), decimal(own["value"].max(), digits))
    size = _ends(f"{own['n'].min():,}", f"{own['n'].max():,}")
    parts = count(len(own), kind, "axes" if kind == "axis" else "")
    return Headline(own["metric"].iloc[0], values, size, over=f" over {parts}", beside=_failing(own))


def _failing(own: pd.DataFrame) -> tuple[str, ...]:
    """The frames that do not hold, and the axes that cannot be told from chance."""
    broken = own[~own["holds"].astype(bool)]
    chance = own[own["part"].str.startswith("axis ") & (own["low"] <= CHANCE)]
    return tuple(
        f"{opening}: {listed_up_to([part_title(part) for part in rows['part']], MOST_NAMED, 'other')}"
        for opening, rows in (("not valid here", broken), ("not told from chance", chance))
        if len(rows)
    )


def _told(row: pd.Series[Any], digits: int) -> str:
    """A figure with its interval."""
    within = interval(row, digits)
    return f"{decimal(row['value'], digits)}{'' if within == MISSING else f' ({within})'}"


def _ends(low: str, high: str) -> str:
    """One text where both are the same, else both."""
    return low if low == high else f"{low} to {high}"
