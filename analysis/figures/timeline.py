"""Which articles were read: when each appeared, in which outlet, and how long it is."""

from __future__ import annotations

import datetime
import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import layout, sampled, style
from analysis.figures.rows import largest, word_counts
from analysis.figures.wording import clauses, count, day, percent

SLUG = "articles-read"
TITLE = "Which articles were read?"
TABLES = ("articles", "paragraphs")

MOST_ARTICLES = 1_000
MOST_NUMBERS = 15
LARGEST = 30.0


def prepare(articles: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """One row per article with its analysed paragraphs and words.

    Returns:
        Columns `outlet`, `article_id`, `date` (ISO, or empty), `year` (a fraction; nan when undated),
        `paragraphs` and `words` (counts, analysed ones only), `words_share` (of the words of all articles, 0
        to 1); and of more than 1,000 articles `drawn`, whether there is a mark for it.
    """
    analysed = paragraphs[paragraphs["analysed"]]
    words = word_counts(analysed["plain"])
    data = articles[["outlet", "article_id", "date"]].copy()
    data["year"] = [_year(date) for date in data["date"]]
    data["paragraphs"] = data["article_id"].map(analysed.groupby("article_id").size()).fillna(0).astype(int)
    data["words"] = data["article_id"].map(words.groupby(analysed["article_id"]).sum()).fillna(0).astype(int)
    data["words_share"] = data["words"] / max(data["words"].sum(), 1)
    data = sampled.with_drawn(data, articles["sha256"], data["article_id"], most=MOST_ARTICLES)
    return data.sort_values(["outlet", "date", "article_id"], kind="stable", ignore_index=True)


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row per outlet, a mark per article at its date; the area of a mark is proportional to its words."""
    looks = style.looks_of(data)
    rows = [f"{outlet}: {_sizes(data[data['outlet'] == outlet])}" for outlet in looks]
    figure, (axes,) = layout.row_panels(rows, [""], row_height=58.0, lines=True)
    _years(axes, data)
    longest = max(data["words"].max(), 1)
    largest_mark = LARGEST if len(data) <= MOST_NUMBERS else LARGEST / 2
    marked = sampled.drawn(data)
    for row, (outlet, look) in enumerate(looks.items()):
        own = marked[marked["outlet"] == outlet]
        for year, words in zip(own["year"], own["words"], strict=True):
            place = axes.get_xlim()[1] if math.isnan(year) else year
            size = max(5.0, largest_mark * math.sqrt(words / longest))
            style.mark(axes, [place], [row], look, label=outlet, size=size)
            if len(data) <= MOST_NUMBERS:
                axes.annotate(f"{words:,}", (place, row), xytext=(0, size / 2 + 5), textcoords="offset points",
                              ha="center", fontsize=style.SMALL, color=style.MUTED)  # fmt: skip
    return figure


def describe(data: pd.DataFrame) -> str:
    """Who published how much, and which article holds the largest share of the words."""
    looks = style.looks_of(data)
    outlets = [f"{outlet} with {_sizes(data[data['outlet'] == outlet])}" for outlet in looks]
    longest = largest(data, "words")
    return (
        f"{count(len(data), 'article')} of {count(len(looks), 'outlet')}: {clauses(outlets, 'outlet')}. The longest, "
        f"{longest['outlet']}, {day(longest['date'])}, holds {percent(longest['words_share'])} of all "
        "analysed words."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    undated = int(data["year"].isna().sum())
    ending = f" {count(undated, 'article')} without a date: at the right edge." if undated else ""
    numbers = ", whose number stands above it" if len(data) <= MOST_NUMBERS else ""
    return (
        "Each mark is one article, in the row of its outlet at the date on which it appeared; its area is proportional "
        f"to its analysed words{numbers}.{ending}{sampled.told(data, 'articles')}"
    )


def _sizes(own: pd.DataFrame) -> str:
    """How many articles and paragraphs an outlet has."""
    return f"{count(len(own), 'article')}, {count(own['paragraphs'].sum(), 'paragraph')}"


def _years(axes: Axes, data: pd.DataFrame) -> None:
    """Make x the years from the first article to the last, at most eight of them named."""
    known = data["year"].dropna()
    first, last = (int(known.min()), int(known.max()) + 1) if len(known) else (0, 1)
    step = max(1, -(-(last - first) // 7))
    ticks = list(range(first, last + 1, step)) if len(known) else []
    axes.set_xlim(first, last + 0.06 * (last - first) * (len(known) < len(data)))
    axes.set_xticks(ticks, labels=[str(year) for year in ticks])


def _year(date: str) -> float:
    """An ISO date as a year and its fraction; nan when there is none."""
    try:
        parsed = datetime.date.fromisoformat(date)
    except ValueError:
        return math.nan
    return parsed.year + (parsed.timetuple().tm_yday - 1) / 366
