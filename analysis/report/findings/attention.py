"""The topic to which the outlets give the most unequal room."""

from __future__ import annotations

import pandas as pd

from analysis.figures.rows import widest
from analysis.figures.topic_shares import SLUG
from analysis.figures.wording import count, listed, percent, quoted
from analysis.report.findings.finding import Finding, claims, of_many, single_texts, support
from analysis.report.leave_one_out_notes import Contrast, points_apart, single_article_note
from analysis.report.listing import cell_anchor, row_anchor
from analysis.report.passages import Passage, Passages, paragraphs_by_topic
from analysis.report.robustness_notes import robustness_note
from analysis.report.study import Study
from analysis.report.verdicts import DIFFERENCE, in_points

MOST_OUTLETS = 4
NARRATION = "In the paragraphs with at least one whole sentence of the outlet's own"


def attention_finding(study: Study, passages: Passages) -> Finding | None:
    """The topic whose share differs most between two outlets; None without topics or a second outlet."""
    rows = _shares(study)
    own = rows[rows["voice"] == "all"]
    if own["outlet"].nunique() < 2:  # noqa: PLR2004 - it takes two to differ
        return None
    ranked = widest(own, "topic", "estimate").sort_values("estimate", ascending=False, kind="stable")
    topic = str(ranked["topic"].iloc[0])
    if ranked["estimate"].iloc[0] == ranked["estimate"].iloc[-1]:
        return None
    named = ranked if len(ranked) <= MOST_OUTLETS else pd.concat([ranked.head(2), ranked.tail(2)])
    most = ranked.iloc[0]
    cells = {
        heading: [cell_anchor(row_anchor("share", topic, outlet), heading) for outlet in named["outlet"]]
        for heading in ("All text", "Narration only")
    }
    return Finding(
        finding_id="finding-attention",
        headline="What gets room",
        claims=claims(
            (
                (
                    f"{quoted(study.topic_labels[int(topic)])} takes up {listed(_told(study, named))}."
                    f"{of_many(len(named), len(ranked))}"
                ),
                cells["All text"],
            ),
            (_narration(rows, topic, list(named["outlet"])), cells["Narration only"]),
            (
                support(study, most, in_points),
                [cell_anchor(row_anchor("share", topic, most["outlet"]), DIFFERENCE)],
            ),
        ),
        size="; ".join(
            f"{outlet}, {count(paragraphs, 'paragraph')} in {count(articles, 'article')}"
            for outlet, paragraphs, articles in named[["outlet", "paragraphs", "articles"]].itertuples(
                index=False
            )
        ),
        limit=" ".join(
            filter(
                None,
                [
                    single_texts(study, list(named["outlet"]))
                    or "A share says how much room a subject gets, not how it is treated.",
                    single_article_note(
                        study, Contrast("topic share", str(most["outlet"]), topic), points_apart
                    ),
                    robustness_note(study, "topic share", topic, str(most["outlet"])),
                ],
            )
        ),
        figure_id=SLUG,
        passages=_example(study, passages, int(topic), str(most["outlet"])),
        is_supported=most["verdict"] == "supported",
    )


def _shares(study: Study) -> pd.DataFrame:
    """The estimates of topic shares that have a value and a topic."""
    columns = [
        "voice",
        "topic",
        "outlet",
        "estimate",
        "paragraphs",
        "articles",
        "verdict",
        "difference",
        "difference_low",
        "difference_high",
        "smallest_effect",
        "q",
    ]
    if not study.has("estimates", "topics"):
        return pd.DataFrame(columns=columns)
    rows = study.table("estimates")
    known = {str(topic) for topic in study.topic_labels}
    return rows.loc[
        (rows["measure"] == "topic share") & rows["estimate"].notna() & rows["topic"].isin(known), columns
    ]


def _is_counted(study: Study) -> bool:
    """Whether a share is so many of so many paragraphs: neither articles nor copies are weighed."""
    chosen = study.settings
    return chosen.compare.estimand == "paragraphs" and chosen.reuse.policy != "weight"


def _told(study: Study, named: pd.DataFrame) -> list[str]:
    """Each outlet's share in words; the first names what the share is of."""
    told: list[str] = []
    counted = _is_counted(study)
    for outlet, share, paragraphs in named[["outlet", "estimate", "paragraphs"]].itertuples(index=False):
        of_what = "those in" if told else "the paragraphs in"
        of_how_many = (
            f"{round(share * paragraphs):,} of {paragraphs:,}" if counted else f"of {paragraphs:,}, weighed"
        )
        some = f"{percent(share)} of {of_what} {outlet} ({of_how_many})"
        told.append(some if share else f"none of the {paragraphs:,} in {outlet}")
    return told


def _narration(rows: pd.DataFrame, topic: str, outlets: list[str]) -> str:
    """The same shares in narration, with a leading space; "" where no outlet narrates."""
    own = rows[(rows["voice"] == "narration") & (rows["topic"] == topic)].set_index("outlet")
    told = [
        f"{percent(share) if share else 'none'} of the {paragraphs:,} in {outlet}"
        for outlet, share, paragraphs in own.reindex([name for name in outlets if name in own.index])[
            ["estimate", "paragraphs"]
        ].itertuples(name=None)
    ]
    if not told:
        return ""
    silent = [outlet for outlet in outlets if outlet not in own.index]
    without = (
        f"; {listed(silent)} {'has' if len(silent) == 1 else 'have'} no such paragraph" if silent else ""
    )
    return f" {NARRATION}: {listed(told)}{without}."


def _example(study: Study, passages: Passages, topic: int, outlet: str) -> tuple[Passage, ...]:
    """The outlet's surest paragraph in the topic."""
    ordered = paragraphs_by_topic(study)
    own = ordered[(ordered["topic"] == topic) & (ordered["outlet"] == outlet)]
    return tuple(
        passages.opening(paragraph_id, lead=f"The topic's clearest paragraph in {outlet}{passages.among}")
        for paragraph_id in own["paragraph_id"].head(1)
    )
