"""The report's folder as a research object: what every file in it is, for archives and harvesters (RO-Crate)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis import __version__

if TYPE_CHECKING:
    import pandas as pd

    from analysis.settings import Settings

CRATE_FILE = "ro-crate-metadata.json"
MANIFEST = "manifest.json"
MEDIA = {
    ".html": "text/html", ".svg": "image/svg+xml", ".pdf": "application/pdf", ".png": "image/png", ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet", ".json": "application/json", ".md": "text/markdown",
    ".bib": "application/x-bibtex",
}  # fmt: skip
PLACES = {"tables": "A table of the study", "paste": "Words to paste into a paper"}


def crate(settings: Settings, figures: pd.DataFrame, files: Mapping[str, str]) -> bytes:
    """The crate's metadata: the report, who answers for it, every file with its hash, and the tool that made them.

    The dates are those of the settings, never the clock's, so that the same report is the same bytes. Without one there
    is no `datePublished`, which RO-Crate asks for.

    Args:
        settings: of the study.
        figures: the table of figures; its titles describe their files.
        files: SHA-256 of every file of the report by its path, the crate's own and the manifest left out.
    """
    from rocrate.model import ContextEntity, File
    from rocrate.rocrate import ROCrate

    made = ROCrate(gen_preview=False)
    tool = made.add(ContextEntity(made, "#framing-study", properties=_tool()))
    titles = {row["figure_id"]: row["title"] for row in figures.to_dict("records")}
    described = {path: _described(path, titles) | {"sha256": sha} for path, sha in files.items()}
    described[MANIFEST] = _described(MANIFEST, titles)
    for path in sorted(described):
        made.add(File(made, path, path, properties=described[path] | {"encodingFormat": _media(path)}))
    authors = [made.add(ContextEntity(made, f"#author-{number}", properties=_author(name)))
               for number, name in enumerate(settings.citation.authors, start=1)]  # fmt: skip
    for name, value in _about(settings).items():
        made.root_dataset[name] = value
    made.root_dataset["author"] = authors
    made.root_dataset["isBasedOn"] = tool
    made.root_dataset["mainEntity"] = made.get("index.html")
    return _stable(made.metadata.generate(), settings.citation.date)


def _about(settings: Settings) -> dict[str, str]:
    """What the crate says of the report as a whole; what the settings leave out is left out."""
    said = settings.citation
    told = {
        "name": settings.study.title,
        "description": settings.study.description or settings.study.question or settings.study.title,
        "license": said.licence or "The study's settings name no licence.",
        "publisher": said.publisher,
        "identifier": f"https://doi.org/{said.doi}" if said.doi else "",
        "url": said.url,
    }
    return {name: value for name, value in told.items() if value}


def _tool() -> dict[str, str]:
    """The software that made the report."""
    return {"@type": "SoftwareApplication", "name": "The framing study", "version": __version__}


def _author(name: str) -> dict[str, str]:
    """A person, written "Family, Given", or a body."""
    return {"@type": "Person" if "," in name else "Organization", "name": name}


def _described(path: str, titles: Mapping[str, str]) -> dict[str, str]:
    """What a file is, by its place."""
    folder, _, name = path.rpartition("/")
    if folder == "figures":
        return {"name": f"Figure: {titles.get(name.rpartition('.')[0], name)}"}
    return {"name": f"{PLACES[folder]}: {name}" if folder in PLACES else name}


def _media(path: str) -> str:
    """The media type of a file."""
    return MEDIA.get(path[path.rfind(".") :], "application/octet-stream")


def _stable(metadata: dict[str, Any], date: str) -> bytes:
    """The metadata as bytes without the clock's date, entities and keys in a fixed order."""
    entities = sorted(metadata["@graph"], key=lambda entity: str(entity["@id"]))
    for entity in entities:
        if entity["@id"] == "./":
            entity.pop("datePublished", None)
            entity.update({"datePublished": date} if date else {})
    text = json.dumps({**metadata, "@graph": entities}, indent=1, sort_keys=True, ensure_ascii=False)
    return f"{text}\n".encode()
