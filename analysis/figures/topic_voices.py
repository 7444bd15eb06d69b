"""How much of each topic an outlet says in its own voice."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import key, layout, names, style
from analysis.figures.rows import largest, smallest
from analysis.figures.wording import count, percent, quoted

SLUG = "topic-voices"
TITLE = "How much of each topic is the outlet's own voice?"
TABLES = ("topic_voices", "topics")

ROOM = 1.1
"""How far the panel reaches, in shares: past 100% by as much as the number beside a mark takes."""

FEWEST = 50
"""Words of an outlet in a topic below which a share is drawn but not told: one quotation would move it far."""


def prepare(topic_voices: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """The outlet's own words in each topic; paragraphs without a topic are left out.

    Returns:
        Columns `topic`, `label`, `outlet`, `words` (all of the outlet in the topic, count), `own_words` (narration and
        questions, count) and `own_share` (0 to 1), in the order of the topics and outlets.
    """
    labels = dict(zip(topics["topic"], topics["label"], strict=True))
    data = topic_voices[topic_voices["topic"].isin(list(labels))]
    data = data.assign(label=data["topic"].map(labels)).sort_values(
        ["topic", "outlet"], kind="stable", ignore_index=True
    )
    return data[["topic", "label", "outlet", "words", "own_words", "own_share"]]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row per topic, a mark per outlet at the share of its own voice, the words it is of beside it."""
    shown = layout.with_lanes(data, "topic")
    rows = list(dict.fromkeys(shown["topic"]))
    looks = style.looks_of(data)
    totals = data.groupby("outlet")["words"].sum()
    legend = key.Key(looks, {outlet: count(int(totals[outlet]), "word") for outlet in looks})
    labels = list(names.topic_names(shown.drop_duplicates("topic")).values())
    figure, (axes,) = layout.row_panels(labels, [""], key=legend, row_height=layout.row_height(list(looks)))
    lanes = layout.lanes(list(looks))
    for outlet, look in looks.items():
        own = shown[shown["outlet"] == outlet]
        places = [rows.index(topic) + lanes[outlet] for topic in own["topic"]]
        style.mark(
            axes, own["own_share"].tolist(), places, look, label=outlet, size=layout.mark_size(list(looks))
        )
        if len(looks) <= layout.MOST_NUMBERED:
            for share, place, words in zip(own["own_share"], places, own["words"], strict=True):
                layout.note(axes, share, place, f"of {words:,}")
    layout.percent_axis(axes, 1.0, name="the outlet's own share of the words that it prints in the topic")
    axes.set_xlim(-0.02, ROOM)
    layout.separate(axes, len(rows))
    return figure


def describe(data: pd.DataFrame) -> str:
    """Where an outlet speaks most and least itself, among the topics that are drawn."""
    shown = layout.with_lanes(data, "topic")
    firm = shown[shown["words"] >= FEWEST]
    told = shown if firm.empty else firm
    most, least = largest(told, "own_share"), smallest(told, "own_share")
    among = "" if firm.empty else f", among topics with at least {FEWEST} words of the outlet"
    return (
        f"An outlet's own share is largest in {quoted(most['label'])} in {most['outlet']}, "
        f"{percent(most['own_share'])} of {count(most['words'], 'word')}, and smallest in {quoted(least['label'])} in "
        f"{least['outlet']}, {percent(least['own_share'])} of {count(least['words'], 'word')}{among}."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    few = data["outlet"].nunique() <= layout.MOST_NUMBERED
    numbers = " The number beside a mark is all the outlet's words in the topic." if few else ""
    cut = layout.cut_topics(data["topic"].nunique(), layout.most_rows(data))
    return (
        "A mark at 20% says that the outlet itself says a fifth of the words that it prints in the topic; all others "
        "are quoted, reported or an interviewee's. An interviewer's questions count as the outlet's own."
        f"{numbers}{cut}"
    )
