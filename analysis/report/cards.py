"""One validity card as the page opens it: its headline, its facts and all its figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.figures import instruments
from analysis.figures.wording import capitalised, decimal, listed
from analysis.report.headline import headline, interval
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.parts import part_title
from analysis.report.study import Study

DIGITS = 3
NOT_VALID = "not valid here: the interval reaches below 0.60, so it carries no finding"
FACTS = {
    "measures": "Measures", "version": "Version", "data": "Data", "source": "Source",
    "licence": "Licence of the data", "split": "Measured on", "resampled": "Resampled for the intervals",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardView:
    """A card as the page opens it: its facts as pairs of name and text, and its figures unless it is stale."""

    anchor: str
    title: str
    headline: str
    is_stale: bool
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    figures: Listing | None


def card_view(study: Study, card: pd.Series[Any]) -> CardView:
    """One row of the table `cards` as the page opens it."""
    figures, is_stale = figures_of(study, card), card["standing"] == "stale"
    told = staleness(study, card) if is_stale else headline(figures, DIGITS).text if len(figures) else ""
    return CardView(
        anchor=card_anchor(card["card"]),
        title=_title(card),
        headline=told,
        is_stale=is_stale,
        facts=tuple((name, card[column]) for column, name in FACTS.items()),
        notes=tuple(card["notes"].splitlines()),
        figures=None if is_stale or figures.empty else _listing(card, figures),
    )


def card_anchor(card: str) -> str:
    """The id that a card has in the page."""
    return f"card-{card}"


def figures_of(study: Study, card: pd.Series[Any]) -> pd.DataFrame:
    """The figures of a card in its order."""
    rows = study.table("validity")
    return rows[rows["card"] == card["card"]] if len(rows) else rows


def staleness(study: Study, card: pd.Series[Any]) -> str:
    """Why a card's figures are not quoted."""
    used = study.table("instruments")
    versions = listed(used.loc[used["instrument"] == card["instrument"], "version"])
    return f"stale and not quoted: measured on version {card['version']}, in use is {versions}"


def _title(card: pd.Series[Any]) -> str:
    """The instrument and the data."""
    return f"{capitalised(instruments.full_title(card['instrument']))} on {card['data']}"


def _listing(card: pd.Series[Any], figures: pd.DataFrame) -> Listing:
    """All figures of a card."""
    headings = [
        Heading("Metric"), Heading("Of"), Heading("Figure", True), Heading("95% interval", True), Heading("n", True),
        Heading(str(card["resampled"]), True),
    ]  # fmt: skip
    repeats = (figures["metric"] == figures["metric"].shift()).tolist()
    rows = [
        Row(
            row_anchor("card", card["card"], figure["metric"], figure["part"]),
            (
                Cell(figure["metric"], is_repeat=repeat),
                Cell(part_title(figure["part"]), note="" if figure["holds"] else NOT_VALID),
                Cell(decimal(figure["value"], DIGITS)),
                Cell(interval(figure, DIGITS)),
                Cell(f"{figure['n']:,}"),
                Cell(f"{figure['groups']:,}"),
            ),
        )
        for repeat, (_, figure) in zip(repeats, figures.iterrows(), strict=True)
    ]
    return listing(f"{card_anchor(card['card'])}-figures", f"{_title(card)}: all figures", headings, rows)
