"""How each outlet divides its paragraphs between the topics."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import key, layout, names, style
from analysis.figures.estimates import draw_intervals, named_topics
from analysis.figures.rows import largest, widest
from analysis.figures.style import Look
from analysis.figures.wording import count, percent, quoted

SLUG = "topic-shares"
TITLE = "What share of its paragraphs does each outlet give to each topic?"
TABLES = ("estimates", "topics")

PANELS = {"all": "all text", "narration": "narration only"}


def prepare(estimates: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """The share of every outlet and topic, for all text and for narration.

    Returns:
        Columns `voice`, `topic`, `label`, `outlet`, `share` (0 to 1; nan where the outlet has no such
        paragraphs), `low`, `high`, `paragraphs` and `articles` (the outlet's own, the denominator) and
        `verdict`.
    """
    data = named_topics(estimates[estimates["measure"] == "topic share"], topics).rename(
        columns={"estimate": "share"}
    )
    data = data[data["voice"].isin(PANELS) & (data["topic"] >= 0)]
    columns = [
        "voice",
        "topic",
        "label",
        "outlet",
        "share",
        "low",
        "high",
        "paragraphs",
        "articles",
        "verdict",
    ]
    return data[columns].sort_values(["voice", "topic", "outlet"], kind="stable", ignore_index=True)


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row per topic, a panel for all text and one for narration, a mark per outlet at its share."""
    rows = list(dict.fromkeys(data["topic"]))[: layout.MOST_ROWS]
    shown = data[data["topic"].isin(rows)]
    looks = style.looks_of(data)
    voices = [voice for voice in PANELS if voice in set(data["voice"])]
    labels = list(names.topic_names(shown.drop_duplicates("topic")).values())
    legend = key.Key(looks, {outlet: _sizes(data, outlet) for outlet in looks})
    figure, panels = layout.row_panels(
        labels, [PANELS[voice] for voice in voices], key=legend, row_height=layout.row_height(list(looks))
    )
    lanes = layout.lanes(list(looks))
    for axes, voice in zip(panels, voices, strict=True):
        for outlet, look in looks.items():
            own = shown[(shown["voice"] == voice) & (shown["outlet"] == outlet) & shown["share"].notna()]
            _marks(axes, own, [rows.index(topic) + lanes[outlet] for topic in own["topic"]], look)
        layout.percent_axis(
            axes, max(shown["share"].max(), shown["high"].fillna(0).max()), name="share of paragraphs"
        )
        layout.separate(axes, len(rows))
    return figure


def describe(data: pd.DataFrame) -> str:
    """The largest share of all, and the topic in which two outlets differ most."""
    own = data[(data["voice"] == "all") & data["share"].notna()]
    most, apart = largest(own, "share"), widest(own, "topic", "share")
    low, high = apart["share"].min(), apart["share"].max()
    return (
        f"The largest share is {quoted(most['label'])} in {most['outlet']}, {percent(most['share'])} of "
        f"{count(most['paragraphs'], 'paragraph')}. Outlets differ most in {quoted(apart['label'].iloc[0])}: "
        f"from {percent(low)} to {percent(high)}."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    cut = layout.cut_topics(data["topic"].nunique())
    return (
        "A mark at 20% says that a fifth of the outlet's paragraphs are about the topic. The denominator is "
        "all its paragraphs, those without a topic among them, so shares may add up to less than 100%. "
        f"Narration only: of the paragraphs with at least one whole sentence of the outlet's own.{cut}"
    )


def _marks(axes: Axes, own: pd.DataFrame, places: list[float], look: Look) -> None:
    """One outlet's marks in one panel, with an interval where the design allows one."""
    draw_intervals(axes, own, places, look)
    style.mark(
        axes, own["share"].tolist(), places, look, label=str(own["outlet"].iloc[0]) if len(own) else ""
    )


def _sizes(data: pd.DataFrame, outlet: str) -> str:
    """An outlet's n: its paragraphs, and those of them in which it speaks itself."""
    sizes = data[data["outlet"] == outlet].groupby("voice")["paragraphs"].max()
    narrated = f", {sizes['narration']:,} with narration" if "narration" in sizes else ""
    return f"{count(sizes['all'], 'paragraph')}{narrated}" if "all" in sizes else ""
