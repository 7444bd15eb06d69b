"""How large each topic is, how surely it comes back, and how far it rests on one article."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import layout, names, style
from analysis.figures.rows import smallest
from analysis.figures.wording import count, percent, quoted

SLUG = "topic-sizes"
TITLE = "How large is each topic?"
TABLES = ("topics",)


def prepare(topics: pd.DataFrame) -> pd.DataFrame:
    """One row per topic, the largest first.

    Returns:
        Columns `topic`, `label`, `paragraphs`, `articles`, `outlets` (counts), `reproducibility` and
        `largest_article_share` (0 to 1).
    """
    columns = [
        "topic",
        "label",
        "paragraphs",
        "articles",
        "outlets",
        "reproducibility",
        "largest_article_share",
    ]
    return topics[columns].sort_values(["paragraphs", "topic"], ascending=[False, True], ignore_index=True)


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """Three panels on the same rows; at most 40 topics, the largest."""
    shown = data.head(layout.MOST_ROWS)
    titles = ["paragraphs", "comes back", "largest article"]
    figure, panels = layout.row_panels(list(names.topic_names(shown).values()), titles, foot=26.0)
    _panel(panels[0], shown["paragraphs"].tolist(), [f"{size:,}" for size in shown["paragraphs"]])
    panels[0].set_xlim(0, shown["paragraphs"].max() * 1.2)
    for axes, column in zip(panels[1:], ("reproducibility", "largest_article_share"), strict=True):
        _panel(axes, shown[column].tolist(), [percent(share) for share in shown[column]])
        layout.percent_axis(axes, 1.0)
        axes.set_xticks([0, 0.5, 1], labels=["0%", "50%", "100%"])
        axes.set_xlim(0, 1.25)
    return figure


def describe(data: pd.DataFrame) -> str:
    """The largest and the smallest topic, the least certain one, and how many rest on one article, of those drawn."""
    shown = data.head(layout.MOST_ROWS)
    most, least, weakest = shown.iloc[0], shown.iloc[-1], smallest(shown, "reproducibility")
    alone = int((shown["articles"] == 1).sum())
    return (
        f"The largest of {count(len(shown), 'topic')} is {quoted(most['label'])} with "
        f"{count(most['paragraphs'], 'paragraph')}, the smallest {quoted(least['label'])} with "
        f"{least['paragraphs']:,}. {quoted(weakest['label'])} comes back least surely, with an overlap of "
        f"{percent(weakest['reproducibility'])}; {count(alone, 'topic')} {'rests' if alone == 1 else 'rest'} on a "
        "single article."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    cut = (
        f" Shown are the {layout.MOST_ROWS} largest of {len(data)} topics."
        if len(data) > layout.MOST_ROWS
        else ""
    )
    return (
        "The first panel counts each topic's paragraphs; the others say what to make of them. Comes back: "
        "how far the same paragraphs form one topic again when half of all runs is left out "
        "(mean overlap; 100%: exactly the same). Largest article: the share of the topic's paragraphs that "
        "one article supplies; near 100% the topic is that article's own subject, and nothing can be "
        f"compared in it.{cut}"
    )


def _panel(axes: Axes, values: list[float], numbers: list[str]) -> None:
    """A dot on a line from zero in each row, with its number."""
    axes.hlines(range(len(values)), 0, values, color=style.FILL, linewidth=1.2)
    style.mark(axes, values, range(len(values)), style.PLAIN, size=6)
    for row, (value, number) in enumerate(zip(values, numbers, strict=True)):
        layout.note(axes, value, row, number)
