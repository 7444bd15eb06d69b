"""What is looked for in every row, what is done about it, and how a reader is told."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.report.quality import Outcome

SHORT, LONG = 50, 10_000
"""Words; a shorter article is called very short, a longer one very long."""

LONGEST = 1_000_000
"""Characters; a longer text is no article."""

LONG_PARAGRAPH = 400
"""Words."""

FEW = 4
"""Articles; two outlets with as many are the fewest between which a difference can reach p < .05."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: its title, what is done, and what it means, in sentences."""

    title: str
    outcome: Outcome
    told: str


def _kinds() -> dict[str, Kind]:
    """The kinds of `checks.toml`, their numbers filled in."""
    text = resources.files("analysis.importing").joinpath("checks.toml").read_text(encoding="utf-8")
    numbers = {
        "SHORT": SHORT, "LONG": LONG, "LONGEST": LONGEST, "LONG_PARAGRAPH": LONG_PARAGRAPH, "FEW": FEW,
    }  # fmt: skip
    for name, number in numbers.items():
        text = text.replace(f"{{{name}}}", f"{number:,}")
    return {name: Kind(**given) for name, given in tomllib.loads(text).items()}


KINDS = _kinds()
"""By the name that quality.csv gives each."""
