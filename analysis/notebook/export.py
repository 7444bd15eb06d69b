"""Notebooks as pages that stand alone: each one file, which loads nothing and is the same bytes after every run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis import store
from analysis.errors import NotebookError
from analysis.notebook.execution import executed, notebooks_in
from analysis.notebook.shown import style, template
from analysis.progress import Progress, Silent
from analysis.report.assets import asset
from analysis.report.environment import engine

if TYPE_CHECKING:
    from nbformat import NotebookNode

FOLDER = "notebooks"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
TITLE = re.compile(r"\A\s*# (?P<title>.+)\n?")
NOTEBOOK = re.compile(r'(?<=href=")(\w+)\.ipynb(?=["#])')
REPORT = re.compile(r'(?<=href=")\.\./reports/')
SHOWN_AS = ("text/html", "image/svg+xml", "text/plain")
"""The forms of an output, the first that it has is shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A notebook in the list of all: its name without ending, and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: `kind` is "prose", "code", "html", "text" or "error"."""

    kind: str
    html: Markup


def export(folder: Path, report: Path, *, progress: Progress | None = None) -> list[Path]:
    """The pages of all notebooks of a folder, each run in a fresh kernel, written into the report's folder.

    Nothing is written unless all of them run through; the report's own files stay as they are while they are current.

    Args:
        folder: holds the notebooks.
        report: the report's folder; the pages go into `notebooks/` there.
        progress: shows how far the run is.

    Raises:
        NotebookError: there is no notebook, or a cell of one stops.
        StoreError: the pages cannot be written.
    """
    shown = progress or Silent()
    run: dict[str, NotebookNode] = {}
    for path in notebooks_in(folder):
        with shown.stage(path.stem) as step:
            run[path.stem] = executed(path, report, step)
    entries = [Entry(name, title_of(notebook, name)) for name, notebook in run.items()]
    written = {report / FOLDER / f"{each.name}.html": page(run[each.name], each, entries) for each in entries}
    for path, text in written.items():
        store.write_bytes(path, text.encode())
    # The pages are no part of the report's own manifest: whoever verifies the report finds their hashes here.
    hashes = {path.name: store.sha256(text.encode()) for path, text in written.items()}
    store.write_manifest(report / FOLDER, {"files": hashes})
    return list(written)


def title_of(notebook: NotebookNode, name: str) -> str:
    """The heading that a notebook begins with.

    Raises:
        NotebookError: it begins with something else.
    """
    first = notebook.cells[0] if notebook.cells else None
    found = TITLE.match(first.source) if first is not None and first.cell_type == "markdown" else None
    if found is None:
        raise NotebookError(
            "does not begin with a title", where=name, remedy="begin its first cell with '# '"
        )
    return found["title"].strip()


def page(notebook: NotebookNode, entry: Entry, entries: list[Entry]) -> str:
    """The page of a notebook that has been run, with links to the others and to the report."""
    place = entries.index(entry)
    return (
        engine()
        .from_string(template("page.html"))
        .render(
            entry=entry,
            entries=entries,
            number=place + 1,
            policy=POLICY,
            styles=[asset("style.css"), Markup(template("page.css")), Markup(style())],  # noqa: S704 - our own
            parts=[
                part
                for number, cell in enumerate(notebook.cells)
                for part in parts(cell, is_first=not number)
            ],
        )
    )


def parts(cell: NotebookNode, *, is_first: bool) -> list[Part]:
    """What a cell puts on the page; the title of the first is the page's own."""
    if cell.cell_type == "markdown":
        source = TITLE.sub("", cell.source, count=1) if is_first else cell.source
        return [Part("prose", _prose(source))] if source.strip() else []
    if cell.cell_type != "code" or not cell.source.strip():
        return []
    return [Part("code", _code(cell.source)), *map(_output, cell.outputs)]


def _prose(source: str) -> Markup:
    """Markdown as HTML, its links to notebooks and to the report as they are from the page."""
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    html = MarkdownWithMath(renderer=IPythonRenderer(escape=True, exclude_anchor_links=True)).render(source)
    return Markup(REPORT.sub("../", NOTEBOOK.sub(r"\1.html", html)))  # noqa: S704 - made with escaping


def _code(source: str) -> Markup:
    """Python with its words marked."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer

    return Markup(highlight(source, PythonLexer(), HtmlFormatter(nowrap=True)))  # noqa: S704 - made with escaping


def _output(output: NotebookNode) -> Part:
    """What a cell gave: what it shows, what it printed, or the error that it stopped with."""
    if output.output_type == "stream":
        return Part("text", Markup.escape(output.text))
    if output.output_type == "error":
        return Part("error", Markup.escape("\n".join(output.traceback)))
    form = next(form for form in SHOWN_AS if form in output.data)
    if form == "text/plain":
        return Part("text", Markup.escape(output.data[form]))
    # pandas leaves the corner above the row numbers as an empty heading, which screen readers announce as one.
    shown = output.data[form].replace(style(), "").replace("<th></th>", "<td></td>")
    return Part("html", Markup(shown))  # noqa: S704 - what a notebook shows as HTML
