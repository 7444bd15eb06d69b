"""The two paragraphs and their bibliography."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.report.citations import STYLES, Reference
from analysis.report.evidence import imprint_of
from analysis.report.limits import limit_sentences
from analysis.report.paste.methods import methods_sentences
from analysis.report.paste.references import as_latex, bibtex, spelled_out
from analysis.report.study import Study
from analysis.report.validity import validity_listing, validity_told

DATA = {
    "PolNeAR": "newell2018", "NewsMTSC": "hamborg2021", "PerSenT": "bastan2020", "SemEval-2007": "strapparava2007",
    "BASIL": "fan2019", "GVFC": "liu2019",
}  # fmt: skip
"""The works of the data sets, by a part of their name."""

PUBLIC_DOMAIN = "Dedicated to the public domain (CC0 1.0): use these words as your own."


@dataclass(frozen=True, slots=True)
class Paste:
    """Both paragraphs in Markdown with Pandoc's citations ("[@key]"), and the works that they cite as BibTeX."""

    methods: str
    limitations: str
    report: Reference

    @property
    def bibtex(self) -> str:
        """The entry of the report itself, and those of all works that the two paragraphs cite."""
        works = bibtex(f"{self.methods} {self.limitations}", known=self.report.key)
        return f"{STYLES['bibtex'](self.report)}\n\n{works}"

    @property
    def plain(self) -> dict[str, str]:
        """What a reader copies, by its title; citations are names and years."""
        own = {self.report.key: f"{'; '.join(self.report.authors) or self.report.title}, {self.report.year}"}
        return {
            "Methods": spelled_out(self.methods, own),
            "Limitations": spelled_out(self.limitations, own),
            "Methods (LaTeX)": as_latex(self.methods),
            "Limitations (LaTeX)": as_latex(self.limitations),
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
    report = imprint_of(study).report()
    limitations = [*limit_sentences(study), *_validity(study)]
    return Paste(" ".join(methods_sentences(study, report)), " ".join(limitations), report)


def _validity(study: Study) -> Iterator[str]:
    """How right the instruments are, with the works of the data that says so."""
    told = validity_told(validity_listing(study))
    named = " ".join(study.table("cards")["data"]) if study.has("cards") else ""
    works = "; ".join(f"@{key}" for name, key in DATA.items() if name in named)
    if told:
        cited = f" [{works}]" if works else ""
        yield f"Measured on hand-labelled data of other subjects{cited}, the instruments reach: {told}"
