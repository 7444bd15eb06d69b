"""What may be said, as listings: what clustering leaves, which pairs differ, and how the engine did in simulation."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.figures.wording import MISSING, capitalised, decimal, signed
from analysis.report.listing import Cell, Heading, Listing, Row, listing, listing_of, row_anchor
from analysis.report.study import Study
from analysis.report.verdicts import in_points, probability, span


def clustering_listing(study: Study) -> Listing | None:
    """What each outlet's paragraphs are worth, since those of one article are alike; None where nothing is tested.

    Outlets with one article are left out: how alike the paragraphs of an article are cannot be told from one.
    """
    rows = study.table("estimates")
    if not study.is_tested or rows.empty or "effective_units" not in rows.columns:
        return None
    own = rows[(rows["voice"] == "all") & rows["effective_units"].notna() & (rows["articles"] > 1)]
    if own.empty:
        return None
    headings = [
        Heading("Outlet"), Heading("Measure"), Heading("articles", True), Heading("counted", True),
        Heading("intraclass correlation", True), Heading("design effect", True), Heading("worth", True),
    ]  # fmt: skip
    listed_rows = []
    for outlet in study.outlets:
        for place, (measure, kind) in enumerate(own[own["outlet"] == outlet].groupby("measure", sort=False)):
            middle = kind[["articles", "units", "icc", "design_effect"]].median()
            listed_rows.append(
                Row(
                    row_anchor("clustering", outlet, measure),
                    (
                        Cell(outlet, outlet=outlet, is_repeat=place > 0),
                        Cell(capitalised(str(measure))),
                        Cell(f"{middle['articles']:,.0f}"),
                        Cell(f"{middle['units']:,.0f}"),
                        Cell(decimal(middle["icc"])),
                        Cell(decimal(middle["design_effect"], 1)),
                        Cell(f"{middle['units'] / middle['design_effect']:,.0f}"),
                    ),
                )
            )
    title = "What clustering in articles leaves of each outlet's paragraphs and sentences (medians)"
    return listing("clustering", title, headings, listed_rows)


def pair_listing(study: Study) -> Listing | None:
    """Pairs of outlets that the test tells apart, the surest first; None where there are none or nothing is tested."""
    rows = study.table("contrasts")
    if not study.is_tested or rows.empty:
        return None
    pairs = rows[
        (rows["kind"] == "pair") & (rows["verdict"] == "supported") & rows["voice"].isin(["all", "narration"])
    ]
    if pairs.empty:
        return None
    place = ["measure", "instrument", "voice", "topic", "target", "frame", "outlet", "other"]
    pairs = pairs.assign(size=-(pairs["difference"] / pairs["smallest_effect"]).abs().fillna(0))
    pairs = pairs.sort_values(["q", "size", *place], kind="stable")
    headings = [
        Heading("What"), Heading("Voice"), Heading("Outlet"), Heading("compared with"), Heading("difference", True),
        Heading("interval", True), Heading("corrected p", True),
    ]  # fmt: skip
    return listing_of(
        "pairs", "Supported pairs, the surest first", headings, range(len(pairs)),
        row=lambda number: _pair(study, pairs.iloc[number], number),
    )  # fmt: skip


def simulated_listing(study: Study) -> Listing | None:
    """How often the engine's intervals held the truth and its tests raised false alarms; None where not measured."""
    rows = study.table("simulated")
    if rows.empty:
        return None
    headings = [
        Heading("Question"), Heading("Method"), Heading("promised", True), Heading("measured", True),
        Heading("populations", True),
    ]  # fmt: skip
    listed_rows = [
        _simulated(str(question), str(method), own)
        for (question, method), own in rows[rows["question"] != "power"].groupby(
            ["question", "method"], sort=False
        )
    ]
    return listing("simulated", "Does the engine keep its word? Simulated corpora", headings, listed_rows)


def what(study: Study, row: pd.Series[Any]) -> str:
    """A measure in words."""
    parts = [capitalised(str(row["measure"]))]
    if row["topic"]:
        parts.append(f"in “{study.topic_labels.get(int(row['topic']), row['topic'])}”")
    parts += [f"toward {row['target']}"] if row["target"] else []
    parts += [f"({row['frame']})"] if row["frame"] else []
    parts += [f"by {row['instrument']}"] if row["instrument"] else []
    return " ".join(parts)


def _pair(study: Study, row: pd.Series[Any], number: int) -> Row:
    """One pair of outlets."""
    written = in_points if row["measure"] == "topic share" else signed
    cells = (
        Cell(what(study, row)),
        Cell("all text" if row["voice"] == "all" else "narration only"),
        Cell(str(row["outlet"]), outlet=str(row["outlet"])),
        Cell(str(row["other"]), outlet=str(row["other"])),
        Cell(written(row["difference"])),
        Cell(MISSING if pd.isna(row["low"]) else span(row["low"], row["high"], written)),
        Cell(probability(row["q"])),
    )
    return Row(row_anchor("pair", str(number + 1)), cells)


def _simulated(question: str, method: str, own: pd.DataFrame) -> Row:
    """One promise: the range of what was measured over all simulated populations."""
    covering = question.startswith("coverage")
    low, high = own["rate"].min(), own["rate"].max()
    promised = "95%" if covering else "at most 5%"
    measured = (
        f"{decimal(100 * low, 1)} to {decimal(100 * high, 1)}%" if low < high else f"{decimal(100 * low, 1)}%"
    )
    return Row(
        row_anchor("simulated", question, method),
        (
            Cell(capitalised(question)),
            Cell(method),
            Cell(promised),
            Cell(measured),
            Cell(f"{len(own)}", note=f"of {own['corpora'].min():,} corpora or more"),
        ),
    )
