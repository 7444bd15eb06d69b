"""A reference in each style: BibTeX, RIS, APA, Markdown and LaTeX."""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.figures.files import figure_path
from analysis.figures.wording import clean
from analysis.report.citations import escapes
from analysis.report.citations.reference import NO_DATE, Reference

RIS_TYPES = {"report": "RPRT", "figure": "FIGURE", "observation": "GEN"}
MOST_APA_AUTHORS = 20


def bibtex(it: Reference) -> str:
    """A BibTeX entry; the title keeps its capitals, and `note` pins a figure by its content."""
    fields = {
        "author": " and ".join(_bibtex_name(author) for author in it.authors),
        "title": f"{{{escapes.latex(it.title)}}}",
        "howpublished": escapes.latex(f"{it.label} in: {it.within}") if it.within else "",
        "year": it.date[:4],
        "publisher": escapes.latex(it.publisher),
        "doi": escapes.url(it.doi),
        "url": escapes.url(it.address),
        "note": _content(it),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{it.key},", ",\n".join(lines), "}"])


def ris(it: Reference) -> str:
    """A RIS record, as reference managers read it."""
    tags = [("TY", RIS_TYPES[it.kind]), ("ID", it.key), *(("AU", _ris_name(each)) for each in it.authors)]
    tags += [("TI", it.title), ("T2", it.within), ("M1", it.label), ("PY", it.date[:4])]
    tags += [("DA", _ris_date(it.date)), ("PB", it.publisher), ("DO", it.doi), ("UR", it.address)]
    tags += [("N1", _content(it)), ("AB", it.alt)]
    lines = [f"{tag}  - {clean(value)}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - "])


def apa(it: Reference) -> str:
    """One line in the manner of APA 7 (American Psychological Association, 2020), without italics."""
    title = clean(it.title)
    what = f"{title} [{it.pin}]" if it.pin else title
    year = f"({it.year})."
    parts = [_apa_authors(it.authors), year, _ended(what)] if it.authors else [_ended(what), year]
    parts += [_ended(f"In {clean(it.within)}") if it.within else "", _ended(clean(it.publisher))]
    parts += [clean(it.address)]
    return " ".join(filter(None, parts))


def markdown(it: Reference) -> str:
    """A figure as an image with its source line, an observation as a quotation with one; else the source alone."""
    source = escapes.markdown(apa(it)) if not it.address else _linked(apa(it), it.address)
    if it.kind == "figure":
        image = f"![{escapes.markdown(it.alt)}]({escapes.url(it.beside(figure_path(it.ident, 'svg')))})"
        return f"{image}\n\n*{it.label}.* {source}"
    return f"> {escapes.markdown(it.title)}\n\n{source}" if it.kind == "observation" else source


def latex(it: Reference) -> str:
    r"""A `figure` environment with the PDF, an observation as a quotation; each with `\cite` of the BibTeX entry."""
    cite = f"\\cite{{{it.key}}}"
    if it.kind == "figure":
        lines = ["\\begin{figure}", "  \\centering"]
        lines += [f"  \\includegraphics[width=\\linewidth]{{{figure_path(it.ident, 'pdf')}}}"]
        lines += [f"  \\caption{{{escapes.latex(it.title)} {escapes.latex(it.alt)} Source:~{cite}.}}"]
        lines += [f"  \\label{{fig:{it.ident}}}", "\\end{figure}"]
        return "\n".join(lines)
    return f"``{escapes.latex(it.title)}''~{cite}" if it.kind == "observation" else cite


STYLES: dict[str, Callable[[Reference], str]] = {
    "bibtex": bibtex, "ris": ris, "apa": apa, "markdown": markdown, "latex": latex,
}  # fmt: skip
"""Every style by the name that `framing cite` takes."""

TITLES = {"bibtex": "BibTeX", "ris": "RIS", "apa": "APA", "markdown": "Markdown", "latex": "LaTeX"}


def cited(it: Reference) -> dict[str, str]:
    """The reference in every style, by the style's title."""
    return {TITLES[name]: style(it) for name, style in STYLES.items()}


def _content(it: Reference) -> str:
    """What pins a figure down: the hash of its drawing."""
    return f"SHA-256 of {figure_path(it.ident, 'svg')}: {it.sha256}" if it.sha256 else ""


def _ris_name(author: str) -> str:
    """An author for RIS; the name of a body ends in a comma, lest it be taken for a person's."""
    return author if "," in author else f"{author},"


def _ris_date(date: str) -> str:
    """A date for RIS: YYYY/MM/DD/, with its slashes also where a part is not known."""
    parts = date.split("-") if date else []
    return "/".join([*parts, *[""] * (4 - len(parts))]) if parts else ""


def _bibtex_name(author: str) -> str:
    """An author for BibTeX; the name of a body in braces, lest it be taken apart."""
    name = escapes.latex(author)
    return name if "," in author else f"{{{name}}}"


def _apa_authors(authors: tuple[str, ...]) -> str:
    """The authors with their initials, the last after an ampersand; of more than twenty, nineteen and the last."""
    names = [_initials(author) for author in authors]
    if len(names) > MOST_APA_AUTHORS:
        return f"{', '.join(names[: MOST_APA_AUTHORS - 1])}, … {names[-1]}"
    return _ended(names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}")


def _initials(author: str) -> str:
    """A person's family name and initials, as in "Family, G. H."; a body as it is."""
    family, comma, given = clean(author).partition(",")
    letters = re.findall(r"[^\W\d_][^\s-]*", given)
    return f"{family}, {' '.join(f'{name[0]}.' for name in letters)}" if comma and letters else family


def _ended(sentence: str) -> str:
    """The sentence with a full stop, unless it ends in a mark of its own; "" for nothing."""
    return sentence if not sentence or sentence[-1] in ".?!" else f"{sentence}."


def _linked(text: str, address: str) -> str:
    """A source line whose address, at its end, is a link."""
    before = escapes.markdown(text.removesuffix(clean(address)).rstrip())
    return f"{before} <{escapes.url(address)}>"


__all__ = ["NO_DATE", "STYLES", "TITLES", "apa", "bibtex", "cited", "latex", "markdown", "ris"]
