"""How each outlet divides its paragraphs between the topics."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import key, layout, names, style
from analysis.figures.estimates import named_topics
from analysis.figures.lanes import draw_in_lanes
from analysis.figures.rows import ends, largest, widest
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
    shown = layout.with_lanes(data, "topic")
    rows = list(dict.fromkeys(shown["topic"]))
    looks = style.looks_of(data)
    voices = [voice for voice in PANELS if voice in set(data["voice"])]
    labels = list(names.topic_names(shown.drop_duplicates("topic")).values())
    legend = key.Key(looks, {outlet: _sizes(data, outlet) for outlet in looks})
    figure, panels = layout.row_panels(
        labels, [PANELS[voice] for voice in voices], key=legend, row_height=layout.row_height(list(looks))
    )
    for axes, voice in zip(panels, voices, strict=True):
        own = shown[(shown["voice"] == voice) & shown["share"].notna()]
        draw_in_lanes(axes, own.assign(row=own["topic"].map(rows.index)), looks, value="share")
        layout.percent_axis(
            axes, max(shown["share"].max(), shown["high"].fillna(0).max()), name="share of paragraphs"
        )
        layout.separate(axes, len(rows))
    return figure


def describe(data: pd.DataFrame) -> str:
    """The topic, of those drawn, in which two outlets differ most over all text, and the largest share of all."""
    shown = layout.with_lanes(data, "topic")
    own = shown[(shown["voice"] == "all") & shown["share"].notna()]
    apart, most = widest(own, "topic", "share"), largest(own, "share")
    low, high = ends(apart, "share")
    larger = (
        f" The largest share is that of {quoted(most['label'])} in {most['outlet']}, {percent(most['share'])}."
        if most["share"] > high["share"]
        else ""
    )
    return (
        f"Over all text outlets differ most in {quoted(high['label'])}: {_told(high)}, {_told(low)}.{larger}"
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    cut = layout.cut_topics(data["topic"].nunique(), layout.most_rows(data))
    return (
        "A mark at 20% says that a fifth of the outlet's paragraphs are about the topic. The denominator is "
        "all its paragraphs, those without a topic among them, so shares may add up to less than 100%. "
        f"Narration only: of the paragraphs with at least one whole sentence of the outlet's own.{cut}"
    )


def _told(row: pd.Series) -> str:
    """One outlet's share."""
    return f"{percent(row['share'])} of {count(row['paragraphs'], 'paragraph')} in {row['outlet']}"


def _sizes(data: pd.DataFrame, outlet: str) -> str:
    """An outlet's n: its paragraphs, and those of them in which it speaks itself."""
    sizes = data[data["outlet"] == outlet].groupby("voice")["paragraphs"].max()
    narrated = f", {sizes['narration']:,} with narration" if "narration" in sizes else ""
    return f"{count(sizes['all'], 'paragraph')}{narrated}" if "all" in sizes else ""
