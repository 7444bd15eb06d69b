"""One validity card as the page opens it: its headline, its facts and all its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.figures.wording import MISSING, capitalised, decimal, listed
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.study import Study

DIGITS = 3
NOT_VALID = "not valid here: the interval reaches below 0.60, so it carries no finding"
FACTS = {
    "measures": "Measures", "version": "Version", "data": "Data", "source": "Source",
    "licence": "Licence of the data", "split": "Measured on", "resampled": "Resampled for the intervals",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Headline:
    """The figure that stands for a card: one value, or the lowest and the highest of its parts (or of several cards).

    `within` is the interval of a single value, as text; `fewest` and `most` are the n.
    """

    name: str
    lowest: float
    highest: float
    within: str
    fewest: int
    most: int

    @property
    def figure(self) -> str:
        """The value, or both ends."""
        return _span(decimal(self.lowest, DIGITS), decimal(self.highest, DIGITS))

    @property
    def size(self) -> str:
        """The n, or both ends."""
        return _span(f"{self.fewest:,}", f"{self.most:,}")

    @property
    def text(self) -> str:
        """The figure with its name and interval."""
        return f"{self.name} {self.figure}{f' ({self.within})' if self.within else ''}"


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
    told = staleness(study, card) if is_stale else headline(figures).text if len(figures) else ""
    return CardView(
        anchor=card_anchor(card["card"]),
        title=f"{card['instrument']} on {card['data']}",
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


def headline(figures: pd.DataFrame) -> Headline:
    """A card's first metric, of everything where that was measured, else from its lowest to its highest part.

    Parts count that begin with the same word as the first one ("frame conflict").
    """
    own = figures[figures["metric"] == figures["metric"].iloc[0]]
    whole = own[own["part"] == "all"]
    if len(whole):
        first = whole.iloc[0]
        within = "" if interval(first) == MISSING else interval(first)
        return Headline(first["metric"], first["value"], first["value"], within, first["n"], first["n"])
    kind = own["part"].iloc[0].split()[0]
    own = own[own["part"].str.split().str[0] == kind]
    name = f"{own['metric'].iloc[0]} by {kind}"
    return Headline(name, own["value"].min(), own["value"].max(), "", own["n"].min(), own["n"].max())


def together(heads: Sequence[Headline]) -> Headline:
    """The span of several cards of one instrument."""
    if len(heads) == 1:
        return heads[0]
    return Headline(
        heads[0].name,
        min(head.lowest for head in heads),
        max(head.highest for head in heads),
        "",
        min(head.fewest for head in heads),
        max(head.most for head in heads),
    )


def staleness(study: Study, card: pd.Series[Any]) -> str:
    """Why a card's figures are not quoted."""
    used = study.table("instruments")
    versions = listed(used.loc[used["instrument"] == card["instrument"], "version"])
    return f"stale and not quoted: measured on version {card['version']}, in use is {versions}"


def interval(figure: pd.Series[Any]) -> str:
    """A figure's interval; a dash where none was drawn."""
    if pd.isna(figure["low"]) or pd.isna(figure["high"]):
        return MISSING
    return f"{decimal(figure['low'], DIGITS)} to {decimal(figure['high'], DIGITS)}"


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
                Cell(figure["part"], note="" if figure["holds"] else NOT_VALID),
                Cell(decimal(figure["value"], DIGITS)),
                Cell(interval(figure)),
                Cell(f"{figure['n']:,}"),
                Cell(f"{figure['groups']:,}"),
            ),
        )
        for repeat, (_, figure) in zip(repeats, figures.iterrows(), strict=True)
    ]
    title = f"{capitalised(card['instrument'])} on {card['data']}: all figures"
    return listing(f"{card_anchor(card['card'])}-figures", title, headings, rows)


def _span(low: str, high: str) -> str:
    """One text where both are the same, else both."""
    return low if low == high else f"{low} to {high}"
