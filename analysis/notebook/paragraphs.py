"""The paragraphs of a study as a table, and each with who speaks and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import pandas as pd

from analysis.figures.wording import count, shorten
from analysis.notebook.shown import Pieces, Shown, found
from analysis.notebook.told import as_text
from analysis.report.listing import Cell, Heading, Listing, Row, row_anchor
from analysis.report.passages import Passage, Passages

MOST_CHARACTERS = 150
MOST_ROWS = 12
HEADINGS = tuple(map(Heading, ("Paragraph", "Outlet", "Kind", "Speaker", "Text")))


@dataclass(frozen=True, slots=True, repr=False)
class Paragraph(Shown):
    """One paragraph: its text, its outlet and speaker, and its place in the source file."""

    MACRO: ClassVar[str] = "paragraph"
    passage: Passage

    @property
    def text(self) -> str:
        """What it says."""
        return self.passage.text

    @property
    def speaker(self) -> str:
        """Who speaks: the outlet, or a person in an interview."""
        return self.passage.speaker

    @property
    def source(self) -> str:
        """The file, and the first and last character in it."""
        return f"{self.passage.source}, characters {self.passage.start:,}–{self.passage.end:,}"

    @property
    def plain(self) -> str:
        """Id, outlet, speaker and place, then the text."""
        where = ", ".join(filter(None, [self.passage.outlet, self.passage.said_by, self.source]))
        return f"{self.passage.paragraph_id} ({self.passage.kind}; {where})\n{self.text}"


@dataclass(frozen=True, slots=True, repr=False)
class Paragraphs(Shown):
    """Some paragraphs of a study, of which twelve are shown; `frame` has all, with every column and whole texts."""

    MACRO: ClassVar[str] = "table"
    frame: pd.DataFrame = field(compare=False)

    def __len__(self) -> int:
        return len(self.frame)

    def __getitem__(self, paragraph_id: str) -> Paragraph:
        """The paragraph of this id.

        Raises:
            NotFoundError: there is none among these.
        """
        found(paragraph_id, self.frame["paragraph_id"], "paragraph")
        return Paragraph(self.pieces, Passages(self.pieces.study, every_kind=True).whole(paragraph_id))

    @property
    def first(self) -> Paragraph:
        """The first of them.

        Raises:
            NotFoundError: there is none.
        """
        return self[str(self.frame["paragraph_id"].iloc[0]) if len(self.frame) else ""]

    def find(self, words: str) -> Paragraphs:
        """Those that have these words, capitals or not."""
        has = self.frame["plain"].str.contains(words, case=False, regex=False)
        return Paragraphs(self.pieces, self.frame[has])

    def of(self, outlet: str) -> Paragraphs:
        """Those of one outlet.

        Raises:
            NotFoundError: the study has no such outlet.
        """
        found(outlet, self.pieces.study.outlets, "outlet")
        return Paragraphs(self.pieces, self.frame[self.frame["outlet"] == outlet])

    @property
    def analysed(self) -> Paragraphs:
        """Those that are analysed."""
        return Paragraphs(self.pieces, self.frame[self.frame["analysed"]])

    @property
    def left_out(self) -> Paragraphs:
        """Those that are kept in the table and out of the analysis."""
        return Paragraphs(self.pieces, self.frame[~self.frame["analysed"]])

    @property
    def listing(self) -> Listing:
        """The first of them as a table, long texts cut."""
        shown = self.frame[["paragraph_id", "outlet", "kind", "speaker", "plain"]].head(MOST_ROWS)
        rows = tuple(
            _row(paragraph_id, outlet, kind, speaker=speaker, text=text)
            for paragraph_id, outlet, kind, speaker, text in shown.itertuples(index=False, name=None)
        )
        more = len(self.frame) - len(rows)
        return Listing("paragraphs", count(len(self.frame), "paragraph"), HEADINGS, rows, more)

    @property
    def plain(self) -> str:
        """The table as text."""
        return as_text(self.listing)


def paragraphs(pieces: Pieces) -> Paragraphs:
    """Every paragraph of a study, in the order of the articles."""
    return Paragraphs(pieces, pieces.study.table("paragraphs"))


def _row(paragraph_id: str, outlet: str, kind: str, *, speaker: str, text: str) -> Row:
    """One paragraph; a speaker is named where it is not the outlet."""
    said_by = "" if speaker == outlet else speaker
    cells = (Cell(paragraph_id), Cell(outlet, outlet=outlet), Cell(kind), Cell(said_by))
    return Row(row_anchor("paragraph", paragraph_id), (*cells, Cell(shorten(text, MOST_CHARACTERS))))
