"""What the multiverse says of one contrast, as a sentence for the margin of whatever rests on it."""

from __future__ import annotations

from analysis.figures.wording import count, listed
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
    ways = {str(row["outlet"]): (row["same_sign"], row["specifications"]) for _, row in own.iterrows()}
    told = [(outlet, *ways[outlet]) for outlet in outlets if outlet in ways]
    if not told:
        return ""
    same = "differs from the others in the same direction in"
    if len(told) == 1:
        ((outlet, kept, number),) = told
        return f"Computed in {count(number, 'way')}, {outlet} {same} {kept:,}."
    (outlet, kept, number), *rest = told
    others = [f"{other} in {held:,} of {of:,}" for other, held, of in rest]
    return f"Computed in other ways, {listed([f'{outlet} {same} {kept:,} of {number:,}', *others])}."
