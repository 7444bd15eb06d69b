"""How often the study's own machinery finds a difference where labels mean nothing, in words and as a listing."""

from __future__ import annotations

import pandas as pd

from analysis.figures.wording import count, percent
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.study import Study

OWN, INDEPENDENT, CORRECTED = "this study", "units as independent", "units as independent, Bonferroni"
ANYWHERE = "anywhere"
PROCEDURES = {OWN: "This study", INDEPENDENT: "One by one", CORRECTED: "One by one, corrected"}
MEASURES = {
    "frame": "frames", "microframe bias": "leaning on microframes", "microframe intensity": "weight of microframes",
    "topic share": "shares of topics", "wording tone": "tone", "wording tone within topics": "tone within topics",
}  # fmt: skip
"""Families of tests as readers call them; the others are called what they are."""

VOICES = {"all": "all text"}
PAIRS = ": all outlets, pairs"


def audit_sentences(study: Study) -> list[str]:
    """What the audit did and found; nothing where there was none."""
    rows = study.table("self_audit")
    if rows.empty:
        return []
    found = {str(row["procedure"]): row for _, row in rows[rows["family"] == ANYWHERE].iterrows()}
    return [text for text in (_what(found[OWN]), _own(found[OWN]), _others(found), too_many(study)) if text]


def too_many(study: Study) -> str:
    """Where the study's own rate is surely above its level; "" where it is nowhere."""
    rows = study.table("self_audit")
    if rows.empty:
        return ""
    above = rows[(rows["procedure"] == OWN) & (rows["low"] > rows["alpha"])]
    if above.empty:
        return ""
    told = "; ".join(
        f"{family_title(str(row['family']))} ({row['with_any']:,} of {row['relabelings']:,}, interval {_interval(row)})"
        for _, row in above.iterrows()
    )
    return (
        f"Warning: the rate is above the promised {percent(above['alpha'].iloc[0])}, by more than chance explains, for "
        f"{told}. The tests are corrected together so that this should not happen; read a single supported difference "
        "with that in mind."
    )


def audit_listing(study: Study) -> Listing | None:
    """Each procedure and family of tests with its rate, where either has tests; None where there was no audit."""
    rows = study.table("self_audit")
    rows = rows[rows["tests"] > 0] if len(rows) else rows
    if rows.empty:
        return None
    shown = {
        procedure: title for procedure, title in PROCEDURES.items() if procedure in set(rows["procedure"])
    }
    headings = [Heading("Tests of"), *(Heading(title, True) for title in shown.values())]
    families = list(dict.fromkeys(study.table("self_audit")["family"]))
    families = [family for family in families if family in set(rows["family"])]
    listed = [
        Row(
            row_anchor("audit", family),
            (
                Cell(family_title(str(family))),
                *(_cell(rows, procedure, family) for procedure in shown),
            ),
        )
        for family in families
    ]
    return listing(
        "self-audit-rates", "Dealings in which at least one difference was called", headings, listed
    )


def family_title(family: str) -> str:
    """A family of tests as readers call it: "frame, all" is "frames, all text"."""
    name, colon, of = family.partition(PAIRS)
    measure, comma, voice = name.partition(", ")
    told = f"{MEASURES.get(measure, measure)}{comma}{VOICES.get(voice, voice)}"
    return f"{told}{': all outlets at once, then pairs' if colon else ''}{of}"


def _what(row: pd.Series) -> str:
    """What was done."""
    how = (
        f"in all {row['relabelings']:,} ways there are, the true one among them"
        if row["every"]
        else f"{count(row['relabelings'], 'time')} at random"
    )
    meaning, under = (
        ("All but the true one say nothing about the outlets", "under them ")
        if row["every"]
        else ("Such labels mean nothing", "")
    )
    return (
        f"The whole comparison was run again with the articles dealt out to the outlets {how}; each outlet keeps its "
        f"number of articles. {meaning}, so whatever is called a difference {under}is a false alarm."
    )


def _own(row: pd.Series) -> str:
    """The study's own rate."""
    if not row["tests"]:
        return (
            "This study tests nothing, because its articles are too few, and so it claimed no difference in any of "
            "them: that is by design and no merit of its figures."
        )
    within = "" if pd.isna(row["low"]) else f"; {_interval(row)} are compatible with that"
    return (
        f"This study's own rules called at least one difference in {row['with_any']:,} of {row['relabelings']:,} "
        f"({percent(row['share'])}{within}), where {percent(row['alpha'])} is the level of all its tests together."
    )


def _others(found: dict[str, pd.Series]) -> str:
    """What a naive analysis would have called."""
    plain, corrected = found[INDEPENDENT], found[CORRECTED]
    told = (
        "An analysis that takes every paragraph, sentence and word for independent would have called a difference in "
        f"{plain['with_any']:,} of {count(plain['relabelings'], 'dealing')}"
    )
    if pd.notna(plain["called_share"]):
        single = count(plain["tests"], "single comparison")
        told += f": {plain['called']:,} of {single} ({percent(plain['called_share'])})"
    return (
        f"{told}. Even with a stricter bar for so many comparisons (Bonferroni's correction) it would in "
        f"{corrected['with_any']:,} of {corrected['relabelings']:,}."
    )


def _interval(row: pd.Series) -> str:
    """The interval of a rate."""
    return f"{percent(row['low'])} to {percent(row['high'])}"


def _cell(rows: pd.DataFrame, procedure: str, family: str) -> Cell:
    """One rate."""
    own = rows[(rows["procedure"] == procedure) & (rows["family"] == family)]
    if own.empty:
        return Cell("no test")
    row = own.iloc[0]
    within = "" if pd.isna(row["low"]) else _interval(row)
    return Cell(f"{row['with_any']:,} of {row['relabelings']:,}", note=within)
