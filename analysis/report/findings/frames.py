"""The frame that sets the outlets apart most, among those that were found valid."""

from __future__ import annotations

import pandas as pd

from analysis.figures import frame_profile
from analysis.figures.rows import widest
from analysis.figures.wording import decimal, quoted
from analysis.report.findings.finding import Finding, claims, of_many, outlet_sizes, single_texts, support
from analysis.report.frame_views import highest, passage_of
from analysis.report.listing import cell_anchor, row_anchor
from analysis.report.passages import Passages
from analysis.report.study import Study
from analysis.report.verdicts import DIFFERENCE

LIMIT = (
    "A score is a rank among news paragraphs and depends on the subject as well as the wording. The frame was found "
    "valid on US gun news, not on this subject."
)


def frame_finding(study: Study, passages: Passages) -> Finding | None:
    """The valid frame whose mean score differs most between two outlets; None without one or a second outlet."""
    if not study.has("estimates", "frames", "frame_validity"):
        return None
    data = frame_profile.prepare(study.table("estimates"), study.table("frame_validity"))
    own = data[data["voice"] == "all"]
    if own["outlet"].nunique() < 2:  # noqa: PLR2004 - it takes two to differ
        return None
    apart = widest(own, "frame", "score").sort_values("score", kind="stable")
    low, high = apart.iloc[0], apart.iloc[-1]
    estimates = study.table("estimates")
    tested = estimates[
        (estimates["measure"] == "frame") & (estimates["voice"] == "all")
        & (estimates["frame"] == high["frame"]) & (estimates["outlet"] == high["outlet"])
    ].iloc[0]  # fmt: skip
    ends = [str(low["outlet"]), str(high["outlet"])]
    shown = highest(study)
    shown = shown[(shown["frame"] == high["frame"]) & (shown["outlet"] == high["outlet"])].head(1)
    rows = [row_anchor("frame", high["frame"], outlet) for outlet in (high["outlet"], low["outlet"])]
    return Finding(
        finding_id="finding-frame",
        headline="The frame that sets them apart",
        claims=claims(
            (
                _told(low, high, len(apart)),
                [cell_anchor(row, "All text") for row in rows],
            ),
            (support(study, tested), [cell_anchor(rows[0], DIFFERENCE)]),
        ),
        size=outlet_sizes(study, ends),
        limit=" ".join(filter(None, [LIMIT, single_texts(study, ends)])),
        figure_id=frame_profile.SLUG,
        passages=tuple(passage_of(passages, row) for _, row in shown.iterrows()),
        is_supported=str(tested["verdict"]) == "supported",
    )


def _told(low: pd.Series, high: pd.Series, outlets: int) -> str:
    """Which outlets carry the frame most and least, in words."""
    return (
        f"The frame {quoted(high['title'])} is carried most by {high['outlet']} and least by {low['outlet']}: mean "
        f"scores of {decimal(high['score'])} and {decimal(low['score'])}, where 0.50 is news of all subjects."
        f"{of_many(2, outlets)}"
    )
