"""The sentences behind the tone: those at its ends, and those on which the word lists part."""

from __future__ import annotations

import pandas as pd

from analysis.figures import instruments
from analysis.figures.wording import shorten, signed
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.passages import paragraph_anchor
from analysis.report.study import Study

ENDS = 2
MOST_CHARACTERS = 260
COLUMNS = ("sentence_id", "paragraph_id", "text", "voice", "outlet")


def scored_sentences(study: Study) -> pd.DataFrame:
    """The analysed sentences with a column for each instrument's tone; empty without sentences or tone.

    Returns:
        Columns `sentence_id`, `paragraph_id`, `text`, `voice`, `outlet`, then the instruments in their order.
    """
    if not study.has("sentences", "tone"):
        return pd.DataFrame(columns=list(COLUMNS))
    tone = study.table("tone")
    named = instruments.in_order(tone)
    wide = tone.set_index(["sentence_id", "instrument"])["tone"].unstack("instrument")  # noqa: PD010 - one value each
    own = study.table("sentences").merge(study.analysed[["paragraph_id", "outlet"]], on="paragraph_id")
    own = own.merge(wide[named], left_on="sentence_id", right_index=True)
    return own[[*COLUMNS, *named]]


def at_the_ends(scored: pd.DataFrame, outlets: list[str]) -> pd.DataFrame:
    """The two most negative and the two most positive sentences of each outlet, by the mean of the word lists."""
    by = ranked_by([name for name in scored.columns if name not in COLUMNS])
    pieces = [scored[:0]]
    for outlet in outlets:
        own = scored[scored["outlet"] == outlet].sort_values(by, kind="stable") if by else scored[:0]
        pieces += [own.head(ENDS), own.iloc[ENDS:].tail(ENDS)]
    return pd.concat(pieces, ignore_index=True)


def ranked_by(named: list[str]) -> str:
    """The instrument that sentences are ranked by: the mean where it is there, else the first; "" for none."""
    return "mean" if "mean" in named else next(iter(named), "")


def sentence_listing(study: Study, ends: pd.DataFrame) -> Listing | None:
    """The given sentences with every instrument's score, each leading to its paragraph; None without any."""
    if ends.empty:
        return None
    named = [name for name in ends.columns if name not in COLUMNS]
    above = ["", *ends["outlet"]]
    listed = [
        Row(
            row_anchor("sentence", row["sentence_id"]),
            (
                Cell(row["outlet"], outlet=row["outlet"], is_repeat=row["outlet"] == above[number]),
                Cell(shorten(row["text"], MOST_CHARACTERS), href=f"#{paragraph_anchor(row['paragraph_id'])}"),
                *(Cell(signed(row[name])) for name in named),
            ),
        )
        for number, (_, row) in enumerate(ends.iterrows())
    ]
    headings = [
        Heading("Outlet"), Heading("Sentence"), *(Heading(instruments.title(name), True) for name in named),
    ]  # fmt: skip
    title = f"The most negative and the most positive sentences{study.scope.within('sentences')}"
    return listing("tone-sentences", title, headings, listed)
