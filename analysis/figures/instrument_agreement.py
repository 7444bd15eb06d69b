"""How alike the instruments score the same sentences."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import instruments, key, layout, sampled, style
from analysis.figures.rows import largest, smallest
from analysis.figures.wording import capitalised, count, decimal, percent, signed

SLUG = "instrument-agreement"
TITLE = "How alike do the instruments score the same sentences?"
TABLES = ("instrument_agreement", "articles")


MOST_MARKS = 2_000


def prepare(instrument_agreement: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The correlations of every pair of instruments, over all sentences and within each article.

    Returns:
        Columns `pair`, `first`, `second`, `article_id` ("" for all sentences), `outlet` (missing for all),
        `sentences`, `pearson`, `spearman` (-1 to 1), `signed` and `same_sign` (0 to 1); without the rows in which an
        instrument does not vary, and without the pairs of a mean and an instrument that it contains. Of more than 2,000
        rows `drawn` says whether there is a mark for it; those for all sentences always have one.
    """
    own = instrument_agreement
    data = own[own["pearson"].notna() & ~instruments.overlap(own["first"], own["second"])]
    data = data.merge(articles[["article_id", "outlet"]], on="article_id", how="left")
    first, second = (data[side].map(instruments.full_title) for side in ("first", "second"))
    data = data.assign(first=first, second=second, pair=first + " – " + second)
    columns = [
        "pair",
        "first",
        "second",
        "article_id",
        "outlet",
        "sentences",
        "pearson",
        "spearman",
        "signed",
    ]
    data = data[[*columns, "same_sign"]].reset_index(drop=True)
    data = sampled.with_drawn(data, data["article_id"], data["pair"], most=MOST_MARKS)
    return data.assign(drawn=data["drawn"] | (data["article_id"] == "")) if "drawn" in data.columns else data


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row per pair, a plain mark at the correlation over all sentences, small marks at the articles'."""
    shown = layout.with_room(data, "pair")
    rows = list(dict.fromkeys(shown["pair"]))
    own = sampled.drawn(shown)
    own = own[own["article_id"] != ""]
    looks = style.looks_of(own) if len(own) else {}
    figure, (axes,) = layout.row_panels(rows, [""], key=key.Key(looks, {}), row_height=30.0)
    whole = shown[shown["article_id"] == ""]
    for outlet, look in looks.items():
        inside = own[own["outlet"] == outlet]
        places = [rows.index(pair) + 0.22 for pair in inside["pair"]]
        style.mark(axes, inside["pearson"].tolist(), places, look, label=outlet, size=5.0)
    places = [rows.index(pair) - 0.12 for pair in whole["pair"]]
    style.mark(axes, whole["pearson"].tolist(), places, style.PLAIN, label="all sentences")
    for place, value in zip(places, whole["pearson"], strict=True):
        layout.note(axes, value, place, decimal(value), shift=9 if value < 0.8 else -9)  # noqa: PLR2004 - room at the edge
    _axis(axes, float(data["pearson"].min()))
    return figure


def describe(data: pd.DataFrame) -> str:
    """The most and the least alike pair of those drawn."""
    shown = layout.with_room(data, "pair")
    whole = shown[shown["article_id"] == ""]
    high, low = largest(whole, "pearson"), smallest(whole, "pearson")
    if len(whole) == 1:
        same = percent(high["same_sign"])
        return f"{capitalised(_told(high))}, the same sign on {same} of those on which both have one."
    return f"Most alike of {count(len(whole), 'pair')} are {_told(high)}; least alike {_told(low)}."


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    return (
        "The large mark is Pearson's r over all sentences that both instruments score; the small marks below it are "
        "single articles with at least ten of them. 1 is the same order and distances, 0 no relation. Tone and stance "
        "measure different things and need not agree. A mean is not set beside the lists that it is made of: with "
        "these it agrees by its making. Agreement is not validity: two instruments can be wrong alike."
        f"{sampled.told(data, 'marks')}"
    )


def _told(row: pd.Series) -> str:
    """A pair with its correlation."""
    return f"{row['first']} and {row['second']}: r {signed(row['pearson'])} on {count(row['sentences'], 'sentence')}"


def _axis(axes: Axes, least: float) -> None:
    """Make x a correlation from below the least one to 1."""
    start = next(step for step in (0.0, -0.5, -1.0) if least >= step or step == -1.0)
    axes.set_xlim(start - 0.04, 1.04)
    ticks = [tick for tick in (-1.0, -0.5, 0.0, 0.5, 1.0) if tick >= start]
    axes.set_xticks(ticks, labels=[signed(tick, 1) if tick else "0" for tick in ticks])
    axes.set_xlabel("Pearson's r")
