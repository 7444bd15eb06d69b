"""The notebooks as they are stored: each in two files that say the same, without outputs, calling only the package."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import jupytext
import nbformat
import pytest

from tests.conftest import SEEDS

FOLDER = SEEDS.parent / "notebooks"
NAMES = ("01_corpus", "02_topics", "03_framing", "04_what_may_be_said", "05_your_own_articles")
MAY_IMPORT = {"analysis", "pathlib"}


def stored(name: str) -> nbformat.NotebookNode:
    notebook: nbformat.NotebookNode = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def text(name: str) -> str:
    return (FOLDER / f"{name}.py").read_text(encoding="utf-8")


def sources(notebook: nbformat.NotebookNode, kind: str) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == kind]


def test_these_are_the_notebooks() -> None:
    assert tuple(sorted(path.stem for path in FOLDER.glob("*.ipynb"))) == NAMES
    assert tuple(sorted(path.stem for path in FOLDER.glob("*.py"))) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_two_files_of_a_notebook_are_in_step(name: str) -> None:
    written = jupytext.reads(text(name), fmt="py:percent")
    pairs = zip(stored(name).cells, written.cells, strict=True)
    for cell, other in pairs:
        assert (cell.cell_type, cell.source) == (other.cell_type, other.source), "run .ci/pair.py"
        assert cell.metadata.get("tags") == other.metadata.get("tags"), "run .ci/pair.py"


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_stored_without_outputs_counts_and_chance_ids(name: str) -> None:
    notebook = stored(name)
    nbformat.validate(notebook)
    assert notebook.metadata.jupytext.formats == "ipynb,py:percent"
    assert [cell.id for cell in notebook.cells] == [
        f"cell-{place:02d}" for place in range(1, len(notebook.cells) + 1)
    ]
    for cell in notebook.cells:
        assert set(cell.metadata) <= {"tags"}
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None)


@pytest.mark.parametrize("name", NAMES)
def test_cells_import_only_from_the_package(name: str) -> None:
    for source in sources(stored(name), "code"):
        for node in ast.walk(ast.parse(source)):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert {module.partition(".")[0] for module in modules} <= MAY_IMPORT


@pytest.mark.parametrize("name", NAMES)
def test_titles_are_questions(name: str) -> None:
    headings = [
        line
        for source in sources(stored(name), "markdown")
        for line in source.splitlines()
        if line.startswith("#")
    ]
    assert len(headings) >= 4
    assert all(heading.endswith("?") for heading in headings)
    assert [heading.startswith("# ") for heading in headings].count(True) == 1


@pytest.mark.parametrize("name", NAMES)
def test_no_number_in_the_prose_is_typed_by_hand(name: str) -> None:
    for source in sources(stored(name), "markdown"):
        prose = re.sub(r"\]\([^)]*\)|`[^`]*`", "", source)
        assert not re.search(r"\d", prose)


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_to_notebooks_and_to_the_report(name: str) -> None:
    targets = re.findall(r"\]\(([^)]*)\)", "\n".join(sources(stored(name), "markdown")))
    for target in targets:
        assert (FOLDER / target).resolve().is_relative_to(FOLDER.parent)
        assert Path(FOLDER / target).is_file()
