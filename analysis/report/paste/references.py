"""The works that the words to paste refer to."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_ENTRY = re.compile(r"^@\w+\{(\w+),.*\}$", re.MULTILINE)
_AUTHORS = re.compile(r"author = \{(.*?)\}, title")
_YEAR = re.compile(r"year = \{(\d{4})\}")
_CITATION = re.compile(r"\[(@\w+(?:; @\w+)*)\]")
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


def bibtex(text: str) -> str:
    """The entries that a text cites, in the order of their keys.

    Raises:
        KeyError: it cites a work that is not known here.
    """
    return "\n\n".join(entries()[key] for key in cited_keys(text))


def spelled_out(text: str) -> str:
    """The text with its citations as names and years: "(Hutto & Gilbert, 2014)"."""
    return _CITATION.sub(
        lambda found: f"({'; '.join(map(_short, found[1].replace('@', '').split('; ')))})", text
    )


def _short(key: str) -> str:
    """Names and year of a work, with "et al." for more than two authors."""
    entry = entries()[key]
    for written, letter in ACCENTS.items():
        entry = entry.replace(written, letter)
    (authors,), (year,) = _AUTHORS.findall(entry), _YEAR.findall(entry)
    names = [author.split(",")[0] for author in authors.split(" and ")]
    who = f"{names[0]} et al." if len(names) > TWO else " & ".join(names)
    return f"{who}, {year}"
