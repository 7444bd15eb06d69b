"""The verdict on a headline contrast, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

PARTS = (
    ("other_sign", "other sign"), ("no_difference", "no difference"), ("undefined", "not defined"),
    ("not_found", "topic not found"),
)  # fmt: skip


def verdict(row: Mapping[str, Any]) -> str:
    """How many of all specifications give the sign of the study's own result: "robust in sign in n of m"."""
    return f"robust in sign in {row['same_sign']:,} of {row['specifications']:,}"


def others(row: Mapping[str, Any]) -> str:
    """What becomes of the other specifications, as "3 other sign, 40 topic not found"; "" where there are none."""
    return ", ".join(f"{row[name]:,} {told}" for name, told in PARTS if row[name])


def verdict_lines(summary: pd.DataFrame) -> Iterator[str]:
    """A line for each contrast, for the command line."""
    if summary.empty:
        yield "nothing to compare: no two outlets differ in anything that makes a headline"
    for row in summary.to_dict("records"):
        rest = others({str(name): value for name, value in row.items()})
        told = f"{row['kind']}, {row['subject']}" if row["subject"] else row["kind"]
        yield (
            f"{told}: {row['outlet']} against the rest {row['reference']:+.3f}, "
            f"{verdict({str(name): value for name, value in row.items()})}{f' ({rest})' if rest else ''}"
        )
