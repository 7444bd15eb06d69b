"""A notebook run from its first cell to its last, in a kernel of its own."""

from __future__ import annotations

import os
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import NotebookError
from analysis.notebook.opened import OUT
from analysis.places import ROOT
from analysis.progress import Step, ignore

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager
    from nbformat import NotebookNode

SECONDS_PER_CELL = 600
SETTINGS = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR")
"""Where Jupyter and IPython look for what the user has set: an empty folder here, so that nothing of it counts."""


def notebooks_in(folder: Path) -> list[Path]:
    """The notebooks of a folder in the order of their names.

    Raises:
        NotebookError: there are none.
    """
    paths = sorted(folder.glob("*.ipynb"))
    if not paths:
        raise NotebookError(
            "there are no notebooks", where=folder, remedy="run this where the folder of notebooks is"
        )
    return paths


def executed(path: Path, report: Path, step: Step = ignore) -> NotebookNode:
    """A notebook with the outputs of a fresh run; the file stays as it is.

    Args:
        path: the notebook.
        report: the folder that the bundled study's report is read from, and written to where it is not current.
        step: told after each cell.

    Raises:
        NotebookError: the file is no notebook, or a cell stops that is not tagged `raises-exception`.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    notebook = _read(path)
    last = max(len(notebook.cells), 1)
    with tempfile.TemporaryDirectory(prefix="framing-") as passing:
        client = NotebookClient(
            notebook,
            kernel_manager_class=_kernels(Path(passing)),
            timeout=SECONDS_PER_CELL,
            record_timing=False,
            resources={"metadata": {"path": str(path.parent)}},
            on_cell_complete=lambda cell, cell_index: step(cell_index + 1, last),  # noqa: ARG005 - the hook's names
        )
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what the libraries of the kernel's side warn of is theirs
                client.execute(env=environment(report, passing))
        except CellExecutionError as error:
            raise NotebookError(f"a cell stopped: {error.ename}: {error.evalue}", where=path) from None
        except (CellTimeoutError, DeadKernelError) as error:
            raise NotebookError(f"a cell did not end: {error}", where=path) from None
    return notebook


def environment(report: Path, passing: str) -> dict[str, str]:
    """The variables of a kernel: this package and no other copy of it, this report, and no settings of the user's."""
    imported = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ,
        **dict.fromkeys(SETTINGS, passing),
        "PYTHONPATH": os.pathsep.join(imported),
        OUT: str(report.resolve()),
    }


def _read(path: Path) -> NotebookNode:
    """The notebook at `path`."""
    import nbformat

    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, nbformat.reader.NotJSONError) as error:
        raise NotebookError(f"is no notebook ({type(error).__name__})", where=path) from None
    return notebook


def _kernels(passing: Path) -> type[AsyncKernelManager]:
    """Makes kernels of the Python that runs this, whatever kernels the user has installed, reached by files alone."""
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    class OwnKernels(AsyncKernelManager):
        """Knows no kernel but the one of this Python."""

        def __init__(self, **options: Any) -> None:  # noqa: ANN401 - the client's options
            own: Any = KernelSpecManager(kernel_dirs=[])
            file = str(passing / "kernel.json")
            super().__init__(kernel_spec_manager=own, transport="ipc", connection_file=file, **options)

    return OwnKernels
