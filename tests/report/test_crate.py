"""The report as a research object."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pandas as pd
from rocrate.rocrate import ROCrate

from analysis.report.crate import crate
from analysis.settings import CitationSettings
from tests.conftest import SEEDS
from tests.figures.small import SETTINGS

REPORTS = SEEDS.parent / "reports"
FIGURES = pd.DataFrame({"figure_id": ["topic-map"], "title": ["Which ships lie close together?"]})
FILES = {"index.html": "aa", "figures/topic-map.svg": "bb", "tables/topics.csv": "cc"}
SAID = CitationSettings(authors=("Baker, Ann", "The Institute"), date="2026-03-04", licence="CC-BY-4.0")


def entities(settings: Any = SETTINGS) -> dict[str, dict[str, Any]]:  # noqa: ANN401
    """The crate's entities by id."""
    graph = json.loads(crate(settings, FIGURES, FILES))["@graph"]
    return {entity["@id"]: entity for entity in graph}


def test_every_file_is_described_with_its_hash_and_media_type() -> None:
    found = entities()
    assert found["figures/topic-map.svg"]["sha256"] == "bb"
    assert found["figures/topic-map.svg"]["encodingFormat"] == "image/svg+xml"
    assert found["figures/topic-map.svg"]["name"] == "Figure: Which ships lie close together?"
    parts = {part["@id"] for part in found["./"]["hasPart"]}
    assert parts == {*FILES, "manifest.json"}


def test_authors_date_and_licence_are_those_of_the_settings() -> None:
    found = entities(dataclasses.replace(SETTINGS, citation=SAID))
    assert found["./"]["datePublished"] == "2026-03-04"
    assert found["./"]["license"] == "CC-BY-4.0"
    assert [found[each["@id"]]["@type"] for each in found["./"]["author"]] == ["Person", "Organization"]


def test_without_a_date_none_is_made_up() -> None:
    assert "datePublished" not in entities()["./"]


def test_two_crates_of_one_report_are_the_same_bytes() -> None:
    assert crate(SETTINGS, FIGURES, FILES) == crate(SETTINGS, FIGURES, dict(reversed(FILES.items())))


def test_the_bundled_report_is_a_crate_that_the_library_reads_back() -> None:
    read = ROCrate(REPORTS)
    manifest = json.loads((REPORTS / "manifest.json").read_text(encoding="utf-8"))
    known = {entity.id: entity for entity in read.data_entities}
    assert set(known) >= set(manifest["files"]) - {"ro-crate-metadata.json"}
    assert all(Path(REPORTS / name).is_file() for name in known)
    assert known["figures/topic-map.csv"]["sha256"] == manifest["files"]["figures/topic-map.csv"]
