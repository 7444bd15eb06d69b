"""How much of each topic is a single article, and how far topics are merely articles or outlets."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import layout, names, style
from analysis.figures.key import Key
from analysis.figures.rows import smallest
from analysis.figures.wording import count, decimal, percent, quoted

SLUG = "topic-confounding"
TITLE = "How much of each topic is a single article?"
TABLES = ("topic_articles", "articles", "topics", "confounding")

MOST_SEGMENTS = 14
OTHERS = "all other articles"
NEARLY_ALL = 0.9
NARROW = 0.05
INFORMATION = ("nmi", "nmi_by_chance", "outlet_nmi", "outlet_nmi_by_chance")


def prepare(
    topic_articles: pd.DataFrame, articles: pd.DataFrame, topics: pd.DataFrame, confounding: pd.DataFrame
) -> pd.DataFrame:
    """The share of each article in each topic, the largest first; with more than 14 articles the others are one.

    Returns:
        Columns `topic`, `label`, `outlet` (missing for the others together), `article` (its name), `paragraphs`
        (count), `share` (of the topic's paragraphs, above 0 to 1), `start` (the shares before it), and in every row
        the figures of the whole: `nmi`, `nmi_by_chance`, `outlet_nmi`, `outlet_nmi_by_chance`.
    """
    rows = topic_articles.rename(columns={"share_of_topic": "share"})
    rows = rows.assign(
        article=rows["article_id"].map(names.article_names(articles)).fillna(rows["article_id"])
    )
    if len(articles) > MOST_SEGMENTS:
        rows = _others_together(rows)
    rows["label"] = rows["topic"].map(dict(zip(topics["topic"], topics["label"], strict=True)))
    rows["start"] = (rows.groupby("topic")["share"].cumsum() - rows["share"]).round(9) + 0.0
    whole = confounding.iloc[0]
    rows = rows.assign(**{name: float(whole[name]) for name in INFORMATION})
    columns = ["topic", "label", "outlet", "article", "paragraphs", "share", "start", *INFORMATION]
    return rows[columns].reset_index(drop=True)


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A bar per topic, a segment per article in its outlet's colour and with its mark; the largest is named."""
    shown = layout.with_room(data, "topic")
    topics = shown.drop_duplicates("topic")
    looks = style.looks_of(data.dropna(subset=["outlet"]))
    figure, (axes,) = layout.row_panels(
        list(names.topic_names(topics).values()), [""], key=Key(looks, {}), foot=26.0
    )
    for place, topic in enumerate(topics["topic"]):
        own = shown[shown["topic"] == topic]
        for outlet, start, share in own[["outlet", "start", "share"]].itertuples(index=False):
            _segment(axes, place, (start, share), looks.get(outlet))
        first = own.iloc[0]
        layout.note(
            axes, 1.0, place, f"{first['article']}: {first['paragraphs']:,} of {own['paragraphs'].sum():,}"
        )
    axes.set_xlim(0, 1.62)
    axes.set_xticks([0, 0.5, 1], labels=["0%", "50%", "100%"])
    return figure


def describe(data: pd.DataFrame) -> str:
    """How many of the topics drawn are nearly one article, and the most mixed one."""
    first = layout.with_room(data, "topic").drop_duplicates("topic")
    alone = int((first["share"] >= NEARLY_ALL).sum())
    mixed = smallest(first, "share")
    return (
        f"In {alone or 'none'} of {count(len(first), 'topic')} one article supplies {percent(NEARLY_ALL)} of the "
        f"paragraphs or more. The most mixed is {quoted(mixed['label'])}, of which {mixed['article']} supplies "
        f"{percent(mixed['share'])}."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    first = data.iloc[0]
    others = " Grey is all other articles together." if (data["article"] == OTHERS).any() else ""
    return (
        "Each bar is a topic, cut into its articles in the colour and with the mark of their outlets; the largest "
        f"stands first and is named, with its paragraphs of all in the topic.{others} Where one article fills the "
        f"bar, comparing outlets in the topic compares that article with others.{_meaning(first)}"
        f"{layout.cut_topics(data['topic'].nunique())}"
    )


def _others_together(rows: pd.DataFrame) -> pd.DataFrame:
    """The largest article of each topic, and all others as one segment."""
    first = rows.drop_duplicates("topic")
    rest = rows[~rows.index.isin(first.index)].groupby("topic", as_index=False)[["paragraphs", "share"]].sum()
    rest = rest.assign(article=OTHERS, outlet=pd.Series(pd.NA, index=rest.index, dtype=rows["outlet"].dtype))
    both = pd.concat([first.assign(is_rest=False), rest.assign(is_rest=True)])
    return both.sort_values(["topic", "is_rest"], kind="stable", ignore_index=True)


def _segment(axes: Axes, row: int, span: tuple[float, float], look: style.Look | None) -> None:
    """One article's part of a bar, with its outlet's mark where there is room."""
    start, share = span
    colour = style.FILL if look is None else look.colour
    axes.barh(row, share, left=start, height=0.72, color=colour, edgecolor=style.PAPER, linewidth=1.2)
    if look is not None and share >= NARROW:
        paper = style.Look(style.PAPER, look.marker, style.INK)
        style.mark(axes, [start + share / 2], [row], paper, size=5.5)


def _meaning(first: pd.Series) -> str:
    """How to read that information, for articles and for outlets, with a leading space."""
    if pd.isna(first["nmi"]):
        return ""
    outlet = (
        ""
        if pd.isna(first["outlet_nmi"])
        else f" For topic and outlet: {decimal(first['outlet_nmi'])}, chance {decimal(first['outlet_nmi_by_chance'])}."
    )
    return (
        f" How far topic and article go together: {decimal(first['nmi'])}, where 0 is not at all and 1 is one article "
        f"for each topic (normalised mutual information); chance gives {decimal(first['nmi_by_chance'])}.{outlet}"
    )
