"""How outlets word the topics that more than one of them speaks about."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import instruments, key, layout, names, style
from analysis.figures.estimates import named_topics
from analysis.figures.lanes import draw_in_lanes
from analysis.figures.rows import ends, widest
from analysis.figures.wording import count, decimal, quoted, signed
from analysis.figures.wording_tone import tone_axis

SLUG = "tone-in-shared-topics"
TITLE = "In what tone do outlets speak of the same topic?"
TABLES = ("estimates", "topics")

FEWEST = 3
VOICES = {"all": "all text", "narration": "narration", "quoted": "quoted", "answer": "answers"}


def prepare(estimates: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """The mean tone of each outlet in each topic of more than one outlet, by the first instrument, voice by voice.

    Returns:
        Columns `instrument`, `topic`, `label`, `voice`, `outlet`, `tone` (-1 to 1), `low`, `high`, `paragraphs`,
        `articles` (those it rests on) and `verdict`; empty when no topic is shared.
    """
    own = instruments.drawn(estimates[estimates["measure"] == "wording tone"])
    data = named_topics(own[own["voice"].isin(VOICES)], topics).rename(columns={"estimate": "tone"})
    data = data[(data["topic"] >= 0) & data["tone"].notna() & (data["paragraphs"] > 0)]
    shared = data.groupby("topic")["outlet"].transform("nunique") > 1
    data = data[shared].assign(place=data["voice"].map({voice: place for place, voice in enumerate(VOICES)}))
    ordered = data.sort_values(["topic", "place", "outlet"], kind="stable", ignore_index=True)
    return ordered[
        [
            "instrument",
            "topic",
            "label",
            "voice",
            "outlet",
            "tone",
            "low",
            "high",
            "paragraphs",
            "articles",
            "verdict",
        ]
    ]


def all_text(data: pd.DataFrame) -> pd.DataFrame:
    """The rows over all text."""
    return data[data["voice"] == "all"]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A panel per voice, a row per shared topic, a mark per outlet at its mean, its paragraphs beside it."""
    shown = layout.with_lanes(data, "topic")
    rows = list(dict.fromkeys(shown["topic"]))
    looks = style.looks_of(data)
    labels = list(names.topic_names(shown.drop_duplicates("topic")).values())
    legend = key.Key(looks, {})
    voices = [voice for voice in VOICES if voice in set(shown["voice"])]
    titles = [VOICES[voice] for voice in voices]
    figure, panels = layout.row_panels(labels, titles, key=legend, row_height=layout.row_height(list(looks)))
    for axes, voice in zip(panels, voices, strict=True):
        own = shown[shown["voice"] == voice]
        placed = own.assign(row=own["topic"].map(rows.index))
        draw_in_lanes(axes, placed, looks, value="tone", beside="paragraphs")
        tone_axis(axes, shown["tone"])
        layout.separate(axes, len(rows))
    return figure


def describe(data: pd.DataFrame) -> str:
    """The shared topic, of those drawn, in which the outlets' wording is furthest apart."""
    shown = layout.with_lanes(data, "topic")
    firm = firmly_shared(all_text(shown))
    low, high = furthest_apart(firm)
    return (
        f"The outlets' tone is furthest apart in {quoted(low['label'])}: {signed(low['tone'])} in {low['outlet']} and "
        f"{signed(high['tone'])} in {high['outlet']}, a difference of {decimal(high['tone'] - low['tone'])}, over all "
        f"text and {which(firm)}. Several outlets speak about {count(shown['topic'].nunique(), 'topic')}."
    )


def firmly_shared(data: pd.DataFrame) -> pd.DataFrame:
    """The rows of outlets with at least three paragraphs in a topic that another such outlet shares.

    A mean of one or two paragraphs is hardly one. All rows come back where no topic is shared so firmly.
    """
    firm = data[data["paragraphs"] >= FEWEST]
    firm = firm[firm.groupby("topic")["outlet"].transform("nunique") > 1]
    return data if firm.empty else firm


def which(firm: pd.DataFrame) -> str:
    """Among which topics the furthest apart is sought, in words."""
    return (
        "where they have at least three paragraphs" if firm["paragraphs"].min() >= FEWEST else "among these"
    )


def furthest_apart(data: pd.DataFrame) -> tuple[pd.Series[Any], pd.Series[Any]]:
    """The two rows, the more negative first, of the topic in which two outlets' tones differ most."""
    return ends(widest(data, "topic", "tone"), "tone")


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    few = data["outlet"].nunique() <= layout.MOST_NUMBERED
    numbers = "; the number beside it is how many paragraphs that rests on" if few else ""
    return (
        f"Each mark is the mean tone, by {instruments.title(data['instrument'].iloc[0])}, of one outlet's sentences in "
        f"the topic{numbers}. With few paragraphs a single "
        f"sentence can move a mark far.{layout.cut_topics(data['topic'].nunique(), layout.most_rows(data))}"
    )
