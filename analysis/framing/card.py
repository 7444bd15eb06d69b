"""Validity cards: how right an instrument was on hand-labelled data, kept beside it and shown with its findings."""

from __future__ import annotations

import dataclasses
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import StoreError

FOLDER = Path(__file__).parent / "cards"
DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Result:
    """One measured figure.

    Attributes:
        metric: its name, such as "macro-F1", "AUC", "Pearson r" or "calibration error".
        part: of what, such as "all", "class negative", "outlet fox", "frame economic".
        value: the figure; nan where it is undefined.
        low: lower end of the 95 % interval; nan where none was drawn.
        high: upper end.
        n: texts that it rests on.
        groups: articles (or other independent groups) that these come from, which were resampled whole.
    """

    metric: str
    part: str
    value: float
    low: float
    high: float
    n: int
    groups: int


@dataclass(frozen=True, slots=True)
class Card:
    """How right one version of an instrument was on one set of hand-labelled data.

    Attributes:
        instrument: its name.
        version: the version measured; a card of another version says nothing about the present one.
        measures: what the instrument measures, in one sentence.
        data: the set's public name.
        source: its paper and where it is published.
        licence: of the data.
        split: which part was measured on, and what that part was kept from.
        resampled: what the intervals resample, "articles" where they are known.
        results: the figures.
        notes: what a reader must know beside them: published figures, limits, what was tried.
    """

    instrument: str
    version: str
    measures: str
    data: str
    source: str
    licence: str
    split: str
    resampled: str
    results: tuple[Result, ...]
    notes: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The card's name as a file: instrument and data."""
        words = f"{self.instrument} {self.data}".lower()
        return "-".join("".join(c if c.isalnum() else " " for c in words).split())

    def find(self, metric: str, part: str = "all") -> Result | None:
        """The figure of a metric for a part, if the card has it."""
        return next((r for r in self.results if (r.metric, r.part) == (metric, part)), None)


def keep(card: Card, folder: Path = FOLDER) -> Path:
    """Write a card, in place of an earlier one for the same instrument and data.

    Figures keep four decimals; an undefined one is null.

    Raises:
        StoreError: the folder cannot be written to.
    """
    path = folder / f"{card.slug}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(
            json.dumps(_plain(dataclasses.asdict(card)), indent=1, ensure_ascii=False) + "\n", "utf-8"
        )
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror})", where=path) from None
    return path


def cards(folder: Path = FOLDER) -> tuple[Card, ...]:
    """All cards that are kept, in the order of their file names.

    Raises:
        StoreError: a file is no card.
    """
    return tuple(_read(path) for path in sorted(folder.glob("*.json")))


def _read(path: Path) -> Card:
    """One card from its file."""
    try:
        fields = json.loads(path.read_text("utf-8"))
        results = tuple(_result(one) for one in fields["results"])
        return Card(**{**fields, "results": results, "notes": tuple(fields["notes"])})
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        remedy = "make it again with `framing validate`"
        raise StoreError(f"is no validity card ({error})", where=path, remedy=remedy) from None


def _result(fields: dict[str, Any]) -> Result:
    """One figure from its fields; null is nan."""
    given: dict[str, Any] = {name: math.nan if value is None else value for name, value in fields.items()}
    return Result(**given)


def _plain(value: Any) -> Any:  # noqa: ANN401 - any part of a card
    """A card's fields as JSON has them: lists, rounded numbers, null for nan."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return round(value, DECIMALS) if math.isfinite(value) else None
    return value
