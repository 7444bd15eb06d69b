"""A report against what its inputs give."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analysis import store
from analysis.figures import figure_path
from analysis.verifying.agreement import SLIGHT, Agreement, agreement
from analysis.verifying.drawings import PIXELS, apart
from analysis.verifying.numbers import distance
from analysis.verifying.rerun import from_inputs, from_stored, settings_of
from analysis.verifying.verdict import FigureVerdict, Verification

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = ("title", "caption", "alt")
FACTS = {"code": "the code", "corpus": "the articles", "encoder": "the encoder"}


def verify(report: Path, study: Path, *, stored: bool = False) -> Verification:
    """Run a study again and compare the report with what comes out.

    Args:
        report: folder of the rendered report; nothing in it is changed.
        study: folder of the study it was made from.
        stored: take what models gave (vectors, topics, stance, frames) from the report, and make only the rest.

    Raises:
        VerificationError: there is no report, or the study cannot be run.
    """
    settings_of(report)
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "report"
        out.mkdir()
        if stored:
            from_stored(study, report, out)
        else:
            from_inputs(study, out)
        return compare(report, out, refitted=not stored)


def compare(report: Path, out: Path, *, refitted: bool = True) -> Verification:
    """One rendered report against another of the same study.

    Args:
        report: the one in question.
        out: the one made anew.
        refitted: whether vectors and topics of the second were computed, not copied.
    """
    before, after = settings_of(report), settings_of(out)
    vectors = _vectors(report, out)
    return Verification(
        files=len(before["files"]),
        altered=tuple(path for path in sorted(before["files"]) if not _is_unaltered(report, before, path)),
        figures=_figures(report, out, before, after),
        statements=_statements(report, out),
        tables=_tables(report, out, before, after),
        bytes_differ=_bytes_differ(report, before, after),
        vectors=vectors,
        agreement=_agreement(report, out) if 0 < vectors <= SLIGHT else None,
        other=_other(before["provenance"], after["provenance"]),
        refitted=refitted,
    )


def _is_unaltered(report: Path, manifest: Mapping[str, Any], path: str) -> bool:
    """Whether a file is what was rendered."""
    return store.holds(report, {path: manifest["files"][path]})


def _figures(
    report: Path, out: Path, before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[FigureVerdict, ...]:
    """The verdict on every figure of the report, and on those that only the second run has."""
    anew = {entry["figure_id"]: entry for entry in after["figures"]}
    verdicts = [
        FigureVerdict(entry["figure_id"], entry["number"], "differs", "it is not made any more")
        if entry["figure_id"] not in anew
        else _figure(report, out, entry, anew[entry["figure_id"]])
        for entry in before["figures"]
    ]
    known = {entry["figure_id"] for entry in before["figures"]}
    verdicts += [
        FigureVerdict(name, entry["number"], "differs", "the report does not have it")
        for name, entry in anew.items()
        if name not in known
    ]
    return tuple(verdicts)


def _figure(report: Path, out: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> FigureVerdict:
    """One figure: by its files' bytes, else by its numbers, its words and its marks."""
    name, number = old["figure_id"], old["number"]
    changed = [path for path, sha in new["files"].items() if not store.holds(report, {path: sha})]
    if not changed and all(old[word] == new[word] for word in ("number", *WORDS)):
        return FigureVerdict(name, number, "identical")
    gap = distance(*(_table(folder / figure_path(name, "csv")) for folder in (report, out)))
    if not gap.is_within:
        return FigureVerdict(name, number, "differs", f"numbers by {gap.largest:.2g} ({gap.where})")
    reworded = next((word for word in WORDS if old[word] != new[word]), "")
    if reworded:
        return FigureVerdict(name, number, "differs", f"its {reworded} reads otherwise: {new[reworded]}")
    pixels = apart(*(_text(folder / figure_path(name, "svg")) for folder in (report, out)))
    if pixels > PIXELS:
        return FigureVerdict(name, number, "differs", "the same numbers, drawn otherwise")
    kinds = ", ".join(path.rpartition(".")[2] for path in changed)
    detail = (
        f"numbers to {gap.largest:.1g}, marks to {pixels:.2g} pixels; other bytes in {kinds or 'no file'}"
    )
    return FigureVerdict(name, number, "same to tolerance", detail)


def _table(path: Path) -> pd.DataFrame:
    """A figure's CSV; without rows where it is missing, which counts as a difference."""
    return pd.read_csv(path, keep_default_na=True) if path.is_file() else pd.DataFrame()


def _text(path: Path) -> str:
    """A drawing; nothing where it is missing."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _statements(report: Path, out: Path) -> tuple[tuple[str, str], ...]:
    """The sentences of the findings that read otherwise now."""
    texts = [
        dict(zip(rows["observation_id"], rows["text"], strict=True))
        for rows in (store.read_table(folder, "observations") for folder in (report, out))
    ]
    ids = list(dict.fromkeys([*texts[0], *texts[1]]))
    pairs = [tuple(own.get(each, "") for own in texts) for each in ids]
    return tuple((one, other) for one, other in pairs if one != other)


def _tables(
    report: Path, out: Path, before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[tuple[str, str], ...]:
    """The tables that differ, in the order of the stages, with how far."""
    old, new = before["provenance"]["tables"], after["provenance"]["tables"]
    told = []
    for name in [table for table in new if old.get(table) != new[table]]:
        if name not in old:
            told.append((name, "the report does not have it"))
        elif name != "vectors":
            gap = distance(store.read_table(report, name), store.read_table(out, name))
            told.append(
                (name, f"by {gap.largest:.2g} ({gap.where})" if gap.largest else "other bytes, same numbers")
            )
    return tuple(told)


def _bytes_differ(report: Path, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """The files of either run that are not the same bytes in both."""
    anew = {path for path, sha in after["files"].items() if not store.holds(report, {path: sha})}
    return tuple(sorted(anew | (set(before["files"]) - set(after["files"]))))


def _vectors(report: Path, out: Path) -> float:
    """The largest difference of a number in the vectors of the same paragraphs; nan when they are not the same."""
    old, new = (
        store.read_table(folder, "vectors").set_index("paragraph_id")["vector"] for folder in (report, out)
    )
    if set(old.index) != set(new.index):
        return float("nan")
    if not len(old):
        return 0.0
    return float(np.abs(np.stack(old.tolist()) - np.stack(new.loc[old.index].tolist())).max())


def _agreement(report: Path, out: Path) -> Agreement:
    """How far the topics agree."""
    paragraphs = store.read_table(report, "paragraphs")
    outlets = dict(zip(paragraphs["paragraph_id"], paragraphs["outlet"], strict=True))
    before, after = (store.read_table(folder, "assignments") for folder in (report, out))
    return agreement(before, after, outlets)


def _other(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """What the two reports were made from, where that is not the same."""
    told = [name for key, name in FACTS.items() if old.get(key) != new.get(key)]
    told += ["the settings"] if old.get("settings") != new.get("settings") else []
    versions = old.get("versions", {})
    told += [
        f"{name} {versions.get(name, 'none')}, now {version}"
        for name, version in new["versions"].items()
        if versions.get(name) != version
    ]
    return tuple(told)
