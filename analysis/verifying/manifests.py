"""Whether a report's manifest can be trusted: that it fits its own files, and says what the manifest made anew says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from analysis import store
from analysis.errors import VerificationError

FACTS = {"code": "the code", "corpus": "the articles", "sources": "the articles", "encoder": "the encoder"}
WORDS = ("number", "title", "caption", "alt")
NOTEBOOKS = "notebooks"
NEEDED = ("study", "files", "figures", "stages", "provenance")
UNLISTED = {store.MANIFEST}


def read(report: Path) -> dict[str, Any]:
    """The manifest of a report.

    Raises:
        VerificationError: no report is there, its manifest lacks a part, or names a file outside the folder.
    """
    manifest = store.read_manifest(report)
    missing = [name for name in NEEDED if name not in manifest]
    if missing:
        raise VerificationError(
            f"no report is there (its manifest lacks {', '.join(missing)})",
            where=report,
            remedy="render it first: framing report",
        )
    paths = [*manifest["files"], *(path for made in manifest["stages"].values() for path in made["files"])]
    for path in paths:
        place = PurePosixPath(path)
        if place.is_absolute() or ".." in place.parts or "\\" in path:
            problem, remedy = f"the manifest names a file outside the folder: {path!r}", "do not trust it"
            raise VerificationError(problem, where=report, remedy=remedy)
    return manifest


def altered(report: Path, manifest: Mapping[str, Any]) -> tuple[str, ...]:
    """The files that are missing, that are not what was rendered, or that nobody rendered."""
    files = manifest["files"] | _notebook_pages(report)
    changed = [path for path, sha in files.items() if not store.holds(report, {path: sha})]
    there = {path.relative_to(report).as_posix() for path in report.rglob("*") if path.is_file()}
    known = {*files, *UNLISTED, f"{NOTEBOOKS}/{store.MANIFEST}"}
    unknown = [path for path in there - known if not path.startswith(f"{store.STAGING}/")]
    return tuple(sorted([*changed, *unknown]))


def misfits(manifest: Mapping[str, Any]) -> Iterator[str]:
    """Where a manifest contradicts itself: hashes that it gives twice, and not the same."""
    files = manifest["files"]
    listed = {path: sha for made in manifest["stages"].values() for path, sha in made["files"].items()}
    if listed != files:
        yield "its stages and its files are not the same"
    for entry in manifest["figures"]:
        svg = f"figures/{entry['figure_id']}.svg"
        if entry["sha256"] != files.get(svg) or any(
            files.get(path) != sha for path, sha in entry["files"].items()
        ):
            yield f"the hashes of figure {entry['figure_id']}"
    for name, sha in manifest["provenance"].get("tables", {}).items():
        if files.get(f"tables/{name}.parquet") != sha:
            yield f"the hash of table {name}"


def other(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """What the two reports were made from or with, where that is not the same."""
    old, new = before["provenance"], after["provenance"]
    told = [name for key, name in FACTS.items() if old.get(key) != new.get(key)]
    told += ["the settings"] if old.get("settings") != new.get("settings") else []
    told += ["the title"] if before["study"] != after["study"] else []
    versions = old.get("versions", {})
    names = dict.fromkeys([*new["versions"], *versions])
    told += [
        f"{name} {versions.get(name, 'none')}, now {new['versions'].get(name, 'none')}"
        for name in names
        if versions.get(name) != new["versions"].get(name)
    ]
    return tuple(dict.fromkeys(told))


def reworded(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Which word of a figure reads otherwise now, and how; "" for none."""
    found = next((word for word in WORDS if old.get(word) != new[word]), "")
    return f"its {found} reads otherwise: {new[found]}" if found else ""


def notebook_pages(report: Path) -> int:
    """How many pages of notebooks the folder says it has."""
    return len(_notebook_pages(report))


def _notebook_pages(report: Path) -> dict[str, str]:
    """The pages of notebooks with their hashes, as the command that wrote them left them."""
    listed = store.read_manifest(report / NOTEBOOKS).get("files", {})
    return {f"{NOTEBOOKS}/{PurePosixPath(path).name}": sha for path, sha in listed.items()}
