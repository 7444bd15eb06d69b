"""What the validity cards allow to be said: which are of the present instruments, and which frames hold."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from analysis import tables
from analysis.framing.frames.codebook import codebook
from analysis.framing.frames.instrument import INSTRUMENT, VERSION

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from analysis.framing.card import Card, Result

BAR = 0.60
"""A frame whose AUC may be lower is not told from chance well enough to be shown as a finding."""

CURRENT, STALE, UNUSED = "current", "stale", "unused"
VALID, NOT_VALID, NOT_VALIDATED = "valid", "not valid here", "not validated"
FRAME = "frame "
DECIMALS = 4


def standing(card: Card, present: Mapping[str, Collection[str]]) -> str:
    """Whether a card is of an instrument and version in use: current, stale (another version) or unused.

    Args:
        card: a validity card.
        present: the versions in use, by the instruments' names.
    """
    if card.instrument not in present:
        return UNUSED
    return CURRENT if card.version in present[card.instrument] else STALE


def holds(result: Result) -> bool:
    """Whether a figure allows findings: a frame's AUC whose interval reaches below .60, or has none, does not."""
    is_frame = result.metric == "AUC" and result.part.startswith(FRAME)
    return not is_frame or result.low >= BAR


def frame_validity(cards: Sequence[Card]) -> pd.DataFrame:
    """What may be said of every frame, and the weakest figure behind it.

    A frame is valid when its AUC holds on every set that codes it (see `holds`); one that fails on any is not valid
    here and carries no finding; one that no set codes is not validated. Cards of another instrument or version say
    nothing.

    Returns:
        One row per frame, in the codebook's order: `frame`, `title`, `family`, `validity` and `auc`, `low`, `high` (0
        to 1) and `n` of the set where its interval reaches lowest; nan and 0 where no set codes it.
    """
    own = [card for card in cards if (card.instrument, card.version) == (INSTRUMENT, VERSION)]
    rows = []
    for frame in codebook().frames:
        found = [result for card in own if (result := card.find("AUC", f"{FRAME}{frame.name}")) is not None]
        weakest = min(found, key=lambda result: result.low, default=None)
        auc, low, high = (weakest.value, weakest.low, weakest.high) if weakest else (math.nan,) * 3
        rows.append(
            {
                "frame": frame.name, "title": frame.title, "family": frame.family, "validity": _verdict(found),
                "auc": round(auc, DECIMALS), "low": round(low, DECIMALS), "high": round(high, DECIMALS),
                "n": weakest.n if weakest else 0,
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


def _verdict(found: Sequence[Result]) -> str:
    """What the figures of a frame allow."""
    if not found:
        return NOT_VALIDATED
    return VALID if all(holds(result) for result in found) else NOT_VALID


def cards_table(cards: Iterable[Card], present: Mapping[str, Collection[str]]) -> pd.DataFrame:
    """The table `cards`: one row per card, without its figures; notes are lines of one text."""
    names = ("instrument", "version", "measures", "data", "source", "licence", "split", "resampled")
    return tables.table(
        "cards",
        (
            {
                "card": card.slug,
                **{name: getattr(card, name) for name in names},
                "notes": "\n".join(card.notes),
                "standing": standing(card, present),
            }
            for card in cards
        ),
    )


def validity_table(cards: Iterable[Card]) -> pd.DataFrame:
    """The table `validity`: one row per figure of a card, in the card's order; the first is its headline."""
    return tables.table("validity", (row for card in cards for row in _figures(card)))


def _figures(card: Card) -> Iterator[dict[str, object]]:
    """The figures of one card as rows."""
    for result in card.results:
        yield {
            "card": card.slug, "instrument": card.instrument, "metric": result.metric, "part": result.part,
            "value": float(result.value), "low": float(result.low), "high": float(result.high), "n": result.n,
            "groups": result.groups, "holds": holds(result),
        }  # fmt: skip
