"""The report's folder as a research object: what every file in it is, for archives and harvesters (RO-Crate)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis import __version__

if TYPE_CHECKING:
    import pandas as pd
    from rocrate.rocrate import ROCrate

    from analysis.settings import Settings

CRATE_FILE = "ro-crate-metadata.json"
MANIFEST = "manifest.json"
PUBLIC_DOMAIN = "https://creativecommons.org/publicdomain/zero/1.0/"
MEDIA = {
    ".html": "text/html", ".svg": "image/svg+xml", ".pdf": "application/pdf", ".png": "image/png", ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet", ".json": "application/json", ".md": "text/markdown",
    ".bib": "application/x-bibtex",
}  # fmt: skip
TEXTS = (
    "index.html", "explorer.html", "paragraphs", "sentences", "quotes", "exemplars", "matches", "nearest", "mentions",
    "reuse", "observations", "articles", "disagreement", "unknown_lines",
)  # fmt: skip
"""Pages and tables that hold words of the articles."""
RIGHTS = (
    "The licence is that of the report's own words, numbers and figures. The articles that it quotes belong to their "
    "publishers, and so do the pages and tables that hold their words, as far as they do."
)


@dataclass(frozen=True, slots=True)
class Described:
    """A file of the report, its SHA-256 and its size in bytes (0 for what cannot be known yet)."""

    path: str
    sha256: str
    size: int


def crate(settings: Settings, figures: pd.DataFrame, files: Iterable[Described]) -> bytes:
    """The crate's metadata: the report, who answers for it, every file with its hash, and how it was made.

    The dates are those of the settings, never the clock's, so that the same report is the same bytes. Without one there
    is no `datePublished`, which RO-Crate asks for.

    Args:
        settings: of the study.
        figures: the table of figures; their words describe their files.
        files: every file of the report, the crate's own left out; the manifest has neither hash nor size here.
    """
    from rocrate.rocrate import ROCrate

    made = ROCrate(gen_preview=False)
    words = {str(row["figure_id"]): row for row in figures.to_dict("records")}
    for file in sorted([*files, Described(MANIFEST, "", 0)], key=lambda file: file.path):
        made.add_file(file.path, file.path, properties=_file(file, words))
    for name, row in words.items():
        _add_figure(made, name, row)
    _add_about(made, settings)
    _add_action(made, settings)
    return _stable(made.metadata.generate(), settings.citation.date)


def _file(file: Described, words: Mapping[str, Mapping[Any, Any]]) -> dict[str, Any]:
    """What a file is, by its place; what holds articles' words says so, and words to paste are nobody's."""
    folder, _, name = file.path.rpartition("/")
    stem, _, kind = name.rpartition(".")
    told: dict[str, Any] = {"name": name, "encodingFormat": MEDIA.get(f".{kind}", "application/octet-stream")}
    if folder == "figures" and stem in words:
        told |= {"name": f"{words[stem]['title']} ({kind.upper()})", "description": words[stem]["alt"]}
    if folder == "tables":
        told["name"] = f"Table of the study: {name}"
    if folder == "paste":
        told["license"] = {"@id": PUBLIC_DOMAIN}
    if name in TEXTS or stem in TEXTS:
        told["copyrightNotice"] = RIGHTS
    if file.sha256:
        told |= {"sha256": file.sha256, "contentSize": str(file.size)}
    return told


def _add_figure(made: ROCrate, name: str, row: Mapping[Any, Any]) -> None:
    """A figure as a whole, which its files are parts of."""
    from rocrate.model import ContextEntity

    parts = [{"@id": f"figures/{name}.{kind}"} for kind in ("svg", "pdf", "png", "csv", "parquet")]
    told = {
        "@type": "CreativeWork",
        "name": row["title"],
        "description": row["alt"],
        "caption": row["caption"],
    }
    made.add(ContextEntity(made, f"#figure-{name}", properties=told | {"hasPart": parts}))


def _add_about(made: ROCrate, settings: Settings) -> None:
    """What the crate says of the report as a whole; what the settings leave out is left out."""
    from rocrate.model import ContextEntity

    said, root = settings.citation, made.root_dataset
    root["name"] = settings.study.title
    root["description"] = settings.study.description or settings.study.question or settings.study.title
    root["copyrightNotice"] = RIGHTS
    root["author"] = [
        made.add(ContextEntity(made, f"#author-{number}", properties=_author(name)))
        for number, name in enumerate(said.authors, start=1)
    ]
    if said.publisher:
        told = {"@type": "Organization", "name": said.publisher}
        root["publisher"] = made.add(ContextEntity(made, "#publisher", properties=told))
    root["license"] = made.add(
        ContextEntity(made, _licence(said.licence), properties=_licence_entity(said.licence))
    )
    made.add(ContextEntity(made, PUBLIC_DOMAIN, properties=_licence_entity("CC0-1.0")))
    for name, value in (("identifier", f"https://doi.org/{said.doi}" if said.doi else ""), ("url", said.url)):
        if value:
            root[name] = value
    root["mainEntity"] = made.get("index.html")


def _add_action(made: ROCrate, settings: Settings) -> None:
    """How the report was made: by which software, from which articles."""
    from rocrate.model import ContextEntity

    tool = {"@type": "SoftwareApplication", "name": "The framing study", "version": __version__}
    articles = [
        made.add(
            ContextEntity(
                made,
                f"#article-{number}",
                properties={"@type": "NewsArticle", "name": source.file, "publisher": source.outlet},
            )
        )
        for number, source in enumerate(sorted(settings.articles, key=lambda source: source.file), start=1)
    ]
    told = {
        "@type": "CreateAction",
        "name": "framing report",
        "instrument": made.add(ContextEntity(made, "#framing-study", properties=tool)),
        "object": articles,
        "result": made.root_dataset,
    }
    action = made.add(
        ContextEntity(made, "#made", properties={"@type": told.pop("@type"), "name": told.pop("name")})
    )
    for name, value in told.items():
        action[name] = value


def _licence(licence: str) -> str:
    """The address of a licence: its own, or that of its SPDX identifier."""
    if licence.startswith(("https://", "http://")):
        return licence
    return f"https://spdx.org/licenses/{licence}" if licence else "#no-licence"


def _licence_entity(licence: str) -> dict[str, str]:
    """A licence as an entity; a study that names none says so."""
    return {"@type": "CreativeWork", "name": licence or "The study names no licence"}


def _author(name: str) -> dict[str, str]:
    """A person, written "Family, Given", or a body."""
    return {"@type": "Person" if "," in name else "Organization", "name": name}


def _stable(metadata: dict[str, Any], date: str) -> bytes:
    """The metadata as bytes without the clock's date, entities and keys in a fixed order."""
    entities = sorted(metadata["@graph"], key=lambda entity: str(entity["@id"]))
    for entity in entities:
        if entity["@id"] == "./":
            entity.pop("datePublished", None)
            entity.update({"datePublished": date} if date else {})
    text = json.dumps({**metadata, "@graph": entities}, indent=1, sort_keys=True, ensure_ascii=False)
    return f"{text}\n".encode()
