"""What a verification found, as data."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.verifying.agreement import Agreement
from analysis.verifying.files import FileVerdict, Standing


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
        altered: files of the report that are missing, not what was rendered, or that nobody rendered.
        misfits: where its manifest contradicts itself.
        other: what about articles, settings, code or versions is not as when it was rendered.
        files: the verdict on every file of either run.
        figures: the verdict on every figure.
        statements: sentences of the findings that read otherwise: before and now.
        vectors: the largest difference of a number in the vectors; nan when they cannot be compared.
        agreement: of the topics, where they were found anew from slightly other vectors; else None.
        from_stored: the same report against a run from its own stored vectors, topics and scores, where it was made.
        measured: tables that were taken over from beside the study, because commands of their own measure them.
        notebooks: pages of notebooks, which are checked against their own list and not run again.
        refitted: whether vectors, topics and scores were computed, not taken from the report.
    """

    altered: tuple[str, ...]
    misfits: tuple[str, ...]
    other: tuple[str, ...]
    files: tuple[FileVerdict, ...]
    figures: tuple[FigureVerdict, ...]
    statements: tuple[tuple[str, str], ...]
    vectors: float
    agreement: Agreement | None
    from_stored: Verification | None
    measured: tuple[str, ...]
    notebooks: int
    refitted: bool

    def count(self, standing: Standing) -> int:
        """How many figures stand so."""
        return sum(figure.standing == standing for figure in self.figures)

    @property
    def bytes_differ(self) -> tuple[FileVerdict, ...]:
        """The files that are not the same bytes in both runs."""
        return tuple(file for file in self.files if file.standing != "identical")

    @property
    def is_sound(self) -> bool:
        """Whether the report is what was rendered, from what is there now."""
        return not self.altered and not self.misfits and not self.other

    @property
    def is_same(self) -> bool:
        """Whether everything that came out is the same, up to the tolerances."""
        same = all(file.standing != "differs" for file in self.files)
        return same and not self.count("differs") and not self.statements

    @property
    def holds(self) -> bool:
        """Whether the report may be relied on.

        It is what was rendered, from the same articles, settings, code and versions; and what comes out is the same.
        Where another kind of machine gives slightly other vectors, the topics have to agree within the band that is
        promised there, and a run from the report's own vectors, topics and scores has to give the same.
        """
        if not self.is_sound:
            return False
        if self.is_same:
            return True
        near = self.agreement is not None and self.agreement.is_within
        return (
            near and self.from_stored is not None and self.from_stored.is_sound and self.from_stored.is_same
        )
