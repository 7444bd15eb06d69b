"""Whose words an outlet prints: its own, quoted ones, or an interviewee's."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import layout, style
from analysis.figures.rows import word_counts
from analysis.figures.wording import count, percent

SLUG = "who-speaks"
TITLE = "Whose words does each outlet print?"
TABLES = ("sentences", "paragraphs")

VOICES = {
    "narration": "own words",
    "direct": "quoting",
    "indirect": "reporting",
    "question": "questions",
    "answer": "answers",
}


def prepare(sentences: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Words of the analysed paragraphs by the voice of their sentence, per outlet.

    Returns:
        Columns `outlet`, `voice`, `sentences`, `words` (counts) and `share` (of the outlet's analysed words,
        0 to 1), in the order of the outlets and voices; voices that an outlet never has are absent.
    """
    analysed = paragraphs.loc[paragraphs["analysed"], ["paragraph_id", "outlet"]]
    own = sentences.merge(analysed, on="paragraph_id", how="inner")
    own = own.assign(words=word_counts(own["text"]), place=own["voice"].map(list(VOICES).index))
    data = own.groupby(["outlet", "place", "voice"], as_index=False)["words"].agg(["size", "sum"])
    data = data.rename(columns={"size": "sentences", "sum": "words"})
    data["share"] = data["words"] / data.groupby("outlet")["words"].transform("sum")
    return data[["outlet", "voice", "sentences", "words", "share"]]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A panel per voice, a mark per outlet at its share of words."""
    looks = style.looks_of(data)
    rows = list(looks)
    voices = [voice for voice in VOICES if voice in set(data["voice"])]
    labels = [f"{outlet} ({_words(data, outlet)})" for outlet in rows]
    figure, panels = layout.row_panels(
        labels, [VOICES[voice] for voice in voices], row_height=30.0, foot=24.0
    )
    for axes, voice in zip(panels, voices, strict=True):
        for outlet, share in data.loc[data["voice"] == voice, ["outlet", "share"]].itertuples(index=False):
            axes.hlines([rows.index(outlet)], 0, share, color=style.FILL, linewidth=1.2)
            style.mark(axes, [share], [rows.index(outlet)], looks[outlet], label=outlet)
            layout.note(axes, share, rows.index(outlet), percent(share))
        axes.set_xlim(0, 1)
        axes.set_xticks([0, 1], labels=["0", "100%"])
    return figure


def describe(data: pd.DataFrame) -> str:
    """Each outlet's share of words in its own voice."""
    told = []
    for outlet in style.looks_of(data):
        own = data[(data["outlet"] == outlet) & (data["voice"] == "narration")]
        told.append(f"{outlet} {percent(own['share'].sum())} of {_words(data, outlet)}")
    return f"Share of words that stand in the outlet's own voice: {'; '.join(told)}."


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    answers = (
        " Questions and answers are the turns of an interview." if "answer" in set(data["voice"]) else ""
    )
    return (
        "Own words are sentences without a quotation; quoting are sentences in which somebody's words stand "
        f"in quotation marks.{answers} A row adds up to all the outlet's analysed words."
    )


def _words(data: pd.DataFrame, outlet: str) -> str:
    """An outlet's n."""
    return count(data.loc[data["outlet"] == outlet, "words"].sum(), "word")
