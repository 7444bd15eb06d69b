"""What the stages depend on, and the small steps between them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis import bench, measured, provenance
from analysis.corpus import Corpus
from analysis.measuring import question_blocks
from analysis.settings import Settings
from analysis.stages import STAGES, source_hashes


def test_every_stage_reads_only_what_an_earlier_one_makes() -> None:
    made = {
        "corpus": {"articles", "paragraphs", "audit", "unknown_lines"},
        "voices": {"sentences", "quotes", "reuse", "names", "word_voices"},
        "vectors": {"vectors"},
        "topics": {"topics", "assignments"},
        "tone": {"tone"},
        "mentions": {"mentions"},
        "targets": {"targets"},
        "topic voices": {"topic_voices"},
        "compare": {"estimates"},
    }
    known: set[str] = set()
    for stage in STAGES:
        assert set(stage.inputs) <= known, stage.name
        known |= made[stage.name]


def test_the_code_that_a_stage_depends_on_is_there() -> None:
    for stage in STAGES:
        assert all((provenance.PACKAGE / part).exists() for part in stage.code), stage.name
        assert provenance.versions(stage.distributions)


def test_the_code_hash_changes_with_a_byte_of_any_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "a.py").write_text("x = 1")
    monkeypatch.setattr(provenance, "PACKAGE", tmp_path)
    before = provenance.code_hash(["part"])
    (tmp_path / "part" / "a.pyc").write_text("compiled")
    assert provenance.code_hash(["part"]) == before
    (tmp_path / "part" / "a.py").write_text("x = 2")
    assert provenance.code_hash(["part"]) != before


def test_a_version_is_the_same_for_builds_of_other_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", {"torch": "2.13.0+cpu", "numpy": "2.4.6"}.__getitem__)
    assert provenance.versions(["torch", "numpy"]) == {"numpy": "2.4.6", "torch": "2.13.0"}


def test_sources_are_known_by_their_bytes(bundled: Settings, corpus: Corpus) -> None:
    recorded = dict(zip(corpus.articles["source_path"], corpus.articles["sha256"], strict=True))
    assert source_hashes(bundled) == recorded


def test_the_interview_has_nine_blocks_of_a_question_and_its_answers(corpus: Corpus) -> None:
    analysed = corpus.paragraphs[corpus.paragraphs["analysed"]]
    blocks = question_blocks(analysed)
    assert len(blocks) == 57
    assert sorted(set(blocks.values())) == list(range(1, 10))
    assert blocks["sputnik-2020:16"] == 2, "the second question opens the second block"
    assert blocks["sputnik-2020:14"] == 1, "the last answer to the first question stays in the first"


def test_measurements_are_given_for_the_topics_they_were_made_of_only(tmp_path: Path) -> None:
    measured.keep(tmp_path, "key", {"stability": pd.DataFrame({"ari": [0.9]})})
    assert measured.tables(tmp_path, "key")["stability"]["ari"].tolist() == [0.9]
    assert measured.tables(tmp_path, "another key") == {}
    measured.keep(tmp_path, "another key", {"stability": pd.DataFrame({"ari": [0.8]})})
    assert measured.tables(tmp_path, "another key")["stability"]["ari"].tolist() == [0.8]


def test_a_timing_above_one_is_too_slow() -> None:
    assert bench.Timing("x", 3.0, 2.0).ratio == 1.5


def test_the_benchmark_restyles_a_file_that_the_page_uses() -> None:
    assert (provenance.PACKAGE.parent / bench.STYLE).is_file()
