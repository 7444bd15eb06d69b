"""How right the instruments are: a line for each before the findings, and the cards behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.figures.wording import MISSING, capitalised, count, listed_up_to
from analysis.report.cards import CardView, card_anchor, card_view, figures_of, headline, staleness, together
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.study import Study

STANDINGS = ("current", "stale", "unused")
MOST_FRAMES = 6


@dataclass(frozen=True, slots=True)
class Validity:
    """The cards of the instruments in use, and those of others."""

    used: tuple[CardView, ...] = ()
    others: tuple[CardView, ...] = ()


def validity(study: Study) -> Validity:
    """Every card of the study, those of instruments in use first."""
    if not study.has("instruments", "cards"):
        return Validity()
    cards = study.table("cards")
    views = {
        standing: tuple(card_view(study, card) for _, card in cards[cards["standing"] == standing].iterrows())
        for standing in STANDINGS
    }
    return Validity(views["current"] + views["stale"], views["unused"])


def validity_listing(study: Study) -> Listing | None:
    """One row for each instrument in use: its figure, or the span over several sets; None without any instrument."""
    if not study.has("instruments"):
        return None
    headings = [
        Heading("Instrument"), Heading("Figure, 95% interval", True), Heading("Measured by"), Heading("n", True),
        Heading("On"),
    ]  # fmt: skip
    rows = [_line(study, each) for _, each in study.table("instruments").iterrows()]
    return listing("validity-lines", "How right the instruments are on hand-labelled data", headings, rows)


def _line(study: Study, instrument: pd.Series[Any]) -> Row:
    """An instrument in one row."""
    cards = study.table("cards")
    own = cards[cards["instrument"] == instrument["instrument"]] if len(cards) else cards
    current = own[own["standing"] == "current"] if len(own) else own
    name = Cell(instrument["instrument"], href=f"#{card_anchor(own['card'].iloc[0])}" if len(own) else "")
    told = [(card["data"], figures_of(study, card)) for _, card in current.iterrows()]
    told = [(data, figures) for data, figures in told if len(figures)]
    if told:
        cells = _measured(told)
    else:
        why = capitalised(staleness(study, own.iloc[0])) if len(own) else _unmeasured(instrument)
        cells = (Cell(MISSING), Cell(why), Cell(MISSING), Cell(MISSING))
    return Row(row_anchor("validity", instrument["instrument"], instrument["version"]), (name, *cells))


def _measured(told: list[tuple[str, pd.DataFrame]]) -> tuple[Cell, ...]:
    """Figure, metric, n and data of an instrument: of several sets the span, with each set's own figure."""
    every = [(data, headline(figures)) for data, figures in told]
    heads = [(data, head) for data, head in every if head.name == every[0][1].name]
    head = together([head for _, head in heads])
    several = len(heads) > 1
    note = f"over {count(len(heads), 'set')}" if several else head.within
    sets = "; ".join(f"{data} {own.figure}" if several else data for data, own in heads)
    return Cell(head.figure, note=note), Cell(head.name, note=_failing(told)), Cell(head.size), Cell(sets)


def _unmeasured(instrument: pd.Series[Any]) -> str:
    """What stands in place of the figure of an instrument without a card."""
    return f"Not measured: shown as what it literally is, {instrument['measures']}"


def _failing(told: list[tuple[str, pd.DataFrame]]) -> str:
    """The frames that do not hold on one of the sets, in words; "" where all do."""
    rows = pd.concat([figures for _, figures in told])
    failing = list(dict.fromkeys(rows.loc[~rows["holds"].astype(bool), "part"].str.removeprefix("frame ")))
    if not failing:
        return ""
    return f"{count(len(failing), 'frame')} not valid here: {listed_up_to(failing, MOST_FRAMES, 'frame')}"
