"""Where each outlet's sentences lie between opposites, and how much they use the opposition."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import key, layout, style
from analysis.figures.lanes import draw_in_lanes
from analysis.figures.rows import largest, widest
from analysis.figures.wording import count, decimal, signed

SLUG = "microframes"
TITLE = "To which side of each opposition does the wording lean?"
TABLES = ("estimates", "microframes")

PANELS = {"microframe bias": "bias", "microframe intensity": "intensity"}
DASH = "\N{EN DASH}"
STEPS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0)


def prepare(estimates: pd.DataFrame, microframes: pd.DataFrame) -> pd.DataFrame:
    """Bias and intensity of every outlet on every axis, over all text.

    Returns:
        Columns `measure`, `axis`, `outlet`, `value` (bias -1 to 1; intensity 0 to 4), `low`, `high`, `baseline` (the
        corpus's bias), `paragraphs`, `articles` and `verdict`.
    """
    order = list(dict.fromkeys(microframes["axis"]))
    baselines = microframes.drop_duplicates("axis").set_index("axis")["baseline"]
    data = estimates[
        estimates["measure"].isin(PANELS) & (estimates["voice"] == "all") & estimates["estimate"].notna()
    ]
    data = data.rename(columns={"estimate": "value", "frame": "axis"})
    data = data.assign(baseline=data["axis"].map(baselines), place=data["axis"].map(order.index))
    data = data.sort_values(["measure", "place", "outlet"], kind="stable", ignore_index=True)
    columns = [
        "measure",
        "axis",
        "outlet",
        "value",
        "low",
        "high",
        "baseline",
        "paragraphs",
        "articles",
        "verdict",
    ]
    return data[columns]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row per axis, a panel for bias and one for intensity, a mark per outlet, a tick at the corpus's bias."""
    rows = list(dict.fromkeys(data["axis"]))
    looks = style.looks_of(data)
    measures = [measure for measure in PANELS if measure in set(data["measure"])]
    labels = [_named(row) for row in rows]
    figure, panels = layout.row_panels(
        labels,
        [PANELS[measure] for measure in measures],
        key=key.Key(looks, {}),
        row_height=layout.row_height(list(looks)),
        foot=56.0,
    )
    for axes, measure in zip(panels, measures, strict=True):
        own = data[data["measure"] == measure]
        draw_in_lanes(axes, own.assign(row=own["axis"].map(rows.index)), looks, value="value")
        (_bias_axis if measure == "microframe bias" else _intensity_axis)(axes, own, rows)
        layout.separate(axes, len(rows))
    return figure


def describe(data: pd.DataFrame) -> str:
    """The axis on which two outlets lean furthest apart, and the one that an outlet uses most."""
    own = data[data["measure"] == "microframe bias"]
    apart = widest(own, "axis", "value").sort_values("value", kind="stable")
    low, high = apart.iloc[0], apart.iloc[-1]
    return (
        f"Of {count(own['axis'].nunique(), 'axis', 'axes')} the outlets' bias is furthest apart on "
        f"{_named(low['axis'])}: {signed(low['value'])} in {low['outlet']}, {signed(high['value'])} in "
        f"{high['outlet']}, above 0 toward the opposite named second.{_intensity(data)}"
    )


def _intensity(data: pd.DataFrame) -> str:
    """The largest intensity, with a leading space; "" where none is drawn."""
    own = data[data["measure"] == "microframe intensity"]
    if own.empty:
        return ""
    most = largest(own, "value")
    return (
        f" Intensity is largest on {_named(most['axis'])} in {most['outlet']}, {decimal(most['value'], 3)}."
    )


def _named(axis: str) -> str:
    """An axis as its row is labelled."""
    return axis.replace("-", f" {DASH} ")


def caption(data: pd.DataFrame) -> str:  # noqa: ARG001 - the same for all data
    """How to read the figure."""
    return (
        "Bias is the mean cosine of an outlet's sentences with an axis: left of the line they lean to the opposite "
        "named first, right of it to the second; the short upright tick is the whole corpus. Intensity says how much "
        "an outlet uses the opposition at all, on whichever side: the mean squared distance from that tick. Bias says "
        "what the sentences are about, not whom they are about: a report of a threat leans to “threatening” whoever "
        "threatens."
    )


def _bias_axis(axes: Axes, own: pd.DataFrame, rows: list[str]) -> None:
    """The same reach to both sides of zero, and the corpus's bias in every row."""
    most = max(own["value"].abs().max(), own["baseline"].abs().max())
    reach = next((step for step in STEPS if most <= step), STEPS[-1])
    baselines = own.drop_duplicates("axis").set_index("axis")["baseline"]
    places = [rows.index(axis) for axis in baselines.index]
    axes.vlines(
        baselines.to_numpy(), [place - 0.4 for place in places], [place + 0.4 for place in places],
        color=style.MUTED, linewidth=1.2, zorder=0.6,
    )  # fmt: skip
    axes.axvline(0, color=style.FILL, linewidth=1.0, zorder=0.5)
    axes.set_xlim(-reach * 1.12, reach * 1.12)
    axes.set_xticks([-reach, 0, reach], labels=[signed(-reach), "0", signed(reach)])
    axes.set_xlabel("← first named · second named →")


def _intensity_axis(axes: Axes, own: pd.DataFrame, rows: list[str]) -> None:  # noqa: ARG001 - as for bias
    """From zero to a little beyond the largest."""
    most = float(own["value"].max()) or 1.0
    axes.set_xlim(-0.02 * most, most * 1.12)
    axes.set_xticks([0, most], labels=["0", f"{most:.3f}".removeprefix("0")])
    axes.set_xlabel("mean squared distance")
