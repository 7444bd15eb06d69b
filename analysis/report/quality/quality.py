"""What is known of the texts of a new study, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["left out", "mended", "kept"]


@dataclass(frozen=True, slots=True)
class Example:
    """An article or row that a check speaks of: where it stands, and what is the matter with it."""

    place: str
    detail: str


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked for, what was done about it, and in how many rows, articles or outlets it was found.

    Attributes:
        check_id: as in quality.csv.
        title: what was found.
        outcome: what was done.
        count: how many there are.
        told: what it means and what was done, in sentences.
        examples: the first of them.
    """

    check_id: str
    title: str
    outcome: Outcome
    count: int
    told: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What a role was filled with, and why."""

    role: str
    column: str
    why: str
    example: str


@dataclass(frozen=True, slots=True)
class OutletCount:
    """An outlet's part of the study; `first` and `last` are the days of its dated articles."""

    name: str
    articles: int
    words: int
    undated: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Outlets that look like one: each with its articles, why, and the lines of study.toml that make them one."""

    names: tuple[tuple[str, int], ...]
    why: tuple[str, ...]
    toml: str


@dataclass(frozen=True, slots=True)
class RecurringLine:
    """A paragraph that stands in many of an outlet's articles."""

    outlet: str
    articles: int
    text: str


@dataclass(frozen=True, slots=True)
class Quality:
    """What the page tells.

    Attributes:
        title: of the study.
        source: the name of what was read.
        rows: how many were read.
        kept: how many of them are articles of the study.
        columns: what was taken from where.
        checks: what was found, in the order in which it was looked for.
        outlets: by name.
        merges: suggestions.
        lines: of boilerplate, by outlet.
        rule: which paragraphs recur, in a sentence.
        verdict: what the numbers of articles can show at all, in a sentence.
    """

    title: str
    source: str
    rows: int
    kept: int
    columns: tuple[Column, ...]
    checks: tuple[Check, ...]
    outlets: tuple[OutletCount, ...]
    merges: tuple[Merge, ...]
    lines: tuple[RecurringLine, ...]
    rule: str
    verdict: str

    @property
    def left_out(self) -> int:
        """How many rows are not in the study."""
        return self.rows - self.kept

    def of(self, outcome: Outcome) -> list[Check]:
        """The checks with this outcome that found something, the most frequent first."""
        found = [check for check in self.checks if check.outcome == outcome and check.count]
        return sorted(found, key=lambda check: -check.count)
