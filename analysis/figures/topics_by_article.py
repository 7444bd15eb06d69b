"""Which topics each article speaks about."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import layout, matrix, names, style
from analysis.figures.wording import count, listed_up_to, quoted

SLUG = "topics-by-article"
TITLE = "Which article speaks about which topic?"
TABLES = ("assignments", "paragraphs", "articles", "topics")

MOST_COLUMNS = 14
NO_TOPIC = "no topic"


def prepare(
    assignments: pd.DataFrame, paragraphs: pd.DataFrame, articles: pd.DataFrame, topics: pd.DataFrame
) -> pd.DataFrame:
    """Paragraphs per topic and article; per outlet where there are more than 14 articles.

    Returns:
        Columns `topic` (-1: none), `label`, `outlet`, `column` (the article's or outlet's name) and
        `paragraphs` (count, at least 1), in the order of the topics and of the study's articles.
    """
    named = names.article_names(articles)
    data = assignments.merge(
        paragraphs[["paragraph_id", "article_id", "outlet"]], on="paragraph_id", how="inner"
    )
    many = len(articles) > MOST_COLUMNS
    data["column"] = data["outlet"].astype(str) if many else data["article_id"].map(named)
    labels = {-1: NO_TOPIC, **dict(zip(topics["topic"], topics["label"], strict=True))}
    data["label"] = data["topic"].map(labels)
    columns = list(dict.fromkeys(articles["outlet"].astype(str))) if many else list(named.values())
    data["place"] = data["column"].map({column: place for place, column in enumerate(columns)})
    data["last"] = data["topic"] < 0
    order = ["last", "topic", "place"]
    counted = data.groupby([*order, "label", "outlet", "column"], as_index=False).size()
    return counted.rename(columns={"size": "paragraphs"}).sort_values(
        order, kind="stable", ignore_index=True
    )[["topic", "label", "outlet", "column", "place", "paragraphs"]]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A dot per topic and article, its area proportional to the paragraphs."""
    shown = layout.with_room(data, "topic")
    rows = list(dict.fromkeys(shown["topic"]))
    columns = shown.drop_duplicates("column").sort_values("place", kind="stable")
    named = columns["column"].tolist()
    looks = style.looks_of(data)
    cells = [
        matrix.Cell(rows.index(topic), named.index(column), int(paragraphs))
        for topic, column, paragraphs in shown[["topic", "column", "paragraphs"]].itertuples(index=False)
    ]
    labels = list(names.topic_names(shown.drop_duplicates("topic")).values())
    return matrix.dot_matrix(labels, named, cells, [looks[outlet] for outlet in columns["outlet"]])[0]


def describe(data: pd.DataFrame) -> str:
    """How many of the topics drawn stand in more than one article, and which they are."""
    shown = layout.with_room(data, "topic")
    inside = shown[shown["topic"] >= 0]
    spread = inside.groupby("label", sort=False)["column"].nunique()
    several = [quoted(str(label)) for label in spread[spread > 1].index]
    which = f": {listed_up_to(several, 6, 'topic')}" if several else ""
    unit = "outlet" if (data["column"] == data["outlet"].astype(str)).all() else "article"
    stand = "stands" if len(several) == 1 else "stand"
    return (
        f"Of {count(len(spread), 'topic')}, {len(several) or 'none'} {stand} in more than one {unit}{which}."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    rows = data["topic"].nunique()
    cut = layout.cut_topics(rows)
    return (
        "Read a row across: a topic with dots in one column only belongs to that text; with dots in columns "
        f"of different shape it is shared between outlets. The number beside a dot is its paragraphs.{cut}"
    )
