"""What is compared between the outlets - shares and words - as listings in which every row can be cited."""

from __future__ import annotations

import pandas as pd

from analysis.figures import distinguishing_words
from analysis.figures.wording import MISSING, decimal, percent
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
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
    listed = [
        Row(
            row_anchor("share", topic, outlet),
            (
                Cell(
                    study.topic_labels[int(topic)],
                    href=f"#topic-{topic}",
                    is_repeat=outlet != study.outlets[0],
                ),
                Cell(outlet, outlet=outlet),
                *(cell for voice in VOICES for cell in _share(by_voice[voice], topic, outlet)),
                *verdict_cell(study, _of(by_voice["all"], topic, outlet), in_points),
            ),
        )
        for topic, outlet in pairs
    ]
    return listing("shares-by-outlet", "Share of each outlet's paragraphs", headings, listed)


def word_listings(study: Study) -> list[Listing]:
    """The leading words of each outlet, with how often it and the others use them."""
    if not study.has("keyness"):
        return []
    chosen = distinguishing_words.prepare(study.table("keyness"))[["outlet", "word"]]
    rows = study.table("keyness")
    rows = chosen.merge(
        rows[(rows["voice"] == "all") & (rows["topic"] == "")], on=["outlet", "word"], how="left"
    )
    headings = [
        Heading("Word"), Heading("times", True), Heading("per 1,000 words", True), Heading("others, per 1,000", True),
        Heading("articles with it", True), Heading("times in narration", True),
        Heading("per 1,000 words of it", True), *verdict_heading(study),
    ]  # fmt: skip
    return [
        listing(
            row_anchor("words", outlet),
            outlet,
            headings,
            [_word(study, row) for _, row in rows[rows["outlet"] == outlet].iterrows()],
        )
        for outlet in study.outlets
        if (rows["outlet"] == outlet).any()
    ]


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


def _word(study: Study, row: pd.Series) -> Row:
    """One word of one outlet."""
    cells = [
        Cell(str(row["word"])),
        Cell(f"{row['count']:,}"),
        Cell(decimal(row["rate_per_1000"], 1)),
        Cell(decimal(row["rest_rate_per_1000"], 1)),
        Cell(f"{row['articles']:,}"),
        *_narrated(study, row),
    ]
    if study.is_tested:
        cells.append(Cell(f"{row['verdict']} (p = {decimal(row['p_article'], 3)})"))
    return Row(row_anchor("word", row["outlet"], row["word"]), tuple(cells))


def _narrated(study: Study, row: pd.Series) -> list[Cell]:
    """How often the outlet itself uses a word; dashes where the word is too rare in narration to be compared."""
    rows = study.table("keyness")
    found = rows[
        (rows["voice"] == "narration")
        & (rows["topic"] == "")
        & (rows["outlet"] == row["outlet"])
        & (rows["word"] == row["word"])
    ]
    if found.empty:
        return [Cell(MISSING), Cell(MISSING)]
    return [Cell(f"{found['count'].iloc[0]:,}"), Cell(decimal(found["rate_per_1000"].iloc[0], 1))]
