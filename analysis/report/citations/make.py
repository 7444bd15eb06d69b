"""References from what a report says of itself and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.report.citations.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.settings import CitationSettings

REPORT = "report"


@dataclass(frozen=True, slots=True)
class Imprint:
    """Makes the references of one report: its title, and who answers for it, since when and where it stands."""

    title: str
    said: CitationSettings

    def report(self) -> Reference:
        """The report as a whole."""
        return self._reference("report", REPORT, self.title)

    def figure(self, entry: Mapping[str, Any]) -> Reference:
        """One figure; the entry has the columns of the table of figures."""
        ident = str(entry["figure_id"])
        return self._reference(
            "figure",
            ident,
            str(entry["title"]),
            within=self.title,
            anchor=f"figure-{ident}",
            number=int(entry["number"]),
            alt=str(entry["alt"]),
            sha256=str(entry["sha256"]),
        )

    def observation(self, anchor: str, text: str) -> Reference:
        """One observation, or a statement of it, in its words."""
        return self._reference("observation", anchor, text, within=self.title, anchor=anchor)

    def _reference(self, kind: Any, ident: str, title: str, **own: Any) -> Reference:  # noqa: ANN401 - its fields
        """A reference with the imprint."""
        said = self.said
        return Reference(
            kind, ident, title, authors=said.authors, date=said.date, publisher=said.publisher, url=said.url,
            doi=said.doi, **own,
        )  # fmt: skip
