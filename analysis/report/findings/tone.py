"""Where the outlets' wording is furthest apart: over all they print, and within one topic."""

from __future__ import annotations

import pandas as pd

from analysis.figures import instruments, tone_in_topics, wording_tone
from analysis.figures.list_agreement import ALIKE
from analysis.figures.rows import ends
from analysis.figures.wording import capitalised, count, listed, quoted, signed
from analysis.report.findings.finding import Finding, claims, outlet_sizes, single_texts, support
from analysis.report.leave_one_out_notes import Contrast, single_article_note
from analysis.report.listing import cell_anchor, row_anchor
from analysis.report.passages import Passage, Passages
from analysis.report.robustness_notes import robustness_notes
from analysis.report.study import Study
from analysis.report.tone import tone_anchor
from analysis.report.verdicts import DIFFERENCE

NOT_STANCE = (
    "Tone is that of the words, scored by the word list VADER; it is no stance. A sentence that condemns an attack "
    "is worded negatively."
)
SCALE = f"on a scale from {signed(-1, 0)} (negative) to {signed(1, 0)} (positive)"


def tone_finding(study: Study, passages: Passages) -> Finding | None:
    """The outlets with the most negative and the most positive wording; None with fewer than two."""
    own = _estimates(study)
    if len(own) < 2:  # noqa: PLR2004 - it takes two to differ
        return None
    low, high = ends(own, "estimate")
    tested = _firmer(low, high)
    return Finding(
        finding_id="finding-tone",
        headline="Tone of the wording",
        claims=claims(
            (_apart(study, low, high), _cells(study, (low, high), first=True)),
            (_by_others(study, low, high, ""), _cells(study, (low, high), first=False)),
            (
                support(study, tested, of=str(tested["outlet"])),
                [cell_anchor(row_anchor("tone", tested["outlet"]), DIFFERENCE)],
            ),
        ),
        size=outlet_sizes(study, [low["outlet"], high["outlet"]]),
        limit=" ".join(
            filter(
                None,
                [
                    NOT_STANCE,
                    single_texts(study, [low["outlet"], high["outlet"]]),
                    _without_an_article(study, tested, ""),
                ],
            )
        ),
        figure_id=wording_tone.SLUG,
        is_contrast=high["estimate"] - low["estimate"] >= ALIKE,
        passages=_extremes(study, passages, (low["outlet"], high["outlet"]), None),
        is_supported=tested["verdict"] == "supported",
    )


def topic_tone_finding(study: Study, passages: Passages) -> Finding | None:
    """The shared topic that the outlets word most differently; None when no topic has the tone of two outlets."""
    if not study.has("estimates", "topics"):
        return None
    data = tone_in_topics.all_text(tone_in_topics.prepare(study.table("estimates"), study.table("topics")))
    if data.empty:
        return None
    firm = tone_in_topics.firmly_shared(data)
    low, high = tone_in_topics.furthest_apart(firm)
    topic, tested = int(low["topic"]), _firmer(low, high)
    return Finding(
        finding_id="finding-tone-in-topic",
        headline="The same topic, worded differently",
        claims=claims(
            (
                (
                    f"{_where(firm, quoted(study.topic_labels[topic]))} {signed(low['tone'])} in {low['outlet']} and "
                    f"{signed(high['tone'])} in {high['outlet']}, {SCALE}{_by(study, low)}."
                ),
                _topic_cells(study, topic, (low, high), first=True),
            ),
            (
                _by_others(study, low, high, str(topic)),
                _topic_cells(study, topic, (low, high), first=False),
            ),
            (_tested(study, topic, tested), [f"topic-{topic}"]),
        ),
        size="; ".join(f"{row['outlet']}, {count(row['paragraphs'], 'paragraph')}" for row in (low, high)),
        limit=" ".join(
            filter(
                None,
                [
                    f"{NOT_STANCE} With so few paragraphs one sentence can move the mean.",
                    _without_an_article(study, tested, str(topic)),
                    robustness_notes(
                        study, "wording tone in topic", str(topic), [low["outlet"], high["outlet"]]
                    ),
                ],
            )
        ),
        figure_id=tone_in_topics.SLUG,
        is_contrast=high["tone"] - low["tone"] >= ALIKE,
        passages=_extremes(study, passages, (low["outlet"], high["outlet"]), topic),
        is_supported=tested["verdict"] == "supported",
    )


def _firmer(low: pd.Series, high: pd.Series) -> pd.Series:
    """The one of two outlets whose test is told: the lower, unless only the higher differs by more than chance."""
    return high if high["verdict"] == "supported" != low["verdict"] else low


def _cells(study: Study, pair: tuple[pd.Series, pd.Series], *, first: bool) -> list[str]:
    """Where the means of two outlets stand under the first word list, or under all the others."""
    rows = study.table("estimates")
    named = instruments.in_order(rows[(rows["measure"] == "wording tone") & (rows["topic"] == "")])
    return [
        cell_anchor(tone_anchor(str(row["outlet"]), name, named), "All text")
        for name in (named[:1] if first else named[1:])
        for row in pair
    ]


def _topic_cells(study: Study, topic: int, pair: tuple[pd.Series, pd.Series], *, first: bool) -> list[str]:
    """The same within a topic."""
    rows = study.table("estimates")
    named = instruments.in_order(rows[(rows["measure"] == "wording tone") & (rows["topic"] == str(topic))])
    return [
        cell_anchor(row_anchor("topic-tone", topic, row["outlet"], "all"), instruments.title(name))
        for name in (named[:1] if first else named[1:])
        for row in pair
    ]


def _tested(study: Study, topic: int, row: pd.Series) -> str:
    """What the test says of an outlet's tone within the topic, with a leading space; "" without a test."""
    rows = study.table("estimates")
    own = (rows["measure"] == "wording tone") & (rows["voice"] == "all") & (rows["topic"] == str(topic))
    own &= (rows["outlet"] == row["outlet"]) & (rows["instrument"] == row["instrument"])
    return support(study, rows[own].iloc[0], of=str(row["outlet"])) if own.any() else ""


def _without_an_article(study: Study, row: pd.Series, topic: str) -> str:
    """What becomes of an outlet's difference from the others without the article that moves it most."""
    contrast = Contrast(
        "wording tone", str(row["outlet"]), topic=topic, instrument=str(row.get("instrument", ""))
    )
    return single_article_note(study, contrast)


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
    """The first instrument's estimates of tone over all text and topics that have a value."""
    rows = study.table("estimates")
    if rows.empty:
        return rows
    own = instruments.drawn(rows[rows["measure"] == "wording tone"])
    return own[(own["voice"] == "all") & (own["topic"] == "") & own["estimate"].notna()]


def _apart(study: Study, low: pd.Series, high: pd.Series) -> str:
    """The two outlets furthest apart, in words."""
    by = _by(study, low)
    opening = f"{capitalised(by.removeprefix(', '))} the" if by else "The"
    if high["estimate"] - low["estimate"] < ALIKE:
        return (
            f"{opening} outlets' wording is nearly alike: from {signed(low['estimate'])} in "
            f"{low['outlet']} to {signed(high['estimate'])} in {high['outlet']}, {SCALE}."
        )
    means = f"{signed(low['estimate'])} against {signed(high['estimate'])} in {high['outlet']}"
    if len(study.outlets) == 2:  # noqa: PLR2004 - a comparative for two, a superlative for more
        return f"{opening} wording of {low['outlet']} is the more negative, {means}, {SCALE}."
    return (
        f"{opening} wording is the most negative in {low['outlet']} and the most positive in {high['outlet']}: "
        f"{signed(low['estimate'])} and {signed(high['estimate'])}, {SCALE}."
    )


def _by(study: Study, estimate: pd.Series) -> str:
    """Whose figure an estimate is, as in ", by VADER"; "" where tone was scored by one instrument only."""
    rows = study.table("estimates")
    several = len(instruments.in_order(rows[rows["measure"] == "wording tone"])) > 1
    return f", by {instruments.spoken(estimate['instrument'])}" if several else ""


def _by_others(study: Study, low: pd.Series, high: pd.Series, topic: str) -> str:
    """What the other word lists give the two outlets, with a leading space; "" where there is only one list."""
    rows = study.table("estimates")
    rows = rows[(rows["measure"] == "wording tone") & (rows["voice"] == "all") & (rows["topic"] == topic)]
    told = []
    for name in instruments.in_order(rows)[1:]:
        own = rows[rows["instrument"] == name].set_index("outlet")["estimate"]
        one, other = own[low["outlet"]], own[high["outlet"]]
        told.append(f"{signed(one)} and {signed(other)} by {instruments.spoken(name)}{_remark(one, other)}")
    return f" The two are {listed(told)}." if told else ""


def _remark(one: float, other: float) -> str:
    """What becomes of a difference under another word list, where it is not simply there too."""
    if abs(other - one) < ALIKE:
        return " (nearly alike)"
    return " (the other way round)" if one > other else ""


def _extremes(
    study: Study, passages: Passages, ends: tuple[str, str], topic: int | None
) -> tuple[Passage, ...]:
    """The most negative sentence of one outlet and the most positive of the other, in the topic if one is given."""
    if not study.has("sentences", "tone"):
        return ()
    scored = instruments.drawn(study.table("tone"))[["sentence_id", "tone"]]
    own = study.table("sentences").merge(scored, on="sentence_id")
    own = own.merge(study.analysed[["paragraph_id", "outlet"]], on="paragraph_id")
    if topic is not None:
        inside = study.table("assignments")
        own = own[own["paragraph_id"].isin(inside.loc[inside["topic"] == topic, "paragraph_id"])]
    chosen = []
    where = "" if topic is None else " in the topic"
    for outlet, is_low in zip(ends, (True, False), strict=True):
        lead = f"The most {'negative' if is_low else 'positive'} sentence{where} in {outlet}{passages.among}"
        rows = own[own["outlet"] == outlet].sort_values("tone", ascending=is_low, kind="stable").head(1)
        chosen += [passages.part(row["paragraph_id"], row["text"], lead=lead) for _, row in rows.iterrows()]
    return tuple(chosen)
