"""How each outlet's texts, and its narration alone, speak of each actor."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import key, layout, style
from analysis.figures.lanes import draw_in_lanes
from analysis.figures.rows import largest, smallest, widest
from analysis.figures.wording import MINUS, clean, count, shorten, signed
from analysis.figures.wording_tone import tone_axis

SLUG = "stance-by-outlet"
TITLE = "How do outlets speak of the same actor?"
TABLES = ("estimates",)

PANELS = {"all": "all text", "narration": "narration only"}
FEWEST = 3
MOST_NAME = 26


def prepare(estimates: pd.DataFrame) -> pd.DataFrame:
    """The mean stance of each outlet toward each actor.

    Returns:
        Columns `voice`, `target`, `outlet`, `stance` (-1 to 1), `low`, `high`, `paragraphs`, `articles` (those it rests
        on) and `verdict`; the actors mentioned in most paragraphs first. Empty where no stance was measured.
    """
    data = estimates[(estimates["measure"] == "stance") & estimates["voice"].isin(PANELS)]
    data = data[data["estimate"].notna() & (data["paragraphs"] > 0)].rename(columns={"estimate": "stance"})
    data["named"] = data["target"].map(data[data["voice"] == "all"].groupby("target")["paragraphs"].sum())
    columns = ["voice", "target", "outlet", "stance", "low", "high", "paragraphs", "articles", "verdict"]
    order = ["voice", "named", "target", "outlet"]
    ordered = data.sort_values(order, ascending=[True, False, True, True], kind="stable", ignore_index=True)
    return ordered[columns]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row per actor, a panel for all text and one for narration, a mark per outlet, its paragraphs beside it."""
    shown = layout.with_lanes(data, "target")
    rows = list(dict.fromkeys(shown["target"]))
    looks = style.looks_of(data)
    voices = [voice for voice in PANELS if voice in set(shown["voice"])]
    figure, panels = layout.row_panels(
        [shorten(row, MOST_NAME) for row in rows], [PANELS[voice] for voice in voices],
        key=key.Key(looks, {}), row_height=layout.row_height(list(looks)),
    )  # fmt: skip
    for axes, voice in zip(panels, voices, strict=True):
        tone_axis(axes, shown["stance"])
        axes.set_xlabel("stance")
        layout.separate(axes, len(rows))
        own = shown[shown["voice"] == voice]
        placed = own.assign(row=own["target"].map(rows.index))
        draw_in_lanes(axes, placed, looks, value="stance", beside="paragraphs")
    return figure


def describe(data: pd.DataFrame) -> str:
    """The actor, of those drawn, of whom two outlets' texts speak most differently."""
    shown = layout.with_lanes(data, "target")
    actors = count(shown["target"].nunique(), "actor")
    own = firm(shown)
    if own.empty:
        return f"Of {actors}, none is mentioned by two outlets in three paragraphs each."
    apart = widest(own, "target", "stance")
    low, high = smallest(apart, "stance"), largest(apart, "stance")
    return (
        f"Over all text the outlets are furthest apart on {clean(low['target'])}: {signed(low['stance'])} in "
        f"{low['outlet']}, {signed(high['stance'])} in {high['outlet']}, on a scale from {MINUS}1 (against) to +1 "
        f"(for). Of {actors}, {own['target'].nunique()} can be compared: two outlets mention them in three "
        "paragraphs each."
    )


def firm(data: pd.DataFrame) -> pd.DataFrame:
    """The rows over all text of actors whom two outlets or more mention in three paragraphs each."""
    own = data[(data["voice"] == "all") & (data["paragraphs"] >= FEWEST)]
    return own[own.groupby("target")["outlet"].transform("nunique") > 1]


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    few = data["outlet"].nunique() <= layout.MOST_NUMBERED
    numbers = "; the number beside it is how many paragraphs that rests on" if few else ""
    most, actors = layout.most_rows(data), data["target"].nunique()
    cut = f" Shown are the {most} most mentioned of {actors} actors." if actors > most else ""
    return (
        f"Each mark is the mean stance of one outlet's sentences that mention the actor, from {MINUS}1 (against) to +1 "
        f"(for){numbers}. All text holds what an outlet quotes: it shows what a reader is told, not what the "
        f"outlet thinks. Narration is the outlet's own words.{cut}"
    )
