"""The shares of topics in each outlet, as a listing in which every row can be cited."""

from __future__ import annotations

import pandas as pd

from analysis.figures.wording import MISSING, percent
from analysis.report.listing import Cell, Heading, Listing, Row, listing_of, row_anchor
from analysis.report.study import Study
from analysis.report.verdicts import in_points, verdict_cell, verdict_heading

VOICES = ("all", "narration")


def share_listing(study: Study) -> Listing | None:
    """The share of each topic in each outlet, for all text and narration; None without topics."""
    if not study.has("estimates", "topics"):
        return None
    rows = study.table("estimates")
    rows = rows[(rows["measure"] == "topic share") & rows["voice"].isin(VOICES)]
    by_voice = {voice: rows[rows["voice"] == voice] for voice in VOICES}
    headings = [
        Heading("Topic"), Heading("Outlet"), Heading("All text", True), Heading("of", True),
        Heading("Narration only", True), Heading("of", True), *verdict_heading(study),
    ]  # fmt: skip
    pairs = [(str(topic), outlet) for topic in study.topic_labels for outlet in study.outlets]

    def row(pair: tuple[str, str]) -> Row:
        topic, outlet = pair
        cells = (
            Cell(
                study.topic_labels[int(topic)],
                href=f"#topic-{topic}",
                is_repeat=outlet != study.outlets[0],
            ),
            Cell(outlet, outlet=outlet),
            *(cell for voice in VOICES for cell in _share(by_voice[voice], topic, outlet)),
            *verdict_cell(study, _of(by_voice["all"], topic, outlet), in_points),
        )
        return Row(row_anchor("share", topic, outlet), cells)

    return listing_of("shares-by-outlet", "Share of each outlet's paragraphs", headings, pairs, row=row)


def _share(rows: pd.DataFrame, topic: str, outlet: str) -> list[Cell]:
    """A share and its denominator."""
    found = _of(rows, topic, outlet)
    if found.empty:
        return [Cell(MISSING), Cell("")]
    row = found.iloc[0]
    return [Cell(percent(row["estimate"])), Cell(f"{row['paragraphs']:,}")]


def _of(rows: pd.DataFrame, topic: str, outlet: str) -> pd.DataFrame:
    """The rows of one topic and outlet."""
    return rows[(rows["topic"] == topic) & (rows["outlet"] == outlet)]
