"""The words and phrases that set each outlet apart from the others."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import layout, style
from analysis.figures.leading_words import against_all, label, leading
from analysis.figures.rows import largest
from analysis.figures.wording import clauses, count, decimal, listed, quoted

SLUG = "distinguishing-words"
TITLE = "Which words and phrases set each outlet apart?"
TABLES = ("keyness",)

WORDS = 10
FIRST = 4
ROW = 25.0


def prepare(keyness: pd.DataFrame) -> pd.DataFrame:
    """The ten words and phrases of each outlet that stand out most from the others, over all text and all topics.

    Returns:
        Columns `outlet`, `rank` (from 1), `word`, `count`, `articles` (of the outlet that use it),
        `largest_article_share` (of the count, the share of one article), `rate_per_1000`, `log_odds` (above
        0: more than elsewhere) and `z` (log-odds in standard errors, the order).
    """
    columns = [
        "outlet", "rank", "word", "count", "articles", "largest_article_share", "rate_per_1000", "log_odds", "z",
    ]  # fmt: skip
    return leading(against_all(keyness), WORDS)[columns]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A small panel per outlet on one scale: a word per row, a mark at its log-odds, its count beside it."""
    looks = style.looks_of(data)
    deepest = int(data["rank"].max())
    figure, panels = layout.outlet_panels(list(looks), margins=(118.0, 32.0), inside=ROW * deepest, foot=30.0)
    for outlet, axes in panels.items():
        own, look = data[data["outlet"] == outlet], looks[outlet]
        places = (own["rank"] - 1).astype(float).tolist()
        axes.set_ylim(deepest - 0.5, -0.5)
        axes.set_yticks(places, labels=[label(word) for word in own["word"]], linespacing=0.9)
        axes.hlines(places, 0, own["log_odds"], color=style.FILL, linewidth=1.0)
        style.mark(axes, own["log_odds"].tolist(), places, look, label=outlet, size=6.5)
        for place, log_odds, times in zip(places, own["log_odds"], own["count"], strict=True):
            layout.note(axes, log_odds, place, f"{times:,}", shift=7)
        axes.set_xlim(0, data["log_odds"].max() * 1.08)
        axes.locator_params(axis="x", nbins=3)
        axes.grid(visible=True, axis="x")
    return figure


def describe(data: pd.DataFrame) -> str:
    """The word or phrase that stands out most, with its numbers, and the first ones of each outlet."""
    first = largest(data, "z")
    told = [
        f"in {outlet} {listed(quoted(str(word)) for word in data.loc[data['outlet'] == outlet, 'word'].head(FIRST))}"
        for outlet in style.looks_of(data)
    ]
    return (
        f"{quoted(first['word'])} in {first['outlet']} stands furthest above chance: {count(first['count'], 'time')}, "
        f"log-odds ratio {decimal(first['log_odds'])}. First come {clauses(told, 'outlet')}."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    del data
    return (
        "The further right, the more the outlet uses the word than the others do (log-odds ratio with a "
        "prior from all texts, which holds back rare words); the order is by how far that stands above "
        "chance variation of single words. The number is how often the outlet uses the word. A word that the outlet "
        "uses almost only inside one longer phrase is shown as that phrase. An outlet with one article shows that "
        "article's subject as much as its own habit."
    )
