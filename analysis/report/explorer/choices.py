"""What the explorer's filters offer, each choice with how many paragraphs it has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from analysis.report.study import NO_TOPIC, Study

MOST_SPEAKERS = 200
VOICES = {
    "narration": "The outlet’s own words",
    "direct": "Quoted words",
    "indirect": "Reported speech",
    "question": "An interview’s questions",
    "answer": "An interview’s answers",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a filter: what it stands for in the page's address, what a reader reads, and its paragraphs."""

    value: str
    label: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What each filter offers, and how many speakers it leaves out."""

    outlets: tuple[Choice, ...]
    voices: tuple[Choice, ...]
    speakers: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    first_day: str
    last_day: str
    undated: int
    speakers_left_out: int


def choices(study: Study, rows: pd.DataFrame) -> Choices:
    """The choices that occur in the paragraphs: outlets and topics in the study's order, speakers by frequency.

    Args:
        study: a study with topics.
        rows: the paragraphs that the page holds, as `explored` gives them.
    """
    outlets, topics = rows["outlet"].value_counts(), rows["topic"].value_counts()
    voices = Counter(voice for voices in rows["voices"] for voice in voices)
    speakers = Counter(name for names in rows["speakers"] for name in names)
    ranked = sorted(speakers.items(), key=lambda one: (-one[1], one[0]))
    articles = study.table("articles")
    dates = rows["article_id"].map(dict(zip(articles["article_id"], articles["date"], strict=True)))
    dated = dates[dates != ""]
    labels = {**study.topic_labels, NO_TOPIC: "In no topic"}
    return Choices(
        outlets=tuple(Choice(name, name, int(outlets.get(name, 0))) for name in study.outlets),
        voices=tuple(Choice(one, label, voices[one]) for one, label in VOICES.items() if voices[one]),
        speakers=tuple(Choice(name, name, times) for name, times in ranked[:MOST_SPEAKERS]),
        topics=tuple(Choice(str(one), label, int(topics[one])) for one, label in labels.items() if one in topics),
        first_day=str(dated.min()) if len(dated) else "",
        last_day=str(dated.max()) if len(dated) else "",
        undated=len(dates) - len(dated),
        speakers_left_out=max(len(ranked) - MOST_SPEAKERS, 0),
    )  # fmt: skip
