"""Whether the answers to one interview question stay together in one topic."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import layout, matrix, names, style
from analysis.figures.wording import count, percent, shorten

SLUG = "interview-topics"
TITLE = "Do the answers to one question stay in one topic?"
TABLES = ("paragraphs", "assignments", "topics", "articles")

NO_TOPIC = "no topic"


def prepare(
    paragraphs: pd.DataFrame, assignments: pd.DataFrame, topics: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Turns per question and topic, in the interview with the most turns; empty without an interview.

    Returns:
        Columns `article`, `outlet`, `question` (number, from 1), `asked` (its text), `topic` (-1: none),
        `label` and `turns` (the question and its answers that fall to the topic, at least 1).
    """
    turns = paragraphs[paragraphs["analysed"] & paragraphs["kind"].isin(["question", "answer"])]
    columns = ["article", "outlet", "question", "asked", "topic", "label", "turns"]
    if turns.empty:
        return pd.DataFrame(columns=columns)
    longest = turns["article_id"].value_counts(sort=False).sort_index().idxmax()
    own = turns[turns["article_id"] == longest].sort_values("ordinal", kind="stable")
    own = own.merge(assignments[["paragraph_id", "topic"]], on="paragraph_id", how="inner")
    own["question"] = (own["kind"] == "question").cumsum().clip(lower=1)
    asked = own[own["kind"] == "question"].groupby("question")["plain"].first()
    labels = {-1: NO_TOPIC, **dict(zip(topics["topic"], topics["label"], strict=True))}
    data = (
        own.groupby(["outlet", "question", "topic"], as_index=False).size().rename(columns={"size": "turns"})
    )
    data["asked"] = data["question"].map(asked).fillna("")
    data["label"] = data["topic"].map(labels)
    data["article"] = names.article_names(articles)[str(longest)]
    return data[columns]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row per question, a column per topic in the order in which they come up."""
    shown = layout.with_room(data, "question")
    questions = list(dict.fromkeys(shown["question"]))
    topics = _by_appearance(shown)
    rows = [f"Question {question}" for question in questions]
    labels = {topic: shorten(label, 30) for topic, label in zip(shown["topic"], shown["label"], strict=True)}
    look = style.looks_of(data)[data["outlet"].iloc[0]]
    cells = [
        matrix.Cell(questions.index(question), topics.index(topic), int(turns))
        for question, topic, turns in shown[["question", "topic", "turns"]].itertuples(index=False)
    ]
    return matrix.dot_matrix(rows, [labels[topic] for topic in topics], cells, [look] * len(topics))[0]


def describe(data: pd.DataFrame) -> str:
    """The share of turns that fall to their question's main topic; turns without a topic fall to none."""
    shown = layout.with_room(data, "question")
    main = shown[shown["topic"] >= 0].groupby("question")["turns"].max().sum()
    total = shown["turns"].sum()
    return (
        f"{percent(main / total)} of the {count(total, 'turn')} of the interview {data['article'].iloc[0]} "
        f"fall to the main topic of their question; {count(shown['question'].nunique(), 'question')}."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    many = data["question"].nunique() > layout.MOST_ROWS
    cut = f" Shown are the first {layout.MOST_ROWS} questions." if many else ""
    return (
        f"The interview is {data['article'].iloc[0]}. A row with one large dot is a question whose answers "
        "stay together. The questions were never shown to the topic model, so agreement is a check of it. "
        f"The number is how many turns (the question and its answers) fall to the topic.{cut}"
    )


def _by_appearance(data: pd.DataFrame) -> list[int]:
    """The topics in the order of the first question in which each has most of its turns; no topic last."""
    first = data.sort_values(["topic", "turns", "question"], ascending=[True, False, True]).drop_duplicates(
        "topic"
    )
    first = first.assign(last=first["topic"] < 0).sort_values(["last", "question", "topic"])
    return [int(topic) for topic in first["topic"]]
