"""What the multiverse says of one contrast, as a sentence for the margin of whatever rests on it."""

from __future__ import annotations

from analysis.figures.wording import listed
from analysis.report.study import Study


def robustness_note(study: Study, kind: str, topic: str, outlet: str) -> str:
    """In how many specifications the sign of an outlet's difference from the rest holds; "" where it was not measured.

    Args:
        study: the study.
        kind: what is compared, as in the table `multiverse_summary`: "topic share", "wording tone in topic" ...
        topic: its number as text, "" for none.
        outlet: which is set against the rest.
    """
    return robustness_notes(study, kind, topic, [outlet])


def robustness_notes(study: Study, kind: str, topic: str, outlets: list[str]) -> str:
    """The same of several outlets in one sentence; those that were not measured are passed over."""
    rows = study.table("multiverse_summary")
    if rows.empty:
        return ""
    own = rows[(rows["kind"] == kind) & (rows["topic"] == topic)]
    held = {
        str(row["outlet"]): f"{row['same_sign']:,} of {row['specifications']:,}" for _, row in own.iterrows()
    }
    told = [f"in {held[outlet]} specifications for {outlet}" for outlet in outlets if outlet in held]
    if not told:
        return ""
    sign = "sign of the difference from all other outlets"
    return f"Under other choices the {sign} holds {listed(told)}."
