"""What a verification found, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.verifying.agreement import Agreement

Standing = Literal["identical", "same to tolerance", "differs"]


@dataclass(frozen=True, slots=True)
class FigureVerdict:
    """A figure against the same one made anew, and how they differ if they do."""

    figure_id: str
    number: int
    standing: Standing
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """A report against what its inputs give now.

    Attributes:
        files: how many files the manifest lists.
        altered: those that are missing or are not what was rendered.
        figures: every figure's verdict.
        statements: sentences of the findings that read otherwise: before and now.
        tables: tables whose content differs, with how.
        bytes_differ: every file of the second run whose bytes are not those of the report, or that it does not have.
        vectors: the largest difference of a number in the vectors; nan when they cannot be compared.
        agreement: of the topics, where they were found anew from slightly other vectors; else None.
        other: what about code, versions or settings is not what the report was rendered with.
        refitted: whether vectors, topics and scores were computed, not taken from the report.
    """

    files: int
    altered: tuple[str, ...]
    figures: tuple[FigureVerdict, ...]
    statements: tuple[tuple[str, str], ...]
    tables: tuple[tuple[str, str], ...]
    bytes_differ: tuple[str, ...]
    vectors: float
    agreement: Agreement | None
    other: tuple[str, ...]
    refitted: bool

    def count(self, standing: Standing) -> int:
        """How many figures stand so."""
        return sum(figure.standing == standing for figure in self.figures)

    @property
    def pages(self) -> tuple[str, ...]:
        """The files beside figures and tables whose bytes differ, such as the page."""
        return tuple(path for path in self.bytes_differ if not path.startswith(("figures/", "tables/")))

    @property
    def holds(self) -> bool:
        """Whether the report may be relied on.

        No file was altered, and either every figure and sentence is the same (to tolerance) and so is the page where
        nothing it was made with has changed, or the vectors are those of another kind of machine and the topics agree
        within the band that is promised there.
        """
        if self.altered:
            return False
        same = not self.count("differs") and not self.statements and not (self.pages and not self.other)
        return same or (self.agreement is not None and self.agreement.is_within)
