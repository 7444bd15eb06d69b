"""What the results were made from, as listings: versions, seeds, settings and hashes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.figures.wording import shorten
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor

MOST_CHARACTERS = 300
GENERAL = "run"


def provenance_listings(facts: Mapping[str, object]) -> list[Listing]:
    """A listing of the plain facts, and one for each group of facts, keys as given."""
    plain = {key: value for key, value in facts.items() if not isinstance(value, Mapping)}
    groups = {key: value for key, value in facts.items() if isinstance(value, Mapping)}
    first = [_listing(GENERAL, plain)] if plain else []
    return [*first, *(_listing(str(key), value) for key, value in groups.items() if value)]


def _listing(name: str, facts: Mapping[str, object]) -> Listing:
    """One group of facts."""
    rows = [
        Row(row_anchor("provenance", name, key), (Cell(key), Cell(shorten(value, MOST_CHARACTERS))))
        for key, value in _flat(facts)
    ]
    return listing(
        row_anchor("facts", name), name.replace("_", " "), [Heading("what"), Heading("value")], rows
    )


def _flat(facts: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Facts within facts as one list, their keys joined by dots and list entries numbered; empty ones are left out."""
    for key, value in facts.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{name}.")
        elif (
            isinstance(value, Sequence)
            and not isinstance(value, str)
            and any(isinstance(item, Mapping) for item in value)
        ):
            for number, item in enumerate(value, start=1):
                yield from _flat(item if isinstance(item, Mapping) else {"": item}, f"{name}.{number}.")
        elif isinstance(value, Sequence) and not isinstance(value, str) and value:
            yield name, ", ".join(map(str, value))
        elif value or value == 0:
            yield name, str(value)
