"""One thing that can be cited: what every style needs to know of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Kind = Literal["report", "figure", "observation"]

NO_DATE = "n.d."
MOST_KEY = 32
PINNED = 12
"""Characters of a hash that tell one drawing from any other in a line that people read."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A report, one of its figures or one of its observations.

    Attributes:
        kind: which of the three.
        ident: its id: the slug of a figure, the anchor of an observation, "report".
        number: of a figure; 0 for what has none.
        title: a figure's question, an observation's words, the report's title.
        within: the title of the report; "" for the report itself.
        alt: what a figure shows, in words.
        sha256: of a figure's SVG; "" for what is no file.
        anchor: where it stands in the page, without "#"; "" for the report.
        authors: "Family, Given", or the name of a body.
        date: YYYY-MM-DD, YYYY-MM, YYYY or "".
        publisher: who publishes the report; "" when it is not said.
        url: where the report stands; "" when it is not said.
        doi: the report's, without a resolver's address; "" when it has none.
    """

    kind: Kind
    ident: str
    title: str
    number: int = 0
    within: str = ""
    alt: str = ""
    sha256: str = ""
    anchor: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""
    url: str = ""
    doi: str = ""

    @property
    def year(self) -> str:
        """The year, or "n.d." (no date)."""
        return self.date[:4] or NO_DATE

    @property
    def label(self) -> str:
        """What it is called within the report: "Figure 8", "Observation"; "" for the report."""
        return {"report": "", "figure": f"Figure {self.number}", "observation": "Observation"}[self.kind]

    @property
    def pin(self) -> str:
        """What finds it whatever its number becomes: label, id, and the first characters of a figure's hash."""
        parts = (self.label, self.ident, f"SHA-256 {self.sha256[:PINNED]}" if self.sha256 else "")
        return ", ".join(filter(None, parts)) if self.label else ""

    @property
    def address(self) -> str:
        """Where it is found: the report's DOI, else its address, with the anchor; "" when neither is known."""
        whole = f"https://doi.org/{self.doi}" if self.doi else self.url
        return f"{whole}#{self.anchor}" if whole and self.anchor and not self.doi else whole

    def beside(self, path: str) -> str:
        """The address of a file of the report's folder, where the report's own is known; else its path there."""
        folder = self.url.partition("#")[0].rpartition("/")[0]
        return f"{folder}/{path}" if folder.count("/") > 1 else path

    @property
    def key(self) -> str:
        """A key for bibliographies, unique within a report: who, when and what, in ASCII."""
        who = slug(self.authors[0].split(",")[0] if self.authors else self.within or self.title)
        return "-".join(part for part in (who, self.date[:4], self.ident) if part)


def slug(text: str) -> str:
    """The text in small ASCII letters, digits and hyphens, cut at a word to at most 32; "x" when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while len("-".join(words)) > MOST_KEY and len(words) > 1:
        words.pop()
    return "-".join(words)[:MOST_KEY] or "x"
