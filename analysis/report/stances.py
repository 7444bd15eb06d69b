"""The sentences behind each cell of the stance matrix, as the page opens them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.figures.said_of import cells
from analysis.figures.wording import capitalised, count, signed
from analysis.report.passages import Passage, Passages
from analysis.report.stance import cell_anchor, lead
from analysis.report.study import Study

MOST_SPEAKERS = 24
MOST_SENTENCES = 320
FEWEST_PER_CELL = 2
MOST_PER_CELL = 40
MOST_QUOTED = 420


@dataclass(frozen=True, slots=True)
class StanceCell:
    """A speaker's sentences about one actor; `left_out` says how many more there are."""

    anchor: str
    target: str
    size: str
    passages: tuple[Passage, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class StanceSpeaker:
    """A speaker with the actors of whom the texts let them speak."""

    anchor: str
    name: str
    size: str
    outlets: tuple[str, ...]
    cells: tuple[StanceCell, ...]


@dataclass(frozen=True, slots=True)
class Stances:
    """Who speaks of whom, in the order of the matrix; `left_out` says how many speakers more there are."""

    speakers: tuple[StanceSpeaker, ...] = ()
    left_out: int = 0

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the paragraphs that are quoted from."""
        return tuple(
            passage.paragraph_id
            for speaker in self.speakers
            for cell in speaker.cells
            for passage in cell.passages
        )

    @property
    def anchors(self) -> set[str]:
        """The ids of the cells that the page holds."""
        return {cell.anchor for speaker in self.speakers for cell in speaker.cells}


def stances(study: Study, rows: pd.DataFrame) -> Stances:
    """The sentences behind the matrix; none without mentions.

    Args:
        study: the study.
        rows: made by `stance.spoken_of`.
    """
    if rows.empty:
        return Stances()
    data = cells(rows)
    names = list(dict.fromkeys(data["row"]))
    shown = data[data["row"].isin(names[:MOST_SPEAKERS])]
    most = min(MOST_PER_CELL, max(FEWEST_PER_CELL, MOST_SENTENCES // max(len(shown), 1)))
    if int(shown["sentences"].sum()) <= MOST_SENTENCES:
        most = MOST_PER_CELL
    passages = Passages(study)
    return Stances(
        tuple(
            _speaker(study, passages, (shown[shown["row"] == name], rows[rows["row"] == name]), most=most)
            for name in names[:MOST_SPEAKERS]
        ),
        max(0, len(names) - MOST_SPEAKERS),
    )


def _speaker(
    study: Study, passages: Passages, own: tuple[pd.DataFrame, pd.DataFrame], *, most: int
) -> StanceSpeaker:
    """One speaker, from the cells and from the sentences."""
    data, rows = own
    name = str(data["row"].iloc[0])
    present = set(rows["outlet"].astype("str"))
    return StanceSpeaker(
        anchor="-".join(["stance", *name.replace(",", "").split()]),
        name=capitalised(name),
        size=f"{count(data['sentences'].sum(), 'sentence')}, {count(len(data), 'actor')}",
        outlets=tuple(outlet for outlet in study.outlets if outlet in present),
        cells=tuple(
            _cell(passages, cell, rows[rows["target"] == cell["target"]], most=most)
            for _, cell in data.iterrows()
        ),
    )


def _cell(passages: Passages, cell: pd.Series, rows: pd.DataFrame, *, most: int) -> StanceCell:
    """One speaker's sentences about one actor, in the order of the texts."""
    shown = rows.head(most)
    return StanceCell(
        anchor=cell_anchor(str(cell["row"]), str(cell["target"])),
        target=str(cell["target"]),
        size=f"{signed(cell['stance'])}, {count(cell['sentences'], 'sentence')}",
        passages=tuple(
            passages.part(row["paragraph_id"], row["text"], MOST_QUOTED, lead=lead(row))
            for _, row in shown.iterrows()
        ),
        left_out=len(rows) - len(shown),
    )
