"""The figures of a study as a notebook shows them: number, title, drawing, how to read it, and n."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from analysis import store
from analysis.figures import RenderedFigure
from analysis.notebook.shown import Pieces, Shelf, Shown
from analysis.report.findings.finding import outlet_sizes

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, repr=False)
class Figure(Shown):
    """One figure of the report."""

    MACRO: ClassVar[str] = "drawing"
    rendered: RenderedFigure

    @property
    def data(self) -> pd.DataFrame:
        """The table that it shows."""
        return self.rendered.data.copy()

    @property
    def size(self) -> str:
        """The paragraphs and articles of each outlet that were analysed."""
        return outlet_sizes(self.pieces.study, self.pieces.study.outlets)

    @property
    def plain(self) -> str:
        """Number and title, the finding in words, how to read it, and what was analysed."""
        it = self.rendered
        return f"Figure {it.number}. {it.title}\n{it.alt}\n{it.caption}\nAnalysed: {self.size}"

    @property
    def entry(self) -> tuple[str, str, str]:
        """Its number, id and title, for the list of figures."""
        return str(self.rendered.number), self.rendered.figure_id, self.rendered.title


@dataclass(frozen=True, slots=True, repr=False)
class Figures(Shelf[Figure]):
    """All figures of a study; shown as a list of their numbers, ids and titles."""

    MACRO: ClassVar[str] = "figure_list"


def figures(pieces: Pieces) -> Figures:
    """The figures of a study in the order of their numbers."""
    items = {name: Figure(pieces, rendered) for name, rendered in pieces.study.figures.items()}
    return Figures(pieces, "Figures", "figure", (), items)


def read_figures(report: Path) -> list[RenderedFigure]:
    """The figures that a report's folder holds, as they were published.

    Raises:
        StoreError: the table of figures is missing or damaged.
    """
    return [_read(report, row) for row in store.read_table(report, "figures").to_dict("records")]


def _read(report: Path, row: Mapping[Any, Any]) -> RenderedFigure:
    """One figure from its drawing and its data."""
    import pandas as pd

    return RenderedFigure(
        figure_id=row["figure_id"],
        number=int(row["number"]),
        title=row["title"],
        caption=row["caption"],
        alt=row["alt"],
        svg=(report / f"figures/{row['figure_id']}.svg").read_text(encoding="utf-8"),
        data=pd.read_csv(report / row["table"]),
    )
