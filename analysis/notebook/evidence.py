"""Findings and validity cards as a notebook shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from analysis.notebook.shown import Pieces, Shelf, Shown
from analysis.notebook.told import as_text
from analysis.report.cards import CardView
from analysis.report.findings import Finding, findings
from analysis.report.validity import validity


@dataclass(frozen=True, slots=True, repr=False)
class Observation(Shown):
    """A finding: its sentences, its n and limit, the passages behind it, and its figure."""

    MACRO: ClassVar[str] = "observation"
    finding: Finding

    @property
    def plain(self) -> str:
        """The finding with its n, its limit and its passages."""
        it = self.finding
        quoted = [f"{each.text} ({each.outlet}, {each.paragraph_id})" for each in it.passages]
        return "\n".join([f"{it.headline}: {it.text}", f"n: {it.size}", f"Limit: {it.limit}", *quoted])


@dataclass(frozen=True, slots=True, repr=False)
class Card(Shown):
    """A validity card: how right an instrument was on texts that people had labelled."""

    MACRO: ClassVar[str] = "card"
    view: CardView

    @property
    def plain(self) -> str:
        """The card's headline, facts, figures and notes."""
        facts = [f"{name}: {text}" for name, text in self.view.facts]
        figures = [as_text(self.view.figures)] if self.view.figures else []
        return "\n".join([f"{self.view.title}: {self.view.headline}", *facts, *figures, *self.view.notes])


def observations(pieces: Pieces, title: str) -> Shelf[Observation]:
    """Every finding, in the report's order."""
    items = {each.finding_id: Observation(pieces, each) for each in findings(pieces.study)}
    return Shelf(pieces, title, "finding", (), items)


def cards(pieces: Pieces, title: str) -> Shelf[Card]:
    """The cards of the instruments in use, found by instrument and data."""
    views = validity(pieces.study).used
    return Shelf(pieces, title, "card", (), {view.title: Card(pieces, view) for view in views})
