"""Write each notebook anew from its text: `notebooks/NAME.py` -> `notebooks/NAME.ipynb`, without outputs.

The two are one notebook, which jupytext pairs. Edit the `.py`, or the `.ipynb` in Jupyter followed by
`.venv/bin/jupytext --sync notebooks/*.py`, and run this, which gives each cell an id by its place.
"""

from __future__ import annotations

import sys
from pathlib import Path

import jupytext
import nbformat

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
METADATA = {
    "jupytext": {"formats": "ipynb,py:percent"},
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def paired(text: str) -> nbformat.NotebookNode:
    """The notebook of a text in the percent format: no outputs, no counts, ids by place."""
    notebook: nbformat.NotebookNode = jupytext.reads(text, fmt="py:percent")
    notebook.metadata = nbformat.NotebookNode(METADATA)  # type: ignore[no-untyped-call]
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for number, cell in enumerate(notebook.cells, start=1):
        cell["id"] = f"cell-{number:02d}"
        tags = {key: value for key, value in cell.metadata.items() if key == "tags"}
        cell.metadata = nbformat.NotebookNode(tags)  # type: ignore[no-untyped-call]
    return notebook


def written(notebook: nbformat.NotebookNode) -> str:
    """A notebook as it stands in its file."""
    text: str = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
    return text.rstrip("\n") + "\n"


def main() -> None:
    """Write every notebook of the folder."""
    for path in sorted(FOLDER.glob("*.py")):
        target = path.with_suffix(".ipynb")
        target.write_text(written(paired(path.read_text(encoding="utf-8"))), encoding="utf-8")
        sys.stdout.write(f"{target.name} written\n")


if __name__ == "__main__":
    main()
