"""What a stage is: one step from tables to tables; and what several stages need."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis import provenance, store

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    import pandas as pd

    from analysis.progress import Step
    from analysis.settings import Settings

    Read = Callable[[str], pd.DataFrame]
    Tables = dict[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step from tables to tables.

    Attributes:
        name: its name in the manifest.
        title: what a reader of the progress bar sees.
        inputs: tables it reads; when their content is unchanged, so is the stage's result.
        code: sub-packages and modules its result depends on.
        distributions: libraries whose version its result depends on.
        settings: the settings and files, beside the tables, that its result depends on.
        run: makes the tables.
    """

    name: str
    title: str
    inputs: tuple[str, ...]
    code: tuple[str, ...]
    distributions: tuple[str, ...]
    settings: Callable[[Settings], Any]
    run: Callable[[Settings, Read, Step], Tables]


def stage_key(stage: Stage, settings: Settings, digest: Callable[[str], str], choice: Any) -> str:  # noqa: ANN401
    """What a stage's result depends on, as a hash.

    Args:
        stage: the stage.
        settings: of the study.
        digest: gives the SHA-256 of a table by its name.
        choice: what `stage.settings` gives.
    """
    return provenance.fingerprint(
        {
            "code": provenance.code_hash(stage.code),
            "versions": provenance.versions(stage.distributions),
            "settings": choice,
            "inputs": {name: digest(name) for name in stage.inputs},
            "kernels": settings.kernels,
        }
    )


def modules(package: str, *, besides: tuple[str, ...]) -> tuple[str, ...]:
    """The modules of a flat sub-package that a stage's result depends on: all but those that it never calls."""
    files = sorted(path.name for path in (provenance.PACKAGE / package).glob("*.py"))
    return tuple(f"{package}/{name}" for name in files if name not in besides)


def source_hashes(settings: Settings) -> dict[str, str]:
    """SHA-256 of every article file that is there, and of the lists of articles and of boilerplate beside them.

    A missing one is the corpus stage's to complain about.
    """
    lists = filter(None, (settings.articles_file, settings.corpus.boilerplate_file))
    paths = {file: settings.folder / file for file in (*(one.file for one in settings.articles), *lists)}
    return {file: store.sha256(path.read_bytes()) for file, path in paths.items() if path.is_file()}


def file_hash(path: Path) -> str:
    """SHA-256 of a file; "" where it is missing, which is its reader's to complain about."""
    return store.sha256(path.read_bytes()) if path.is_file() else ""


def as_read(table: pd.DataFrame, within: str, *, by: str = "ordinal") -> pd.DataFrame:
    """The rows as they are read: those of one `within` (an article, a sentence) together, and by their place in it.

    A table that stands in this order stays as it is. Stages that read on from row to row do not take it on trust.
    """
    first = table[within].drop_duplicates().reset_index(drop=True)
    places = table[within].map(dict(zip(first, first.index, strict=True)))
    ordered = table.assign(place=places).sort_values(["place", by], kind="stable")
    return ordered.drop(columns="place").reset_index(drop=True)


def analysed(read: Read) -> pd.DataFrame:
    """The paragraphs that are analysed, numbered anew."""
    paragraphs = read("paragraphs")
    return paragraphs[paragraphs["analysed"]].reset_index(drop=True)


def vector_array(read: Read) -> np.ndarray:
    """The vectors of the analysed paragraphs, shape (paragraphs, dimensions), in their order, whatever the vectors'."""
    import numpy as np

    vectors = read("vectors").set_index("paragraph_id")["vector"]
    return np.stack(vectors.loc[analysed(read)["paragraph_id"]].tolist())


def workers() -> int:
    """Processors that this process may use; a worker of a cluster is told by the variable FRAMING_WORKERS."""
    told = os.environ.get("FRAMING_WORKERS", "")
    if told.isdecimal() and int(told):
        return int(told)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
