"""Which files are read, and how each is."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from analysis import jsonl
from analysis.errors import ArticleError
from analysis.importing.reading import delimited, documents, json_rows, parquet, web
from analysis.importing.reading.folders import below
from analysis.importing.reading.row import Row, Unread

Read = Callable[[Path, str], Iterator[Row | Unread]]

DOCUMENTS: dict[str, Read] = {
    ".txt": documents.read_plain, ".md": documents.read_markdown, ".markdown": documents.read_markdown,
    ".html": web.read, ".htm": web.read, ".xhtml": web.read,
}  # fmt: skip
TABLES: dict[str, Read] = {
    ".csv": delimited.read, ".tsv": delimited.read, ".tab": delimited.read, ".jsonl": json_rows.read_lines,
    ".ndjson": json_rows.read_lines, ".json": json_rows.read_file, ".parquet": parquet.read,
}  # fmt: skip
FORMS = "text, Markdown or HTML files, or a CSV, TSV, JSON, JSON Lines or Parquet table (also .gz)"
LINES = {".csv", ".tsv", ".tab", ".jsonl", ".ndjson"}
SUB_FOLDER = "(sub-folder)"
"""What the column is called that holds the first sub-folder of a document."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file below what was named.

    Attributes:
        path: where it is.
        name: for people, from the folder that was named.
        outlet: its first sub-folder; for a table without one, the table's name.
        problem: why it cannot be read, where that is known before it is opened.
    """

    path: Path
    name: str
    outlet: str
    problem: str = ""

    @property
    def form(self) -> str:
        """The end of its name that tells what it is, `.gz` aside."""
        return Path(self.path.name.removesuffix(".gz")).suffix.lower()

    @property
    def is_page(self) -> bool:
        """Whether it is a saved web page."""
        return DOCUMENTS.get(self.form) is web.read

    @property
    def is_table(self) -> bool:
        """Whether it may hold more than one article."""
        return self.form in TABLES


def found(source: Path) -> list[Found]:
    """The files at `source`, by name: itself, or all below it; hidden ones and the folder's own README are none.

    Folders that are linked are read too, each folder once. A folder that may not be read and a link that leads to
    nothing are in the list with their problem.

    Raises:
        ArticleError: there is nothing, or no file of a form that is read.
    """
    try:
        source.stat()
    except OSError as error:
        problem = "not found" if error.errno == errno.ENOENT else f"cannot be read ({error.strerror})"
        raise ArticleError(problem, where=source, remedy=f"name a folder of {FORMS}") from None
    if source.is_file():
        files = [Found(source, source.name, _stem(source.name))]
    else:
        files = [_found(path, source, problem) for path, problem in sorted(below(source))]
    if not any(file.form in DOCUMENTS or file.form in TABLES for file in files if not file.problem):
        raise ArticleError(_nothing(files), where=source, remedy=f"name {FORMS}")
    return files


def _nothing(files: list[Found]) -> str:
    """What is the matter with a folder that has no file of a form that is read."""
    broken = next((file for file in files if file.problem), None)
    if broken:
        return f"holds nothing that can be read ({broken.name}: {broken.problem})"
    names = ", ".join(sorted({file.form or file.name for file in files})[:5])
    return f"holds {names} and no form that is read" if names else "holds no file"


def _found(path: Path, source: Path, problem: str) -> Found:
    """A file in a folder."""
    inside = path.relative_to(source)
    own = "" if path.suffix.lower() == ".json" else _stem(path.name)  # in a folder, each is one article
    return Found(path, inside.as_posix(), inside.parts[0] if len(inside.parts) > 1 else own, problem)


def _stem(name: str) -> str:
    """A table's name as a name: "the_herald.csv.gz" is "the herald"; "" for a file that is no table."""
    path = Path(name.removesuffix(".gz"))
    return path.stem.replace("_", " ") if path.suffix.lower() in TABLES else ""


def rows(file: Found) -> Iterator[Row | Unread]:
    """The rows of a file, each with the outlet that the place gives it; one of no known form is not read.

    Raises:
        ArticleError: the file is damaged as a whole.
    """
    read = DOCUMENTS.get(file.form) or TABLES.get(file.form)
    if file.problem:
        yield Unread(file.name, file.problem)
        return
    if read is None:
        yield Unread(file.name, f"a {file.form or 'nameless'} file, no form that is read")
        return
    for row in read(file.path, file.name):
        if isinstance(row, Unread):
            yield row
        elif file.outlet and not file.is_table:
            yield replace(row, values={SUB_FOLDER: file.outlet, **row.values})
        else:
            yield replace(row, outlet=file.outlet)


def size(file: Found) -> int:
    """About how many rows a file has, for a progress bar: its lines where a row is a line, else 1."""
    if file.form == ".parquet" and file.path.suffix != ".gz":
        return parquet.size(file.path)
    return jsonl.lines(file.path) if file.form in LINES else 1
