"""The references of a report that has been rendered."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from analysis import store
from analysis.errors import CitationError
from analysis.report.citations.make import REPORT, Imprint
from analysis.report.citations.reference import Reference
from analysis.settings import CitationSettings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    import pandas as pd


class References(dict[str, Reference]):
    """References by id: the report, its figures, its observations and their sentences."""

    def find(self, ident: str) -> Reference:
        """The reference with this id; "figure-" before a figure's id may be there or not.

        Raises:
            CitationError: there is none.
        """
        wanted = ident.removeprefix("#").removeprefix("figure-")
        if wanted in self:
            return self[wanted]
        near = difflib.get_close_matches(wanted, list(self), n=1, cutoff=0.4)
        remedy = f"did you mean {near[0]!r}? " if near else ""
        raise CitationError(
            f"nothing in this report has the id {ident!r}",
            remedy=f"{remedy}`framing cite` without an id lists them all",
        )


def read_references(folder: Path) -> References:
    """All references of the report in a folder, the report first, then figures and observations in their order.

    Raises:
        CitationError: the folder holds no report, or one without figures to cite.
    """
    manifest = store.read_manifest(folder)
    if "figures" not in manifest:
        raise CitationError("no report is there", where=folder, remedy="render it first: framing report")
    said = manifest["provenance"]["settings"].get("citation", {})
    imprint = Imprint(manifest["study"], _citation(said))
    return references(imprint, manifest["figures"], store.read_published(folder, "observations"))


def references(imprint: Imprint, figures: list[Mapping[str, Any]], observations: pd.DataFrame) -> References:
    """The references to a report, to its figures and to its observations, whole and by the sentence."""
    made = References({REPORT: imprint.report()})
    for entry in figures:
        made[str(entry["figure_id"])] = imprint.figure(entry)
    for finding, rows in observations.groupby("finding_id", sort=False):
        made[str(finding)] = imprint.observation(str(finding), " ".join(rows["text"]))
        for anchor, text in zip(rows["observation_id"], rows["text"], strict=True):
            made[str(anchor)] = imprint.observation(str(anchor), str(text))
    return made


def _citation(said: Mapping[str, Any]) -> CitationSettings:
    """The settings of citation as a manifest holds them."""
    return CitationSettings(**{**said, "authors": tuple(said.get("authors", ()))})
