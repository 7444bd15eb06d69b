"""Frames and microframes as listings in which every row can be cited."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.figures.wording import MISSING, capitalised, decimal, signed
from analysis.report.listing import Cell, Heading, Listing, Row, listing_of, row_anchor
from analysis.report.study import Study
from analysis.report.verdicts import verdict_cell, verdict_heading

VOICES = ("all", "narration")


def frame_listing(study: Study) -> Listing | None:
    """The mean score of each frame in each outlet, all text and narration, with its validity; None without frames."""
    if not study.has("estimates", "frame_validity"):
        return None
    rows = study.table("estimates")
    rows = rows[rows["measure"] == "frame"]
    headings = [
        Heading("Frame"), Heading("Validity"), Heading("Outlet"), Heading("All text", True), Heading("of", True),
        Heading("Narration only", True), Heading("of", True), *verdict_heading(study),
    ]  # fmt: skip
    entries = study.table("frame_validity").to_dict("records")
    if rows.empty:
        return None
    return listing_of(
        "frames-by-outlet", "Mean score of each frame", headings,
        [(entry, outlet) for entry in entries for outlet in study.outlets],
        row=lambda pair: _frame_row(study, rows, *pair),
    )  # fmt: skip


def microframe_listing(study: Study) -> Listing | None:
    """Bias and intensity on each axis in each outlet, all text and narration; None without microframes."""
    if not study.has("estimates", "microframes"):
        return None
    rows = study.table("estimates")
    headings = [
        Heading("Axis"), Heading("Outlet"), Heading("Bias", True), Heading("in narration", True),
        Heading("Intensity", True), Heading("in narration", True), *verdict_heading(study),
    ]  # fmt: skip
    axes = dict.fromkeys(study.table("microframes")["axis"])
    return listing_of(
        "microframes-by-outlet", "Microframe bias and intensity", headings,
        [(axis, outlet) for axis in axes for outlet in study.outlets],
        row=lambda pair: _microframe_row(study, rows, *pair),
    )  # fmt: skip


def _microframe_row(study: Study, rows: pd.DataFrame, axis: str, outlet: str) -> Row:
    """One axis in one outlet."""
    cells = (
        Cell(axis.replace("-", " – "), is_repeat=outlet != study.outlets[0]),
        Cell(outlet, outlet=outlet),
        *(Cell(_value(rows, "microframe bias", voice, axis, outlet, is_signed=True)) for voice in VOICES),
        *(Cell(_value(rows, "microframe intensity", voice, axis, outlet)) for voice in VOICES),
        *verdict_cell(study, _of(rows[rows["measure"] == "microframe bias"], axis, outlet)),
    )
    return Row(row_anchor("microframe", axis, outlet), cells)


def validity_words(entry: dict[Any, Any]) -> str:
    """What may be said of a frame, with the figure behind it."""
    if not entry["n"]:
        return str(entry["validity"])
    auc, low, high = (decimal(float(entry[name])) for name in ("auc", "low", "high"))
    return f"{entry['validity']} (AUC {auc}, {low} to {high})"


def _frame_row(study: Study, rows: pd.DataFrame, entry: dict[Any, Any], outlet: str) -> Row:
    """One frame in one outlet."""
    frame, is_repeat = str(entry["frame"]), outlet != study.outlets[0]
    cells = [
        Cell(str(entry["title"]), href=f"#frame-{frame}", is_repeat=is_repeat),
        Cell(capitalised(validity_words(entry)), is_repeat=is_repeat),
        Cell(outlet, outlet=outlet),
    ]
    for voice in VOICES:
        found = rows[(rows["voice"] == voice) & (rows["frame"] == frame) & (rows["outlet"] == outlet)]
        has_value = len(found) and not found["estimate"].isna().iloc[0]
        cells.append(Cell(decimal(found["estimate"].iloc[0]) if has_value else MISSING))
        cells.append(Cell(f"{found['paragraphs'].iloc[0]:,}" if has_value else ""))
    return Row(row_anchor("frame", frame, outlet), (*cells, *verdict_cell(study, _of(rows, frame, outlet))))


def _value(  # noqa: PLR0917 - which estimate, and how it is written
    rows: pd.DataFrame, measure: str, voice: str, axis: str, outlet: str, *, is_signed: bool = False
) -> str:
    """One estimate in words, a dash where there is none."""
    found = rows[
        (rows["measure"] == measure)
        & (rows["voice"] == voice)
        & (rows["frame"] == axis)
        & (rows["outlet"] == outlet)
    ]["estimate"].dropna()
    if found.empty:
        return MISSING
    return signed(found.iloc[0]) if is_signed else decimal(found.iloc[0], 4)


def _of(rows: pd.DataFrame, frame: str, outlet: str) -> pd.DataFrame:
    """The estimate of one frame or axis in one outlet, over all text."""
    return rows[(rows["voice"] == "all") & (rows["frame"] == frame) & (rows["outlet"] == outlet)]
