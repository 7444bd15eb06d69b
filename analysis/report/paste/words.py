"""The two paragraphs and their bibliography."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.report.limits import limit_sentences
from analysis.report.paste.methods import methods_sentences
from analysis.report.paste.references import bibtex, spelled_out
from analysis.report.study import Study
from analysis.report.validity import validity_listing, validity_told

PUBLIC_DOMAIN = "Dedicated to the public domain (CC0 1.0): use these words as your own."


@dataclass(frozen=True, slots=True)
class Paste:
    """Both paragraphs in Markdown with Pandoc's citations ("[@key]"), and the works that they cite as BibTeX."""

    methods: str
    limitations: str

    @property
    def bibtex(self) -> str:
        """The entries of all works that the methods cite."""
        return bibtex(self.methods)

    @property
    def plain(self) -> dict[str, str]:
        """What a reader copies, by its title; citations are names and years."""
        return {
            "Methods": spelled_out(self.methods),
            "Limitations": self.limitations,
            "References (BibTeX)": self.bibtex,
        }

    def files(self) -> dict[str, bytes]:
        """The same as files, by path."""
        note = f"<!-- {PUBLIC_DOMAIN} -->\n\n"
        return {
            "paste/methods.md": f"{note}{self.methods}\n".encode(),
            "paste/limitations.md": f"{note}{self.limitations}\n".encode(),
            "paste/references.bib": f"% {PUBLIC_DOMAIN}\n\n{self.bibtex}\n".encode(),
        }


def paste(study: Study) -> Paste:
    """The words for a study."""
    validity = validity_told(validity_listing(study))
    told = (
        f" Measured on hand-labelled data of other subjects, the instruments reach: {validity}"
        if validity
        else ""
    )
    return Paste(" ".join(methods_sentences(study)), f"{' '.join(limit_sentences(study))}{told}")
