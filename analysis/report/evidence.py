"""What each statement of a finding rests on, as far as the page holds it; and its references."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.report.citations import Imprint, cited
from analysis.report.findings import Finding
from analysis.report.study import Study


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number of a statement stands in the page, and what a link there reads: the number, where it can."""

    anchor: str
    called: str


def places(found: Sequence[Finding], known: Mapping[str, str]) -> dict[str, tuple[tuple[Place, ...], ...]]:
    """The places of every statement that the page has, by finding.

    Args:
        found: the findings.
        known: what can be linked to, by its id, with what a link there reads.
    """
    return {
        finding.finding_id: tuple(
            tuple(Place(anchor, known[anchor]) for anchor in claim.evidence if anchor in known)
            for claim in finding.claims
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
