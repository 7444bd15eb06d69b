"""How right the instruments are: a line for each before the findings, and the cards behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.figures.instruments import full_title
from analysis.figures.wording import MISSING, capitalised
from analysis.report.cards import CardView, card_anchor, card_view, figures_of, staleness
from analysis.report.headline import Headline, headline
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.study import Study

STANDINGS = ("current", "stale", "unused")
NEAREST = ("NewsMTSC", "GVFC leads", "statements")
"""Sets whose texts are nearest to the sentences and paragraphs that a study scores; they stand first."""
UNMEASURED = "Not measured"


@dataclass(frozen=True, slots=True)
class Validity:
    """The cards of the instruments in use, and those of others."""

    used: tuple[CardView, ...] = ()
    others: tuple[CardView, ...] = ()


def validity(study: Study) -> Validity:
    """Every card of the study, those of instruments in use first, in the order of the lines."""
    if not study.has("instruments", "cards"):
        return Validity()
    cards = study.table("cards")
    order = list(dict.fromkeys(study.table("instruments")["instrument"]))
    views: dict[str, list[CardView]] = {standing: [] for standing in STANDINGS}
    for name in [*order, *sorted(set(cards["instrument"]) - set(order))]:
        own = [card for _, card in cards[cards["instrument"] == name].iterrows()]
        for card in sorted(own, key=lambda card: _nearness(study, card)):
            views[card["standing"]].append(card_view(study, card))
    return Validity((*views["current"], *views["stale"]), tuple(views["unused"]))


def current_cards(study: Study, instrument: str) -> list[tuple[pd.Series[Any], pd.DataFrame]]:
    """An instrument's cards of the version in use with their figures, the sets nearest to a study's texts first."""
    cards = study.table("cards")
    if cards.empty:
        return []
    own = cards[(cards["instrument"] == instrument) & (cards["standing"] == "current")]
    told = [(card, figures_of(study, card)) for _, card in own.iterrows()]
    return sorted((each for each in told if len(each[1])), key=lambda each: _nearness(study, each[0]))


def _nearness(study: Study, card: pd.Series[Any]) -> tuple[bool, int, str]:
    """What cards are ordered by: the sets nearest to a study's texts, then the largest, then by name."""
    figures = figures_of(study, card)
    size = int(figures["n"].iloc[0]) if len(figures) else 0
    return not card["data"].startswith(NEAREST), -size, card["data"]


def validity_listing(study: Study) -> Listing | None:
    """One row for each instrument in use: its figures on each set, the nearest first; None without any instrument."""
    if not study.has("instruments"):
        return None
    headings = [Heading("Instrument"), Heading("Measured on"), Heading("How right, with 95% interval")]
    rows = [_line(study, each) for _, each in study.table("instruments").iterrows()]
    return listing("validity-lines", "How right the instruments are on hand-labelled data", headings, rows)


def validity_told(table: Listing | None) -> str:
    """The main figure of every instrument in one sentence; "" without any."""
    rows = table.rows if table else ()
    return "; ".join(f"{row.cells[0].text}, {row.cells[-1].text}" for row in rows) + ("." if rows else "")


def _line(study: Study, instrument: pd.Series[Any]) -> Row:
    """An instrument in one row."""
    told = current_cards(study, instrument["instrument"])
    if not told:
        return _unmeasured(study, instrument)
    card, figures = told[0]
    head = headline(figures)
    others = [f"On {other['data']}: {_short(head, headline(rows))}" for other, rows in told[1:]]
    cells = (
        Cell(capitalised(full_title(instrument["instrument"]))),
        Cell(card["data"], href=f"#{card_anchor(card['card'])}", note=f"n = {head.size}"),
        Cell(head.text, note=". ".join(filter(None, [capitalised("; ".join(head.beside)), *others]))),
    )
    return Row(row_anchor("validity", instrument["instrument"], instrument["version"]), cells)


def _short(first: Headline, other: Headline) -> str:
    """What another set gave, without the metric where it is the same, and with its n."""
    text = other.full.removeprefix(f"{first.name} ")
    return f"{text}, n = {other.size}"


def _unmeasured(study: Study, instrument: pd.Series[Any]) -> Row:
    """What stands in place of the figures of an instrument without a card, or with a stale one."""
    cards = study.table("cards")
    own = cards[cards["instrument"] == instrument["instrument"]] if len(cards) else cards
    stale = capitalised(staleness(study, own.iloc[0])) if len(own) else ""
    link = (
        Cell(own["data"].iloc[0], href=f"#{card_anchor(own['card'].iloc[0])}") if len(own) else Cell(MISSING)
    )
    cells = (
        Cell(capitalised(full_title(instrument["instrument"]))),
        link,
        Cell(
            stale or UNMEASURED,
            note="" if stale else f"read it as what it computes: {instrument['measures']}",
        ),
    )
    return Row(row_anchor("validity", instrument["instrument"], instrument["version"]), cells)
