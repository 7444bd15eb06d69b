"""The tables of a study, found by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from analysis.figures.wording import count
from analysis.notebook.shown import Pieces, Shown, found
from analysis.notebook.told import as_text
from analysis.report.listing import Cell, Heading, Listing, Row, row_anchor

if TYPE_CHECKING:
    import pandas as pd

HEADINGS = (Heading("Table"), Heading("Rows", True), Heading("Columns"))


@dataclass(frozen=True, slots=True, repr=False)
class Tables(Shown):
    """Every table of a study; shown as a list of their names, sizes and columns."""

    MACRO: ClassVar[str] = "table"
    frames: Mapping[str, pd.DataFrame] = field(compare=False)

    def __len__(self) -> int:
        return len(self.frames)

    def __iter__(self) -> Iterator[str]:
        return iter(self.frames)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """A copy of the table of this name.

        Raises:
            NotFoundError: there is none.
        """
        return self.frames[found(name, self.frames, "table")].copy()

    @property
    def listing(self) -> Listing:
        """A row for each table that has rows."""
        rows = tuple(_row(name, frame) for name, frame in sorted(self.frames.items()) if len(frame))
        return Listing("tables", count(len(rows), "table"), HEADINGS, rows)

    @property
    def plain(self) -> str:
        """The list as text."""
        return as_text(self.listing)


def tables(pieces: Pieces) -> Tables:
    """The tables of a study."""
    return Tables(pieces, pieces.study.tables)


def _row(name: str, frame: pd.DataFrame) -> Row:
    """One table."""
    columns = ", ".join(map(str, frame.columns))
    return Row(row_anchor("table", name), (Cell(name), Cell(f"{len(frame):,}"), Cell(columns)))
