"""The works that the words to paste refer to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from analysis.report.citations.escapes import latex

_ENTRY = re.compile(r"^@\w+\{(\w+),.*\}$", re.MULTILINE)
_AUTHORS = re.compile(r"author = \{((?:(?!author = )[^\n])*?)\}, title")
_YEAR = re.compile(r"year = \{(\d{4})\}")
_CITATION = re.compile(r"\[(@[\w-]+(?:; @[\w-]+)*)\]")
TWO = 2
ACCENTS = {'{\\"o}': "ö", "{\\AA}": "Å"}


@cache
def entries() -> dict[str, str]:
    """Every BibTeX entry by its key."""
    text = resources.files("analysis.report.paste").joinpath("references.bib").read_text(encoding="utf-8")
    return {found[1]: found[0] for found in _ENTRY.finditer(text)}


def cited_keys(text: str) -> list[str]:
    """The keys that a text cites in Pandoc's way ("[@key; @key]"), each once, sorted."""
    groups = [found[1].replace("@", "").split("; ") for found in _CITATION.finditer(text)]
    return sorted({key for group in groups for key in group})


def bibtex(text: str, *, known: str = "") -> str:
    """The entries that a text cites, in the order of their keys; `known` is the key of one that is given elsewhere.

    Raises:
        KeyError: it cites a work that is not known here.
    """
    return "\n\n".join(entries()[key] for key in cited_keys(text) if key != known)


def as_latex(text: str) -> str:
    r"""The text for LaTeX, its citations as `\citep{key,key}` (natbib, biblatex)."""
    return _CITATION.sub(
        lambda found: f"\\citep{{{found[1].replace('@', '').replace('; ', ',')}}}", latex(text)
    )


def spelled_out(text: str, own: Mapping[str, str]) -> str:
    """The text with its citations as names and years: "(Hutto & Gilbert, 2014)".

    Args:
        text: with citations in Pandoc's way.
        own: names and year of what is not among the entries here, by its key.
    """

    def told(found: re.Match[str]) -> str:
        keys = found[1].replace("@", "").split("; ")
        return f"({'; '.join(own.get(key) or _short(key) for key in keys)})"

    return _CITATION.sub(told, text)


def _short(key: str) -> str:
    """Names and year of a work, with "et al." for more than two authors."""
    entry = entries()[key]
    for written, letter in ACCENTS.items():
        entry = entry.replace(written, letter)
    (authors,), (year,) = _AUTHORS.findall(entry), _YEAR.findall(entry)
    names = [author.split(",")[0] for author in authors.split(" and ")]
    who = f"{names[0]} et al." if len(names) > TWO else " & ".join(names)
    return f"{who}, {year}"
