"""Whether the word lists agree on how the outlets are worded, voice by voice."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import instruments, key, layout, style
from analysis.figures.lanes import draw_in_lanes
from analysis.figures.list_agreement import FEWEST, MOST_LISTED, VOICES, agreement
from analysis.figures.wording import listed, signed
from analysis.figures.wording_tone import tone_axis

SLUG = "tone-by-instrument"
TITLE = "Do the word lists agree on who is worded more negatively?"
TABLES = ("estimates",)

MOST_PANELS = 4


def prepare(estimates: pd.DataFrame) -> pd.DataFrame:
    """The mean tone of each outlet's sentences under each instrument, in each voice.

    Returns:
        Columns `instrument`, `voice` (all; narration; quoted: sentences with quoted or reported words; answer:
        sentences of interview answers), `outlet`, `tone` (-1 to 1), `low`, `high`, `paragraphs`, `articles` (those it
        rests on) and `verdict`; empty with fewer than two instruments or outlets.
    """
    own = estimates[(estimates["measure"] == "wording tone") & (estimates["topic"] == "")]
    own = own[own["voice"].isin(VOICES) & own["estimate"].notna()].rename(columns={"estimate": "tone"})
    columns = ["instrument", "voice", "outlet", "tone", "low", "high", "paragraphs", "articles", "verdict"]
    if min(own["instrument"].nunique(), own["outlet"].nunique()) < FEWEST:
        return own.loc[own.index[:0], columns]
    order = {name: place for place, name in enumerate([*instruments.in_order(own), *VOICES])}
    places = own.assign(first=own["instrument"].map(order), second=own["voice"].map(order))
    return places.sort_values(["first", "second", "outlet"], kind="stable", ignore_index=True)[columns]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A panel per instrument, a row per voice, a mark per outlet at its mean."""
    shown = instruments.in_order(data)[:MOST_PANELS]
    rows = [voice for voice in VOICES if voice in set(data["voice"])]
    looks = style.looks_of(data)
    figure, panels = layout.row_panels(
        [VOICES[voice] for voice in rows],
        [instruments.title(name) for name in shown],
        key=key.Key(looks, {}),
        row_height=layout.row_height(list(looks)),
    )
    for axes, name in zip(panels, shown, strict=True):
        own = data[data["instrument"] == name]
        placed = own.assign(row=own["voice"].map(rows.index))
        draw_in_lanes(axes, placed, looks, value="tone", beside="paragraphs")
        tone_axis(axes, data["tone"])
        layout.separate(axes, len(rows))
    return figure


def describe(data: pd.DataFrame) -> str:
    """Whether the instruments drawn put the outlets in the same order, for all text and narration, and their means."""
    shown = data[data["instrument"].isin(instruments.in_order(data)[:MOST_PANELS])]
    told = [agreement(shown, "all"), agreement(shown, "narration"), _means(shown[shown["voice"] == "all"])]
    return " ".join(sentence for sentence in told if sentence)


def _means(data: pd.DataFrame) -> str:
    """The outlets' means under each instrument over all text; of many outlets the two at the ends."""
    told = []
    for name in instruments.in_order(data):
        own = data[data["instrument"] == name].sort_values("tone", kind="stable")
        ends = own if len(own) <= MOST_LISTED else own.iloc[[0, -1]]
        named = listed(
            f"{outlet} {signed(tone)}" for outlet, tone in zip(ends["outlet"], ends["tone"], strict=True)
        )
        told.append(f"by {instruments.spoken(name)} {named}")
    return f"Mean tone: {'; '.join(told)}." if told else ""


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    few = data["outlet"].nunique() <= layout.MOST_NUMBERED
    numbers = "; the number beside it is how many paragraphs that rests on" if few else ""
    left_out = instruments.in_order(data)[MOST_PANELS:]
    more = f" Not drawn: {listed(left_out)}; the table has them." if left_out else ""
    return (
        f"Each mark is the mean tone of one outlet's sentences by one word list{numbers}. Where the marks change "
        "places from panel to panel, the order hangs on the list and not on the outlets. A sentence counts as quoted "
        f"or reported when some of its words are somebody else's.{more}"
    )
