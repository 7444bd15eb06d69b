"""A table of the page as data: headings, rows of cells, and an id for each row so that it can be cited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

MOST_ROWS = 80
T = TypeVar("T")

KEPT_IN = {
    "articles": "articles", "unknown-lines": "unknown_lines", "design": "design", "copies": "reuse",
    "shares-by-outlet": "estimates", "tone-by-outlet": "estimates", "tone-by-topic": "estimates",
    "stances-by-outlet": "estimates", "frames-by-outlet": "estimates", "microframes-by-outlet": "estimates",
    "stances-by-speaker": "targets", "voices-by-outlet": "words_by_speaker", "omissions": "omissions",
    "paired": "paired", "tone-sentences": "tone", "topic-words": "keyness", "pair-words": "keyness",
    "pairs": "contrasts", "leave-one-out": "leave_one_out", "leading-words": "leave_one_out_words",
}  # fmt: skip
"""By listing: the table that has its rows, all of them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, the outlet whose mark precedes it, and where it links to (an address or "#anchor").

    `is_repeat` says that the row above has the same; it is then heard, but not seen again. `sort` is what the column
    is sorted by where that is not the text: the ISO form of a date.
    """

    text: str
    outlet: str = ""
    href: str = ""
    note: str = ""
    is_repeat: bool = False
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's name, and whether its cells are numbers (which are set flush right)."""

    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row and its id in the page."""

    row_id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table for the page; `rows` holds at most 80, and `left_out` says how many more there are."""

    listing_id: str
    title: str
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    left_out: int = 0

    @property
    def kept_in(self) -> str:
        """Where the rows that are left out can be found, in words."""
        return (
            f"tables/{KEPT_IN[self.listing_id]}.parquet"
            if self.listing_id in KEPT_IN
            else "the folder of tables"
        )

    def cell_id(self, row: Row, column: int) -> str:
        """The id by which a cell can be cited; "" where another column before it has the same heading."""
        names = [heading.text for heading in self.headings]
        return "" if names[column] in names[:column] else cell_anchor(row.row_id, names[column])


def listing(listing_id: str, title: str, headings: Sequence[Heading], rows: Sequence[Row]) -> Listing:
    """A listing of the first 80 rows."""
    return Listing(listing_id, title, tuple(headings), tuple(rows[:MOST_ROWS]), max(0, len(rows) - MOST_ROWS))


def listing_of(
    listing_id: str, title: str, headings: Sequence[Heading], keys: Sequence[T], *, row: Callable[[T], Row]
) -> Listing:
    """A listing of the first 80 keys; no row is made that the page does not show.

    Args:
        listing_id: its id in the page.
        title: its title.
        headings: its columns.
        keys: what each row is about, of all rows.
        row: makes the row of a key.
    """
    rows = tuple(row(key) for key in keys[:MOST_ROWS])
    return Listing(listing_id, title, tuple(headings), rows, max(0, len(keys) - MOST_ROWS))


def citable_cells(*listings: Listing | None) -> dict[str, str]:
    """The text of every cell by which these listings can be cited, by its id."""
    return {
        table.cell_id(row, column): cell.text
        for table in listings
        if table is not None
        for row in table.rows
        for column, cell in enumerate(row.cells)
        if table.cell_id(row, column)
    }


def row_anchor(*parts: object) -> str:
    """A row's id from what it is about."""
    return "-".join(["row", *("-".join(str(part).split()) for part in parts if str(part))])


def cell_anchor(row_id: str, heading: str) -> str:
    """A cell's id from its row's and the heading of its column."""
    return f"{row_id}--{'-'.join(heading.lower().split())}"


def web_address(address: str) -> str:
    """The address where it is one of the web, and "" otherwise: an article's text may not smuggle in a script."""
    return address if address.startswith(("https://", "http://")) and not set(address) & set(' "<>') else ""
