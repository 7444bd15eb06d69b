"""What the validity cards allow to be said: which are of the present instruments, and which frames hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    import pandas as pd

    from analysis.framing.card import Card, Result

BAR = 0.60
"""A frame whose AUC may be lower is not told from chance well enough to be shown as a finding."""

CURRENT, STALE, UNUSED = "current", "stale", "unused"
FRAME = "frame "


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


def valid_frames(cards: Iterable[Card], present: Mapping[str, Collection[str]]) -> set[str]:
    """The frames that hold on every set on which a current card measures them."""
    told = [
        (result.part.removeprefix(FRAME), holds(result))
        for card in cards
        if standing(card, present) == CURRENT
        for result in card.results
        if result.metric == "AUC" and result.part.startswith(FRAME)
    ]
    return {frame for frame, _ in told} - {frame for frame, is_valid in told if not is_valid}


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
