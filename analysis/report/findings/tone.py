"""Where the outlets' wording is furthest apart: over all they print, and within one topic."""

from __future__ import annotations

import pandas as pd

from analysis.figures import tone_in_topics, wording_tone
from analysis.figures.rows import largest, smallest
from analysis.figures.wording import count, quoted, signed
from analysis.report.findings.finding import Finding, outlet_sizes, single_texts, support
from analysis.report.listing import row_anchor
from analysis.report.passages import Passage, Passages
from analysis.report.study import Study

NOT_STANCE = (
    "Tone is that of the words, scored by a word list; it is no stance. A sentence that condemns an attack "
    "is worded negatively."
)
SCALE = f"on a scale from {signed(-1, 0)} (negative) to {signed(1, 0)} (positive)"
ALIKE = 0.05


def tone_finding(study: Study, passages: Passages) -> Finding | None:
    """The outlets with the most negative and the most positive wording; None with fewer than two."""
    own = _estimates(study)
    own = own[own["topic"] == ""]
    if len(own) < 2:  # noqa: PLR2004 - it takes two to differ
        return None
    low, high = smallest(own, "estimate"), largest(own, "estimate")
    return Finding(
        finding_id="finding-tone",
        headline="Tone of the wording",
        text=f"{_apart(study, low, high)}{support(study, low)}",
        size=outlet_sizes(study, [low["outlet"], high["outlet"]]),
        limit=" ".join(filter(None, [NOT_STANCE, single_texts(study, [low["outlet"], high["outlet"]])])),
        figure_id=wording_tone.SLUG,
        row_id=row_anchor("tone", low["outlet"]),
        passages=_extremes(study, passages, (low["outlet"], high["outlet"]), None),
        is_supported="supported" in {low["verdict"], high["verdict"]},
    )


def topic_tone_finding(study: Study, passages: Passages) -> Finding | None:
    """The shared topic that the outlets word most differently; None when no topic has the tone of two outlets."""
    if not study.has("estimates", "topics"):
        return None
    data = tone_in_topics.prepare(study.table("estimates"), study.table("topics"))
    if data.empty:
        return None
    firm = tone_in_topics.firmly_shared(data)
    low, high = tone_in_topics.furthest_apart(firm)
    topic = int(low["topic"])
    return Finding(
        finding_id="finding-tone-in-topic",
        headline="The same topic, worded differently",
        text=(
            f"{_where(firm, quoted(study.topic_labels[topic]))} {signed(low['tone'])} in {low['outlet']} and "
            f"{signed(high['tone'])} in {high['outlet']}, {SCALE}."
        ),
        size="; ".join(f"{row['outlet']}, {count(row['paragraphs'], 'paragraph')}" for row in (low, high)),
        limit=f"{NOT_STANCE} With so few paragraphs one sentence can move the mean.",
        figure_id=tone_in_topics.SLUG,
        row_id=f"topic-{topic}",
        passages=_extremes(study, passages, (low["outlet"], high["outlet"]), topic),
        is_supported="supported" in {low["verdict"], high["verdict"]},
    )


def _where(firm: pd.DataFrame, label: str) -> str:
    """The topic in which the wording is furthest apart, and among which it was sought."""
    if firm["paragraphs"].min() < tone_in_topics.FEWEST:
        return f"Among the topics that several outlets speak about, the wording is furthest apart in {label}:"
    if set(firm["topic"]) == {firm["topic"].iloc[0]}:
        return f"Only one topic has three paragraphs or more from several outlets, {label}. Its mean tone is"
    return (
        "Among the topics with three paragraphs or more from several outlets, the wording is furthest apart in "
        f"{label}:"
    )


def _estimates(study: Study) -> pd.DataFrame:
    """The estimates of tone over all text that have a value."""
    rows = study.table("estimates")
    if rows.empty:
        return pd.DataFrame({"topic": []})
    return rows[(rows["measure"] == "wording tone") & (rows["voice"] == "all") & rows["estimate"].notna()]


def _apart(study: Study, low: pd.Series, high: pd.Series) -> str:
    """The two outlets furthest apart, in words."""
    if high["estimate"] - low["estimate"] < ALIKE:
        return (
            f"In tone the outlets' wording is nearly alike: from {signed(low['estimate'])} in "
            f"{low['outlet']} to {signed(high['estimate'])} in {high['outlet']}, {SCALE}."
        )
    means = f"{signed(low['estimate'])} against {signed(high['estimate'])} in {high['outlet']}"
    if len(study.outlets) == 2:  # noqa: PLR2004 - a comparative for two, a superlative for more
        return f"The wording of {low['outlet']} is the more negative, {means}, {SCALE}."
    return (
        f"The wording is the most negative in {low['outlet']} and the most positive in {high['outlet']}: "
        f"{signed(low['estimate'])} and {signed(high['estimate'])}, {SCALE}."
    )


def _extremes(
    study: Study, passages: Passages, ends: tuple[str, str], topic: int | None
) -> tuple[Passage, ...]:
    """The most negative sentence of one outlet and the most positive of the other, in the topic if one is given."""
    if not study.has("sentences", "tone"):
        return ()
    own = study.table("sentences").merge(study.table("tone")[["sentence_id", "tone"]], on="sentence_id")
    own = own.merge(study.analysed[["paragraph_id", "outlet"]], on="paragraph_id")
    if topic is not None:
        inside = study.table("assignments")
        own = own[own["paragraph_id"].isin(inside.loc[inside["topic"] == topic, "paragraph_id"])]
    chosen = []
    where = "" if topic is None else " in the topic"
    for outlet, is_low in zip(ends, (True, False), strict=True):
        lead = f"The most {'negative' if is_low else 'positive'} sentence{where} in {outlet}"
        rows = own[own["outlet"] == outlet].sort_values("tone", ascending=is_low, kind="stable").head(1)
        chosen += [passages.part(row["paragraph_id"], row["text"], lead=lead) for _, row in rows.iterrows()]
    return tuple(chosen)
