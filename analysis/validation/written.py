"""A validity card as lines for the terminal."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.framing.card import Card, Result


def written(card: Card) -> str:
    """What was measured on what, a line for each figure with its interval and n, then the notes."""
    head = f"{card.instrument} ({card.version}) on {card.data}, {card.resampled} resampled"
    return "\n".join([head, f"  {card.split}", *(_line(result) for result in card.results), *card.notes])


def _line(result: Result) -> str:
    """One figure."""
    interval = "" if math.isnan(result.low) else f"[{result.low:.3f}, {result.high:.3f}]"
    groups = f"n = {result.n:,} in {result.groups:,}"
    return f"  {result.metric:<40}{result.part:<34}{result.value:>7.3f}  {interval:<18}{groups}"
