"""A step of the study in sentences and tables, as the report has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from analysis.notebook.shown import Pieces, Shown
from analysis.report.listing import Cell, Listing

NOTHING = "The study has nothing to show here: it was not measured, or the texts are too few for it."


@dataclass(frozen=True, slots=True, repr=False)
class Told(Shown):
    """Sentences, each with what it is about or "", and the tables that go with them."""

    MACRO: ClassVar[str] = "told"
    title: str
    sentences: tuple[tuple[str, str], ...]
    listings: tuple[Listing, ...]

    @property
    def plain(self) -> str:
        """Title, sentences and tables as text."""
        said = [f"{about}: {text}" if about else text for about, text in self.sentences]
        return "\n".join([self.title, *said, *map(as_text, self.listings)])


def told(
    pieces: Pieces, title: str, sentences: Iterable[str] = (), listings: Iterable[Listing | None] = ()
) -> Told:
    """A step from its sentences and tables, of which those that the study does not have are empty or None."""
    said = tuple(("", sentence) for sentence in sentences if sentence)
    tables = tuple(table for table in listings if table is not None and table.rows)
    return Told(pieces, title, said if said or tables else (("", NOTHING),), tables)


def as_text(table: Listing) -> str:
    """A table as lines of text, cells set apart by bars."""
    lines = [table.title, " | ".join(heading.text for heading in table.headings)]
    lines += [" | ".join(map(_cell, row.cells)) for row in table.rows]
    return "\n".join(lines + ([f"{table.left_out:,} more rows"] if table.left_out else []))


def _cell(cell: Cell) -> str:
    """A cell with its note."""
    return f"{cell.text} ({cell.note})" if cell.note else cell.text
