"""The topics as the page opens them: each with its words, its n and its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from analysis.figures.wording import capitalised, count, percent, spelled
from analysis.report.counts import paragraphs
from analysis.report.findings import first_of_each_outlet
from analysis.report.passages import Passage, Passages, paragraphs_by_topic, shown_paragraphs
from analysis.report.study import NO_TOPIC, Study

MOST_SHARED = 12
MOST_SIDE_BY_SIDE = 4
MOST_NAMED = 4
MOST_SIDE = 460


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic with its paragraphs: the exemplars, then the others that the page holds."""

    anchor: str
    label: str
    size: str
    sureness: str
    words: str
    outlets: tuple[str, ...]
    exemplars: tuple[Passage, ...]
    others: tuple[Passage, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class SharedTopic:
    """A topic of several outlets with one paragraph of each."""

    anchor: str
    label: str
    size: str
    passages: tuple[Passage, ...]


def topic_views(study: Study, cited: Iterable[str]) -> list[TopicView]:
    """Every topic in its order, and last the paragraphs without one; `cited` paragraphs are never left out."""
    ordered = paragraphs_by_topic(study)
    shown = shown_paragraphs(ordered, cited)
    totals = ordered["topic"].value_counts()
    facts = {int(row["topic"]): row for _, row in study.table("topics").iterrows()}
    passages = Passages(study)
    return [
        _view(
            study, passages, facts.get(topic), shown[shown["topic"] == topic], total=int(totals.get(topic, 0))
        )
        for topic in dict.fromkeys([*sorted(facts), *shown["topic"].tolist()])
    ]


def shared_topics(study: Study) -> list[SharedTopic]:
    """The topics of more than one outlet, those of most outlets first; at most twelve."""
    if not study.has("topics"):
        return []
    passages = Passages(study)
    topics = study.table("topics")
    order = ["outlets", "articles", "paragraphs", "topic"]
    shared = topics[topics["outlets"] > 1].sort_values(
        order, ascending=[False, False, False, True], kind="stable"
    )
    return [
        SharedTopic(
            f"topic-{int(row['topic'])}",
            study.topic_labels[int(row["topic"])],
            f"{count(row['paragraphs'], 'paragraph')} in {count(row['articles'], 'article')} of "
            f"{count(row['outlets'], 'outlet')}",
            tuple(first_of_each_outlet(study, passages, int(row["topic"]), MOST_SIDE)[:MOST_SIDE_BY_SIDE]),
        )
        for _, row in shared.head(MOST_SHARED).iterrows()
    ]


def topics_sentence(study: Study) -> str:
    """How many topics there are, how many paragraphs have none, and how far each article keeps to its own."""
    if not study.has("topics"):
        return study.no_topics or "Topics could not be estimated for this corpus."
    topics = study.table("topics")
    every, without = paragraphs(study), _without(study)
    alone = int((topics["articles"] == 1).sum())
    outside = f"{count(without, 'paragraph')} {'belongs' if without == 1 else 'belong'} to none"
    return (
        f"The {count(every, 'paragraph')} fall into {count(len(topics), 'topic')}; {outside}. "
        f"{capitalised(spelled(alone, 'topic'))} {'stands' if alone == 1 else 'stand'} in one article only. "
        "Each opens to its clearest paragraphs, with their place in the source file."
    )


def _without(study: Study) -> int:
    """How many paragraphs belong to no topic."""
    if study.scope.is_cut("assignments"):
        return paragraphs(study) - int(study.table("topics")["paragraphs"].sum())
    return int((study.table("assignments")["topic"] == NO_TOPIC).sum())


def _view(
    study: Study, passages: Passages, facts: pd.Series | None, own: pd.DataFrame, *, total: int
) -> TopicView:
    """One topic, or the paragraphs without one when there are no facts; `total` counts the paragraphs at hand."""
    present = set(own["outlet"])
    exemplars = own.loc[own["is_exemplar"], "paragraph_id"]
    others = own.loc[~own["is_exemplar"], "paragraph_id"]
    label = "Without a topic" if study.has("topics") else "All paragraphs"
    is_cut = study.scope.is_cut("assignments")
    every = _without(study) if is_cut else total
    anchor, size, sureness, words = "topic-none", count(every, "paragraph"), "", ""
    if facts is not None:
        anchor, label = f"topic-{facts['topic']}", study.topic_labels[int(facts["topic"])]
        size = f"{count(facts['paragraphs'], 'paragraph') if is_cut else size}, {count(facts['articles'], 'article')}"
        sureness, words = _sureness(facts), str(facts["words"])
    return TopicView(
        anchor=anchor,
        label=label,
        size=size,
        sureness=sureness,
        words=words,
        outlets=tuple(outlet for outlet in study.outlets if outlet in present),
        exemplars=tuple(map(passages.whole, exemplars)),
        others=tuple(map(passages.whole, others)),
        left_out=total - len(own),
    )


def _sureness(facts: pd.Series) -> str:
    """How surely a topic comes back, and how far it rests on one article."""
    return (
        "When half of all runs is left out, the topic comes back with an overlap of "
        f"{percent(facts['reproducibility'])}; {percent(facts['largest_article_share'])} of its paragraphs "
        "come from one article."
    )
