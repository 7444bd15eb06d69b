"""Text made safe for the languages that citations are written in."""

from __future__ import annotations

import re

from analysis.figures.wording import clean

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~$&!])")


def latex(text: str) -> str:
    """Text for LaTeX and BibTeX, on one line, in Unicode.

    Braces are written by name: BibTeX counts even escaped ones, and one alone would break the entry.
    """
    return "".join(_LATEX.get(letter, letter) for letter in clean(text))


def markdown(text: str) -> str:
    """Text for Markdown, on one line, in which nothing is markup."""
    return _MARKDOWN.sub(r"\\\1", clean(text))


def url(address: str) -> str:
    """An address for LaTeX, BibTeX and Markdown: what could end it or start a comment is percent-encoded."""
    unsafe = {letter: f"%{ord(letter):02X}" for letter in " {}()<>\\^`|\"'"}
    return "".join(unsafe.get(letter, letter) for letter in clean(address))
