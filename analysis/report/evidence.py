"""What each statement of a finding rests on, as far as the page holds it; and its references."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from analysis.report.citations import Imprint, cited
from analysis.report.findings import Finding
from analysis.report.study import Study


@dataclass(frozen=True, slots=True)
class Place:
    """Where the number of a statement stands in the page ("" where it does not), and what a link there is called.

    `claim` and `number` are the anchor and the number of the statement.
    """

    anchor: str
    called: str
    claim: str
    number: int


def places(
    found: Sequence[Finding], rows: Collection[str], cells: Collection[str]
) -> dict[str, tuple[Place, ...]]:
    """The places of every statement, by finding.

    Args:
        found: the findings.
        rows: ids of the rows that the page has.
        cells: ids of the cells that it has.
    """
    return {
        finding.finding_id: tuple(
            _place(finding, number, rows, cells) for number in range(len(finding.claims))
        )
        for finding in found
    }


def finding_citations(study: Study, found: Sequence[Finding]) -> dict[str, dict[str, str]]:
    """The references to each finding in every style."""
    imprint = imprint_of(study)
    return {
        finding.finding_id: cited(imprint.observation(finding.finding_id, finding.text)) for finding in found
    }


def figure_citations(study: Study) -> dict[str, dict[str, str]]:
    """The references to each figure in every style."""
    imprint = imprint_of(study)
    return {
        name: cited(imprint.figure(dataclasses.asdict(figure) | {"sha256": figure.sha256}))
        for name, figure in study.figures.items()
    }


def imprint_of(study: Study) -> Imprint:
    """What the report says of itself."""
    return Imprint(study.settings.study.title, study.settings.citation)


def _place(finding: Finding, number: int, rows: Collection[str], cells: Collection[str]) -> Place:
    """Where one statement's number stands: its cell, else its row, else the finding's own row."""
    wanted = finding.claims[number].cell or finding.row_id
    row = wanted.rpartition("--")[0] or wanted
    known = [place for place in (wanted, row, finding.row_id) if place in cells or place in rows]
    anchor = known[0] if known else ""
    return Place(anchor, _called(anchor, cells), finding.anchors[number], number + 1)


def _called(place: str, cells: Collection[str]) -> str:
    """What a link to a place is called."""
    if place.startswith("topic-"):
        return "the topic"
    if place.startswith("pair-"):
        return "both paragraphs"
    return "table cell" if place in cells else "table row"
