"""How strongly each outlet's paragraphs carry each frame that was found valid."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import key, layout, style
from analysis.figures.lanes import draw_in_lanes
from analysis.figures.rows import widest
from analysis.figures.wording import count, decimal, quoted
from analysis.framing.validity import VALID

SLUG = "frame-profile"
TITLE = "Which frames do the outlets' paragraphs carry?"
TABLES = ("estimates", "frame_validity")

PANELS = {"all": "all text", "narration": "narration only"}
TYPICAL = 0.5


def prepare(estimates: pd.DataFrame, frame_validity: pd.DataFrame) -> pd.DataFrame:
    """The mean score of every outlet for every frame whose cards say that it is valid.

    Returns:
        Columns `voice`, `frame`, `title`, `outlet`, `score` (0 to 1), `low`, `high`, `paragraphs`, `articles` and
        `verdict`, frames in the codebook's order; empty where no frame is valid.
    """
    valid = frame_validity[frame_validity["validity"] == VALID].reset_index(drop=True)
    order = dict(zip(valid["frame"], valid.index, strict=True))
    own = estimates[(estimates["measure"] == "frame") & estimates["frame"].isin(order)]
    data = own[own["voice"].isin(PANELS) & own["estimate"].notna()].rename(columns={"estimate": "score"})
    data = data.assign(
        place=data["frame"].map(order),
        title=data["frame"].map(dict(zip(valid["frame"], valid["title"], strict=True))),
    )
    data = data.sort_values(["voice", "place", "outlet"], kind="stable", ignore_index=True)
    columns = [
        "voice",
        "frame",
        "title",
        "outlet",
        "score",
        "low",
        "high",
        "paragraphs",
        "articles",
        "verdict",
    ]
    return data[columns]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row per frame, a panel for each voice, a mark per outlet; an upright line where US news is on average."""
    rows = list(dict.fromkeys(data["title"]))
    looks = style.looks_of(data)
    voices = [voice for voice in PANELS if voice in set(data["voice"])]
    figure, panels = layout.row_panels(
        rows,
        [PANELS[voice] for voice in voices],
        key=key.Key(looks, {}),
        row_height=layout.row_height(list(looks)),
    )
    for axes, voice in zip(panels, voices, strict=True):
        axes.axvline(TYPICAL, color=style.FILL, linewidth=1.0, zorder=0.5)
        own = data[data["voice"] == voice]
        draw_in_lanes(axes, own.assign(row=own["title"].map(rows.index)), looks, value="score")
        axes.set_xlim(-0.02, 1.02)
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1], labels=["0", ".25", ".5", ".75", "1"])
        axes.set_xlabel("mean score")
        layout.separate(axes, len(rows))
    return figure


def describe(data: pd.DataFrame) -> str:
    """The frame in which two outlets are furthest apart."""
    own = data[data["voice"] == "all"]
    if own.empty:
        return "No outlet has paragraphs that were scored."
    apart = widest(own, "title", "score").sort_values("score", kind="stable")
    low, high = apart.iloc[0], apart.iloc[-1]
    return (
        f"Of {count(own['title'].nunique(), 'frame')} outlets differ most in {quoted(low['title'])}: "
        f"{decimal(low['score'])} in {low['outlet']}, {decimal(high['score'])} in {high['outlet']}, mean scores over "
        "all text on a scale from 0 to 1."
    )


def caption(data: pd.DataFrame) -> str:  # noqa: ARG001 - the same for all data
    """How to read the figure."""
    return (
        "A paragraph's score is the share of US news paragraphs that carry the frame less; each mark is the mean over "
        "an outlet's paragraphs. The upright line at .5 is news of all subjects, so a score is high also because of "
        "what the articles are about: compare the outlets. Narration only: the outlets' own sentences. "
        "Shown are the frames that were found valid on US gun news; the listing has the others."
    )
