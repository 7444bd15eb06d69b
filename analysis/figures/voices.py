"""Whose words an outlet prints: its own, quoted or reported ones, or those of an interview."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import layout, style
from analysis.figures.wording import clauses, count, percent

SLUG = "who-speaks"
TITLE = "Whose words does each outlet print?"
TABLES = ("word_voices",)

VOICES = {
    "narration": "own words",
    "direct": "quoted",
    "indirect": "reported",
    "question": "questions",
    "answer": "answers",
}
MEANINGS = {
    "narration": "Own words are what the outlet says itself.",
    "direct": "Quoted are words in quotation marks.",
    "indirect": "Reported is what somebody is said to have said, without quotation marks.",
    "question": "Questions are an interviewer's turns, less what is quoted or reported in them.",
    "answer": "Answers are an interviewee's turns, less what is quoted or reported in them.",
}
ROOM = 1.3
"""How far a panel reaches, in shares: past 100% by as much as the number beside a mark takes."""


def prepare(word_voices: pd.DataFrame) -> pd.DataFrame:
    """Words of each outlet by voice.

    Args:
        word_voices: the words of each paragraph by voice, or sums of them (the table `words_by_speaker`).

    Returns:
        Columns `outlet`, `voice`, `words` (count >= 1), `articles` (with such words; absent where sums were given) and
        `share` (of the outlet's analysed words, 0 to 1), in the order of the outlets and voices; voices that an outlet
        never has are absent.
    """
    own = word_voices[word_voices["voice"].isin(VOICES)]
    own = own.assign(place=own["voice"].map(list(VOICES).index))
    groups = own.groupby(["outlet", "place", "voice"], as_index=False)
    data: pd.DataFrame = groups[["words"]].sum()
    if "article_id" in own.columns:
        data["articles"] = groups["article_id"].nunique()["article_id"]
    data["share"] = data["words"] / data.groupby("outlet")["words"].transform("sum")
    return data[[name for name in ("outlet", "voice", "words", "articles", "share") if name in data.columns]]


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
        axes.set_xlim(0, ROOM)
        axes.set_xticks([0, 1], labels=["0", "100%"])
    return figure


def describe(data: pd.DataFrame) -> str:
    """Each outlet's share of words in its own voice."""
    told = []
    for outlet in style.looks_of(data):
        own = data[(data["outlet"] == outlet) & (data["voice"] == "narration")]
        told.append(f"{percent(own['share'].sum())} of {_words(data, outlet)} in {outlet}")
    return f"The outlet's own words are {clauses(told, 'outlet')}."


def caption(data: pd.DataFrame) -> str:
    """What each voice is, and what the shares are of."""
    told = " ".join(MEANINGS[voice] for voice in VOICES if voice in set(data["voice"]))
    return f"A mark is a voice's share of an outlet's words. {told} A row adds up to all the outlet's analysed words."


def _words(data: pd.DataFrame, outlet: str) -> str:
    """An outlet's n."""
    return count(data.loc[data["outlet"] == outlet, "words"].sum(), "word")
