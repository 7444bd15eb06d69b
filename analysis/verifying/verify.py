"""A report against what its inputs give."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis import store
from analysis.errors import StoreError
from analysis.verifying import manifests
from analysis.verifying.agreement import SLIGHT, Agreement, agreement
from analysis.verifying.files import FileVerdict, compare_file
from analysis.verifying.rerun import from_inputs, from_stored
from analysis.verifying.verdict import FigureVerdict, Verification

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

MEASURED = ("stability", "context_tradeoff", "topics_without_article", "multiverse", "multiverse_summary")


def verify(report: Path, study: Path, *, stored: bool = False) -> Verification:
    """Run a study again and compare the report with what comes out.

    Where vectors come out slightly otherwise, as on another kind of machine, it is run once more from the report's own
    vectors, topics and scores.

    Args:
        report: folder of the rendered report; nothing in it is changed.
        study: folder of the study it was made from.
        stored: take vectors, topics, stance and frames from the report, and make only the rest.

    Raises:
        VerificationError: there is no report, or the study cannot be run.
    """
    manifests.read(report)
    if stored:
        return _run(report, study, stored=True)
    found = _run(report, study, stored=False)
    if found.agreement is None or found.is_same or not found.is_sound:
        return found
    return dataclasses.replace(found, from_stored=_run(report, study, stored=True))


def _run(report: Path, study: Path, *, stored: bool) -> Verification:
    """One run and its comparison."""
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "report"
        out.mkdir()
        if stored:
            from_stored(study, report, out)
        else:
            from_inputs(study, out)
        found = compare(report, out, refitted=not stored)
    return dataclasses.replace(found, measured=_measured(study))


def compare(report: Path, out: Path, *, refitted: bool = True) -> Verification:
    """One rendered report against another of the same study.

    Args:
        report: the one in question.
        out: the one made anew.
        refitted: whether vectors and topics of the second were computed, not copied.
    """
    before, after = manifests.read(report), manifests.read(out)
    paths = sorted({*before["files"], *after["files"]})
    files = {path: compare_file(path, report, out) for path in paths}
    vectors = _vectors(report, out)
    return Verification(
        altered=manifests.altered(report, before),
        misfits=tuple(manifests.misfits(before)),
        other=manifests.other(before, after),
        files=tuple(files.values()),
        figures=tuple(_figures(before, after, files)),
        statements=_statements(report, out),
        vectors=vectors,
        agreement=_agreement(report, out) if 0 < vectors <= SLIGHT else None,
        from_stored=None,
        measured=(),
        notebooks=manifests.notebook_pages(report),
        refitted=refitted,
    )


def _figures(
    before: Mapping[str, Any], after: Mapping[str, Any], files: Mapping[str, FileVerdict]
) -> Iterator[FigureVerdict]:
    """The verdict on every figure of the report, and on those that only the second run has."""
    anew = {entry["figure_id"]: entry for entry in after["figures"]}
    for entry in before["figures"]:
        name, number = entry["figure_id"], entry["number"]
        if name not in anew:
            yield FigureVerdict(name, number, "differs", "it is not made any more")
        else:
            yield _figure(entry, anew[name], [files[path] for path in anew[name]["files"]])
    known = {entry["figure_id"] for entry in before["figures"]}
    for name, entry in anew.items():
        if name not in known:
            yield FigureVerdict(name, entry["number"], "differs", "the report does not have it")


def _figure(old: Mapping[str, Any], new: Mapping[str, Any], files: list[FileVerdict]) -> FigureVerdict:
    """One figure by its words and all its files, its numbers first."""
    name, number = old["figure_id"], old["number"]
    ordered = sorted(files, key=lambda file: not file.path.endswith(".csv"))
    told = [
        f"{file.path.rpartition('.')[2].upper()}: {file.detail}"
        for file in ordered
        if file.standing == "differs"
    ]
    words = manifests.reworded(old, new)
    if told or words:
        return FigureVerdict(name, number, "differs", "; ".join(filter(None, [words, *told])))
    near = [f"{file.path.rpartition('.')[2].upper()}: {file.detail}" for file in ordered if file.detail]
    return FigureVerdict(name, number, "same to tolerance" if near else "identical", "; ".join(near))


def _statements(report: Path, out: Path) -> tuple[tuple[str, str], ...]:
    """The sentences of the findings that read otherwise now; none can be read where their table is damaged."""
    texts = [_column(folder, "observations", "observation_id", "text") for folder in (report, out)]
    ids = dict.fromkeys([*texts[0], *texts[1]])
    pairs = [(str(texts[0].get(each, "")), str(texts[1].get(each, ""))) for each in ids]
    return tuple((one, other) for one, other in pairs if one != other)


def _vectors(report: Path, out: Path) -> float:
    """The largest difference of a number in the vectors of the same paragraphs; nan when they are not the same."""
    old, new = (_column(folder, "vectors", "paragraph_id", "vector") for folder in (report, out))
    if set(old) != set(new):
        return float("nan")
    gaps = [np.abs(np.asarray(old[name]) - np.asarray(new[name])).max() for name in old]
    return float(max(gaps, default=0.0))


def _agreement(report: Path, out: Path) -> Agreement | None:
    """How far the topics agree; None where the report's cannot be read."""
    before, after = (_read(folder, "assignments") for folder in (report, out))
    if before is None or after is None or set(before["paragraph_id"]) != set(after["paragraph_id"]):
        return None
    outlets = {
        str(name): str(outlet)
        for name, outlet in _column(out, "paragraphs", "paragraph_id", "outlet").items()
    }
    return agreement(before, after, outlets)


def _measured(study: Path) -> tuple[str, ...]:
    """The tables that commands of their own measure and that stand beside the study."""
    return tuple(name for name in MEASURED if (study / "measured/tables" / f"{name}.parquet").is_file())


def _column(folder: Path, name: str, key: str, column: str) -> dict[Any, Any]:
    """A column of a table by another; empty where the table is missing or damaged, which its file's verdict tells."""
    table = _read(folder, name)
    return {} if table is None else dict(zip(table[key], table[column], strict=True))


def _read(folder: Path, name: str) -> pd.DataFrame | None:
    """A table, or None where it cannot be read."""
    try:
        return store.read_table(folder, name)
    except StoreError:
        return None
