"""Whether two outlets word the same facts in a different tone, event by event."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import instruments, layout, sampled, style
from analysis.figures.estimates import has_interval
from analysis.figures.rows import largest
from analysis.figures.wording import MINUS, count, shorten, signed
from analysis.figures.wording_tone import tone_axis

SLUG = "matched-tone"
TITLE = "Do outlets word the same facts in a different tone?"
TABLES = ("paired_events", "paired")

FEWEST = 10
MOST_PAIRS = 12
MOST_NAME = 18
KEYS = ["measure", "instrument", "voice", "target", "outlet", "other"]


def prepare(paired_events: pd.DataFrame, paired: pd.DataFrame) -> pd.DataFrame:
    """The difference in tone of each event between two outlets' matched paragraphs, by the first instrument.

    Returns:
        Columns `instrument`, `outlet`, `other`, `event`, `pairs` (count), `difference` (tone of the outlet less that of
        the other, of the event), `mean` (over the events), `events` (count), `low`, `high` and `verdict` of the mean;
        the outlets with most events first, twelve pairs of outlets at most. Empty with fewer than ten matched pairs. Of
        more than 3,000 events `drawn` says whether there is a ring for it.
    """
    own = paired_events[(paired_events["measure"] == "wording tone") & (paired_events["voice"] == "all")]
    own = instruments.drawn(own) if len(own) else own
    if own["pairs"].sum() < FEWEST:
        return pd.DataFrame()
    own = own.astype({"outlet": "str", "other": "str"})
    means = paired.rename(columns={"difference": "mean"}).astype({"outlet": "str", "other": "str"})
    data = own.merge(means[[*KEYS, "mean", "events", "low", "high", "verdict"]], on=KEYS)
    order = ["events", "outlet", "other", "event"]
    data = data.sort_values(order, ascending=[False, True, True, True], kind="stable", ignore_index=True)
    kept = data[["outlet", "other"]].drop_duplicates().head(MOST_PAIRS)
    columns = [
        "instrument",
        "outlet",
        "other",
        "event",
        "pairs",
        "difference",
        "mean",
        "events",
        "low",
        "high",
    ]
    data = data.merge(kept, on=["outlet", "other"])[[*columns, "verdict"]]
    return sampled.with_drawn(data, data["other"], data["event"].astype("str"))


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row for two outlets, a small ring for each event, a diamond at their mean with its interval where tested."""
    groups = list(data.groupby(["outlet", "other"], sort=False))
    rows = [
        f"{shorten(str(one), MOST_NAME)} less {shorten(str(other), MOST_NAME)}" for (one, other), _ in groups
    ]
    figure, (axes,) = layout.row_panels(rows, [""], row_height=34.0)
    _axis(axes, data["difference"])
    for place, (_, own) in enumerate(groups):
        first = own.iloc[0]
        ringed = sampled.drawn(own)
        axes.plot(ringed["difference"], [place] * len(ringed), linestyle="none", marker="o", markersize=6, alpha=0.75,
                  markerfacecolor="none", markeredgecolor=style.MUTED, label=rows[place], clip_on=False)  # fmt: skip
        if has_interval(first["low"], first["high"], first["verdict"]):
            axes.hlines([place], first["low"], first["high"], color=style.INK, linewidth=2.0)
        style.mark(axes, [first["mean"]], [place], style.Look(style.INK, "D", style.INK), label="mean")
    return figure


def _axis(axes: Axes, differences: pd.Series[float]) -> None:
    """Make x a difference of tones, which reaches twice as far as a tone."""
    tone_axis(axes, differences)
    if differences.abs().max() > 1:
        axes.set_xlim(-2.24, 2.24)
        axes.set_xticks([-2, 0, 2], labels=[signed(-2, 1), "0", signed(2, 1)])
    axes.set_xlabel("difference in tone of wording")


def describe(data: pd.DataFrame) -> str:
    """The two outlets whose matched paragraphs differ most on average."""
    means = data.drop_duplicates(["outlet", "other"])
    far = largest(means.assign(size=means["mean"].abs()), "size")
    return (
        f"The largest mean difference in tone is {signed(far['mean'])}, {far['outlet']} less {far['other']}, over "
        f"{count(far['events'], 'event')}, among {count(len(means), 'pair')} of outlets."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    by = instruments.title(data["instrument"].iloc[0])
    shown = data.apply(lambda row: has_interval(row["low"], row["high"], row["verdict"]), axis=1).any()
    interval = " The line through it is the interval of that mean." if shown else ""
    return (
        f"Each ring is an event: how much higher {by} scores the first outlet's paragraphs than the paragraphs of the "
        f"second that they are matched with, from {MINUS}2 to +2. The diamond is the mean over the events.{interval} "
        "Zero: the same facts, in the same tone. Tone is of the words, and a paragraph may say more than its match."
        f"{sampled.told(data, 'events')}"
    )
