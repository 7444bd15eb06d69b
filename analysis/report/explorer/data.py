"""What the explorer's script reads: the paragraphs as columns, and what they share as numbered lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.figures import style
from analysis.figures.svg import THEME
from analysis.figures.wording import clean, day, shorten
from analysis.report.explorer.plotly import SYMBOLS
from analysis.report.study import Study

MOST_OF_A_HEADLINE = 110


def data(study: Study, rows: pd.DataFrame) -> dict[str, object]:
    """The lists and columns from which the script draws and lists.

    Args:
        study: a study with topics.
        rows: the paragraphs that the page holds, as `explored` gives them.

    Returns:
        `outlets`, `articles` and `topics`, each a list of records; `speakers` and `voices`, lists of names; and
        `paragraphs`, a list for each column, which refers to the others by number (`topic` -1: none). JSON can hold it.
    """
    articles = study.table("articles")
    articles = articles[articles["article_id"].isin(rows["article_id"])]
    speakers = sorted({*rows["speaker"], *(name for names in rows["speakers"] for name in names)})
    voices = sorted({voice for voices in rows["voices"] for voice in voices})
    topics = list(study.topic_labels)
    columns = {
        "id": rows["paragraph_id"].tolist(),
        "article": _numbers(rows["article_id"], articles["article_id"].tolist()),
        "speaker": _numbers(rows["speaker"], speakers),
        "speakers": [_numbers(names, speakers) for names in rows["speakers"]],
        "voices": [_numbers(names, voices) for names in rows["voices"]],
        "topic": rows["topic"].tolist(),
        "x": rows["x"].tolist(),
        "y": rows["y"].tolist(),
        "start": rows["source_start"].tolist(),
        "end": rows["source_end"].tolist(),
        "text": rows["text"].tolist(),
        "anchor": rows["anchor"].tolist(),
    }
    return {
        "outlets": [_outlet(name, look) for name, look in style.looks(study.outlets).items()],
        "articles": [_article(study, row) for _, row in articles.iterrows()],
        "topics": [{"topic": topic, "label": study.topic_labels[topic]} for topic in topics],
        "speakers": speakers,
        "voices": voices,
        "paragraphs": columns,
    }


def _outlet(name: str, look: style.Look) -> dict[str, str]:
    """An outlet in its look; a colour that follows the theme is given by the page's own variable."""
    return {
        "name": name,
        "fill": _paint(look.colour),
        "edge": _paint(look.edge),
        "symbol": SYMBOLS[look.marker],
    }


def _paint(colour: str) -> str:
    """The colour, or the name of the page's variable that stands for it."""
    return f"--{THEME[colour]}" if colour in THEME else colour


def _article(study: Study, row: pd.Series) -> dict[str, object]:
    """An article: how the report names it, its headline, day, file and outlet."""
    date = clean(str(row["date"]))
    return {
        "name": study.article_names[str(row["article_id"])],
        "headline": shorten(str(row["headline"]), MOST_OF_A_HEADLINE),
        "date": date,
        "day": day(date),
        "source": clean(str(row["source_path"])),
        "outlet": study.outlets.index(str(row["outlet"])),
    }


def _numbers(names: Iterable[str], every: Sequence[str]) -> list[int]:
    """The place of each name in a list."""
    place = {name: number for number, name in enumerate(every)}
    return [place[name] for name in names]
