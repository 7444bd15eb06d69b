"""How much common ground the outlets have."""

from __future__ import annotations

from analysis.figures.topics_by_article import SLUG
from analysis.figures.wording import capitalised, count, percent, quoted, spelled
from analysis.report.findings.finding import Finding, claims
from analysis.report.passages import MOST_QUOTED, Passage, Passages, paragraphs_by_topic
from analysis.report.study import Study

MOST_OUTLETS = 3
SECTION = "shared-topics"


def shared_finding(study: Study, passages: Passages) -> Finding | None:
    """How many topics more than one outlet speaks about, and the broadest; None where nothing can be shared."""
    if not study.has("topics") or len(study.outlets) < 2:  # noqa: PLR2004 - common ground takes two
        return None
    topics = study.table("topics")
    shared = topics[topics["outlets"] > 1]
    if shared.empty:
        text = f"None of the {spelled(len(topics), 'topic')} is spoken about by more than one outlet."
        told = claims((text, [SECTION]))
        return Finding("finding-shared", "Common ground", told, "", "", SLUG, (), is_contrast=False)
    broadest = shared.sort_values(
        ["outlets", "articles", "paragraphs", "topic"], ascending=[False, False, False, True], kind="stable"
    ).iloc[0]
    label = study.topic_labels[int(broadest["topic"])]
    return Finding(
        finding_id="finding-shared",
        headline="Common ground",
        claims=claims(
            (
                f"{capitalised(_how_many(len(shared), len(topics)))} spoken about by more than one outlet.",
                [SECTION],
            ),
            (
                (
                    f"The broadest, {quoted(label)}, runs through {count(broadest['articles'], 'article')} of "
                    f"{count(broadest['outlets'], 'outlet')}."
                ),
                [f"topic-{int(broadest['topic'])}"],
            ),
        ),
        size=f"{quoted(label)}, {count(broadest['paragraphs'], 'paragraph')}",
        limit=(
            f"{percent(broadest['largest_article_share'])} of the topic's paragraphs come from one article. "
            "What two texts share is a subject, not necessarily a view of it."
        ),
        figure_id=SLUG,
        is_contrast=False,
        passages=tuple(
            first_of_each_outlet(study, passages, int(broadest["topic"]), MOST_QUOTED)[:MOST_OUTLETS]
        ),
    )


def first_of_each_outlet(study: Study, passages: Passages, topic: int, most: int) -> list[Passage]:
    """Each outlet's surest paragraph in a topic, in the order of the outlets."""
    ordered = paragraphs_by_topic(study)
    own = ordered[ordered["topic"] == topic].sort_values("confidence", ascending=False, kind="stable")
    first = own.drop_duplicates("outlet")
    chosen = dict(zip(first["outlet"], first["paragraph_id"], strict=True))
    sizes = own["outlet"].value_counts()
    return [
        passages.opening(chosen[outlet], most, lead=_clearest(int(sizes[outlet]), passages.among))
        for outlet in study.outlets
        if outlet in chosen
    ]


def _clearest(paragraphs: int, among: str) -> str:
    """What the first of so many paragraphs is."""
    if among:
        return f"The clearest of its paragraphs{among}"
    return (
        "Its only paragraph in the topic"
        if paragraphs == 1
        else f"The clearest of its {spelled(paragraphs)} paragraphs"
    )


def _how_many(shared: int, topics: int) -> str:
    """The number of shared topics as the subject of a sentence, with its verb."""
    if shared == topics:
        return "the only topic is" if topics == 1 else f"all {spelled(topics, 'topic')} are"
    return f"{spelled(shared)} of the {spelled(topics, 'topic')} {'is' if shared == 1 else 'are'}"
