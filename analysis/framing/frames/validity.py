"""What may be said of a frame: whether the cards found it valid where it was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.framing.frames.codebook import codebook
from analysis.framing.frames.instrument import INSTRUMENT, VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.framing.card import Card, Result

BAR = 0.60
"""The lower end of every AUC's interval has to reach it."""

VALID, NOT_VALID, NOT_VALIDATED = "valid", "not valid here", "not validated"


def validity(frame: str, cards: Sequence[Card]) -> str:
    """The verdict on a frame: "valid", "not valid here" or "not validated".

    A frame is valid when the lower end of the interval of its AUC is at least .60 on every set that codes it; one
    that reaches below on any carries no finding; one that no set codes is not validated. Cards of another version
    of the instrument say nothing.
    """
    lows = [result.low for result in aucs(frame, cards)]
    if not lows:
        return NOT_VALIDATED
    return VALID if all(low >= BAR for low in lows) else NOT_VALID


def aucs(frame: str, cards: Sequence[Card]) -> list[Result]:
    """The AUC of a frame on each set that codes it."""
    own = [card for card in cards if (card.instrument, card.version) == (INSTRUMENT, VERSION)]
    return [found for card in own if (found := card.find("AUC", f"frame {frame}")) is not None]


def validity_table(cards: Sequence[Card]) -> pd.DataFrame:
    """What may be said of every frame, and the weakest figure behind it.

    Returns:
        One row per frame, in the codebook's order: `frame`, `title`, `family`, `validity` and `auc`, `low`, `high` (0
        to 1) and `n` of the set where its interval reaches lowest; nan and 0 where no set codes it.
    """
    rows = []
    for frame in codebook().frames:
        found = sorted(aucs(frame.name, cards), key=lambda result: result.low)
        weakest = found[0] if found else None
        rows.append(
            {
                "frame": frame.name,
                "title": frame.title,
                "family": frame.family,
                "validity": validity(frame.name, cards),
                "auc": round(weakest.value, 4) if weakest else float("nan"),
                "low": round(weakest.low, 4) if weakest else float("nan"),
                "high": round(weakest.high, 4) if weakest else float("nan"),
                "n": weakest.n if weakest else 0,
            }
        )
    return pd.DataFrame(rows)
