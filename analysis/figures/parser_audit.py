"""What became of every character of the source files."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import layout, names, style
from analysis.figures.rows import smallest
from analysis.figures.wording import listed, percent

SLUG = "parser-audit"
TITLE = "How much of each article is analysed?"
TABLES = ("audit", "articles")

KINDS = ("body", "question", "answer", "headline", "standfirst", "caption", "pullquote", "boilerplate")
ANALYSED = frozenset({"body", "question", "answer"})
MOST_ARTICLES = 30


def prepare(audit: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Characters of each kind per article, or per outlet where there are more than 30 articles.

    Returns:
        Columns `row` (the article's or outlet's name), `outlet`, `kind`, `analysed`, `characters` (count) and
        `share` (of the row's characters, 0 to 1), in the order of the articles and of the kinds. A kind that
        no row has is absent.
    """
    data = audit.merge(articles[["article_id", "outlet"]], on="article_id", how="inner")
    many = len(articles) > MOST_ARTICLES
    data["row"] = (
        data["outlet"].astype(str) if many else data["article_id"].map(names.article_names(articles))
    )
    data = data.groupby(["row", "outlet", "kind"], sort=False)["characters"].sum().reset_index()
    data["share"] = data["characters"] / data.groupby("row")["characters"].transform("sum")
    data["analysed"] = data["kind"].isin(ANALYSED)
    order = {kind: place for place, kind in enumerate(KINDS)}
    rows = {row: place for place, row in enumerate(data["row"].unique())}
    places = data["row"].map(rows) * len(KINDS) + data["kind"].map(order)
    columns = ["row", "outlet", "kind", "analysed", "characters", "share"]
    return data.loc[places.sort_values(kind="stable").index, columns].reset_index(drop=True)


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A panel per kind, a bar per article; kinds that are analysed are dark, the others light."""
    rows = list(data["row"].unique())
    kinds = [kind for kind in KINDS if kind in set(data["kind"])]
    figure, panels = layout.row_panels(rows, kinds, foot=24.0)
    for axes, kind in zip(panels, kinds, strict=True):
        own = data[data["kind"] == kind]
        places = [rows.index(row) for row in own["row"]]
        colour = style.INK if kind in ANALYSED else style.FILL
        axes.barh(places, own["share"].tolist(), height=0.42, color=colour, label=kind)
        axes.set_xlim(0, 1)
        axes.set_xticks([0, 1], labels=["0", "100%"])
        for place, share in zip(places, own["share"], strict=True):
            layout.note(axes, share, place, percent(share), shift=4)
    return figure


def describe(data: pd.DataFrame) -> str:
    """The share of all characters that is analysed, and the article or outlet with the least of it."""
    kept = data.assign(
        kept=data["characters"].where(data["analysed"], 0), part=data["share"].where(data["analysed"], 0)
    )
    share = kept["kept"].sum() / max(kept["characters"].sum(), 1)
    least = smallest(kept.groupby("row", sort=False)["part"].sum().reset_index(), "part")
    return (
        f"{percent(share)} of all {data['characters'].sum():,} characters are analysed; the least in "
        f"{least['row']}, with {percent(least['part'])}."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    left_out = [kind for kind in KINDS if kind in set(data["kind"]) - ANALYSED]
    what = f" Left out of the analysis, and grey: {listed(left_out)}." if left_out else ""
    return (
        "A bar is the share of a text's characters that are of one kind; the dark kinds are analysed. A row adds up to "
        f"every character of the source: none is dropped without a name.{what}"
    )
