"""Whether the word lists agree on which outlet is worded more negatively."""

from __future__ import annotations

import pandas as pd

from analysis.figures import instruments, list_agreement, tone_by_instrument
from analysis.figures.wording import listed, signed
from analysis.report.findings.finding import Finding, claims, outlet_sizes, single_texts
from analysis.report.listing import cell_anchor
from analysis.report.passages import Passage, Passages
from analysis.report.study import Study
from analysis.report.tone import tone_anchor
from analysis.report.tone_sentences import COLUMNS, scored_sentences

MOST = 2
LIMIT = (
    "That lists agree does not make them right: they share many words. Where they differ, the order of the outlets is "
    "the list's doing."
)


def word_list_finding(study: Study, passages: Passages) -> Finding | None:
    """Whether the outlets' order in tone hangs on the word list; None with one list or one outlet."""
    if not study.has("estimates"):
        return None
    data = tone_by_instrument.prepare(study.table("estimates"))
    tones = list_agreement.comparable(data, "all")
    if tones.empty:
        return None
    outlets = [outlet for outlet in study.outlets if outlet in set(data["outlet"])]
    named = tones.columns.tolist()
    return Finding(
        finding_id="finding-word-lists",
        headline="Do the word lists agree?",
        claims=claims(
            *(
                (
                    list_agreement.agreement(data, voice),
                    [
                        cell_anchor(tone_anchor(outlet, name, named), heading)
                        for outlet in outlets
                        for name in named
                    ],
                )
                for voice, heading in (("all", "All text"), ("narration", "Narration"))
            ),
        ),
        size=outlet_sizes(study, outlets),
        limit=" ".join(filter(None, [LIMIT, single_texts(study, outlets)])),
        figure_id=tone_by_instrument.SLUG,
        is_contrast=False,
        passages=_parted(study, passages),
    )


def _parted(study: Study, passages: Passages) -> tuple[Passage, ...]:
    """The sentences whose tones under any two word lists are furthest apart, each with its scores."""
    scored = scored_sentences(study)
    named = [name for name in scored.columns if name not in COLUMNS]
    if scored.empty or len(named) < MOST:
        return ()
    spread = pd.Series(scored[named].max(axis=1) - scored[named].min(axis=1))
    rows = scored.loc[spread.sort_values(ascending=False, kind="stable").index[:MOST]]
    return tuple(
        passages.part(
            row["paragraph_id"],
            row["text"],
            lead=f"One of the sentences on which they part most{passages.among} ({_scores(row, named)})",
        )
        for _, row in rows.iterrows()
    )


def _scores(row: pd.Series, named: list[str]) -> str:
    """The scores of a sentence in words."""
    return listed(f"{instruments.spoken(name)} {signed(row[name])}" for name in named)
