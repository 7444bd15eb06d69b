"""The report as a research object."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pandas as pd
from rocrate.rocrate import ROCrate

from analysis.figures import FORMATS
from analysis.report.crate import Described, crate
from analysis.settings import CitationSettings
from tests.conftest import SEEDS
from tests.figures.small import SETTINGS

REPORTS = SEEDS.parent / "reports"
FIGURES = pd.DataFrame(
    {
        "figure_id": ["topic-map"],
        "title": ["Which ships lie close together?"],
        "alt": ["Ten ships in three groups."],
        "caption": ["Each mark is a ship."],
    }
)
FILES = [
    Described("index.html", "aa", 10),
    *(Described(f"figures/topic-map.{kind}", "bb", 20) for kind in FORMATS),
    Described("tables/topics.csv", "cc", 30),
    Described("tables/paragraphs.csv", "dd", 40),
    Described("paste/methods.md", "ee", 50),
]
SAID = CitationSettings(authors=("Baker, Ann", "The Institute"), date="2026-03-04", licence="CC-BY-4.0")


def entities(settings: Any = SETTINGS) -> dict[str, dict[str, Any]]:  # noqa: ANN401
    """The crate's entities by id."""
    graph = json.loads(crate(settings, FIGURES, FILES))["@graph"]
    return {entity["@id"]: entity for entity in graph}


def test_every_file_is_described_with_its_hash_and_media_type() -> None:
    found = entities()
    assert found["figures/topic-map.svg"]["sha256"] == "bb"
    assert found["figures/topic-map.svg"]["encodingFormat"] == "image/svg+xml"
    assert found["figures/topic-map.svg"]["contentSize"] == "20"
    assert found["figures/topic-map.svg"]["name"] == "Which ships lie close together? (SVG)"
    assert found["figures/topic-map.svg"]["description"] == "Ten ships in three groups."
    parts = {part["@id"] for part in found["./"]["hasPart"]}
    assert parts == {*(file.path for file in FILES), "manifest.json"}


def test_a_figure_is_one_thing_of_five_files() -> None:
    figure = entities()["#figure-topic-map"]
    assert [part["@id"].rpartition(".")[2] for part in figure["hasPart"]] == [
        "svg",
        "pdf",
        "png",
        "csv",
        "parquet",
    ]
    assert figure["caption"] == "Each mark is a ship."


def test_the_articles_words_are_not_licensed_and_words_to_paste_are_free() -> None:
    found = entities(dataclasses.replace(SETTINGS, citation=SAID))
    for holding in ("index.html", "tables/paragraphs.csv", "./"):
        assert "belong to their publishers" in found[holding]["copyrightNotice"]
    assert "copyrightNotice" not in found["tables/topics.csv"]
    assert found["paste/methods.md"]["license"]["@id"].endswith("/zero/1.0/")


def test_it_says_with_what_and_from_what_the_report_was_made() -> None:
    found = entities()
    assert found["#made"]["@type"] == "CreateAction"
    assert found["#made"]["instrument"] == {"@id": "#framing-study"}
    assert [found[each["@id"]]["name"] for each in found["#made"]["object"]] == ["g1.txt", "g2.txt", "h1.txt"]
    assert found["#made"]["result"] == {"@id": "./"}


def test_everything_that_is_referred_to_is_described() -> None:
    found = entities(dataclasses.replace(SETTINGS, citation=SAID))

    def references(value: Any) -> list[str]:  # noqa: ANN401 - any JSON
        if isinstance(value, list):
            return [name for each in value for name in references(each)]
        return [value["@id"]] if isinstance(value, dict) else []

    known = {*found, "https://w3id.org/ro/crate/1.3"}
    used = {name for entity in found.values() for value in entity.values() for name in references(value)}
    assert {name for name in used if not name.startswith("https://w3id.org/ro/crate")} <= known


def test_authors_date_and_licence_are_those_of_the_settings() -> None:
    found = entities(dataclasses.replace(SETTINGS, citation=SAID))
    assert found["./"]["datePublished"] == "2026-03-04"
    assert found["./"]["license"] == {"@id": "https://spdx.org/licenses/CC-BY-4.0"}
    assert found["https://spdx.org/licenses/CC-BY-4.0"]["name"] == "CC-BY-4.0"
    assert [found[each["@id"]]["@type"] for each in found["./"]["author"]] == ["Person", "Organization"]


def test_without_a_date_none_is_made_up() -> None:
    assert "datePublished" not in entities()["./"]


def test_two_crates_of_one_report_are_the_same_bytes() -> None:
    assert crate(SETTINGS, FIGURES, FILES) == crate(SETTINGS, FIGURES, FILES[::-1])


def test_the_bundled_report_is_a_crate_that_the_library_reads_back() -> None:
    read = ROCrate(REPORTS)
    manifest = json.loads((REPORTS / "manifest.json").read_text(encoding="utf-8"))
    known = {entity.id: entity for entity in read.data_entities}
    assert set(known) >= set(manifest["files"]) - {"ro-crate-metadata.json"}
    assert all(Path(REPORTS / name).is_file() for name in known)
    assert known["figures/topic-map.csv"]["sha256"] == manifest["files"]["figures/topic-map.csv"]
