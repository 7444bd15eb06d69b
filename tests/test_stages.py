"""What the stages depend on, and the small steps between them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis import bench, keyfigures, measured, provenance
from analysis.corpus import Corpus
from analysis.measuring import question_blocks
from analysis.multiverse import MULTIVERSE
from analysis.progress import ignore
from analysis.settings import ModelSettings, Settings
from analysis.stages import STAGES, source_hashes, vector_array
from analysis.stages.stage import as_read
from analysis.tables import check
from tests.figures import small
from tests.framing.small_models import make_model


def test_every_stage_reads_only_what_an_earlier_one_makes() -> None:
    made = {
        "corpus": {"articles", "paragraphs", "audit", "unknown_lines"},
        "voices": {"sentences", "quotes", "reuse", "names", "word_voices"},
        "vectors": {"vectors"},
        "topics": {"topics", "assignments"},
        "tone": {"tone"},
        "mentions": {"mentions"},
        "targets": {"targets"},
        "cards": {"instruments", "cards", "validity", *keyfigures.TABLES},
        "instruments": {"instrument_agreement", "disagreement"},
        "frames": {"frames", "microframes", "frame_validity"},
        "topic voices": {"topic_voices"},
        "compare": {"estimates", "keyness"},
        "robustness": {"leave_one_out", "leave_one_out_words", "topic_articles", "self_audit"},
        "matching": {"matches", "nearest", "omissions", "paired_events", "paired"},
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
    kind = "stability"
    measured.keep(tmp_path, kind, "key", {"stability": pd.DataFrame({"ari": [0.9]})})
    assert measured.tables(tmp_path, kind, "key")["stability"]["ari"].tolist() == [0.9]
    assert measured.tables(tmp_path, kind, "another key") == {}
    measured.keep(tmp_path, kind, "another key", {"stability": pd.DataFrame({"ari": [0.8]})})
    assert measured.tables(tmp_path, kind, "another key")["stability"]["ari"].tolist() == [0.8]


def test_measurements_of_one_kind_leave_those_of_another_as_they_were(tmp_path: Path) -> None:
    def kept() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in tmp_path.rglob("stability.*")}

    measured.keep(tmp_path, "stability", "key", {"stability": pd.DataFrame({"ari": [0.9]})})
    before = kept()
    for key in ("a", "b"):
        measured.keep(tmp_path, "multiverse", key, {"multiverse": pd.DataFrame({"p": [0.5]})})
    assert kept() == before
    assert set(measured.tables(tmp_path, "stability", "key")) == {"stability"}
    assert measured.tables(tmp_path, "multiverse", "a") == {}
    assert set(measured.tables(tmp_path, "multiverse", "b")) == {"multiverse"}


def test_the_order_in_which_measurements_are_kept_does_not_matter(tmp_path: Path) -> None:
    kinds = ("stability", "multiverse")
    for folder, order in (("one", kinds), ("two", kinds[::-1])):
        for kind in order:
            measured.keep(tmp_path / folder, kind, "key", {kind: pd.DataFrame({"n": [1]})})
    one, two = ((tmp_path / folder / "measured/manifest.json").read_bytes() for folder in ("one", "two"))
    assert one == two


def test_the_topics_stage_depends_on_every_module_of_topics_but_the_single_run() -> None:
    stage = next(stage for stage in STAGES if stage.name == "topics")
    every = {f"topics/{path.name}" for path in (provenance.PACKAGE / "topics").glob("*.py")}
    assert every - set(stage.code) == {"topics/single.py"}


def test_what_the_multiverse_reads_is_made_and_the_code_it_rests_on_is_there() -> None:
    assert all((provenance.PACKAGE / part).exists() for part in MULTIVERSE.code)
    assert provenance.versions(MULTIVERSE.distributions)


def test_a_timing_above_one_is_too_slow() -> None:
    assert bench.Timing("x", 3.0, 2.0).ratio == 1.5


def test_the_benchmark_says_how_fast_each_instrument_reads() -> None:
    told = {rate.what: rate for rate in bench.rates(count=4)}
    assert list(told) == ["tone, every word list", "stance", "frames"]
    assert all(rate.sentences > 0 for rate in told.values())
    assert told["stance"].wanted == 60


def test_the_benchmark_restyles_a_file_that_the_page_uses() -> None:
    assert (provenance.PACKAGE.parent / bench.STYLE).is_file()


def test_a_model_that_the_study_names_scores_beside_the_word_list(
    tmp_path: Path, bundled: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRAMING_MODELS", str(tmp_path))
    make_model(tmp_path / "mine")
    models = ModelSettings(tone=str(tmp_path / "mine"))
    settings = dataclasses.replace(bundled, models=models)
    stage = next(stage for stage in STAGES if stage.name == "tone")
    sentences = pd.DataFrame({"sentence_id": ["a:1.1", "a:1.2"], "text": ["good peace", "bad war"]})
    tone = stage.run(settings, {"sentences": sentences}.__getitem__, ignore)["tone"]
    own = tone[tone["instrument"] == "model"]
    assert own["sentence_id"].tolist() == ["a:1.1", "a:1.2"]
    assert set(tone["instrument"]) > {"model"}
    assert stage.settings(settings) != stage.settings(bundled)


def test_another_model_is_another_key(
    tmp_path: Path, bundled: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRAMING_MODELS", str(tmp_path))
    stage = next(stage for stage in STAGES if stage.name == "tone")
    keys = []
    for positions in (32, 64):
        folder = make_model(tmp_path / str(positions), positions=positions)
        keys.append(stage.settings(dataclasses.replace(bundled, models=ModelSettings(tone=str(folder)))))
    assert keys[0] != keys[1]


@pytest.mark.parametrize("instruments", [("vader",), ("vader", "other")])
def test_disagreements_keep_their_contract_with_one_instrument_and_with_two(
    instruments: tuple[str, ...],
) -> None:
    stage = next(stage for stage in STAGES if stage.name == "instruments")
    tone = pd.DataFrame(
        {"sentence_id": name, "tone": value, "instrument": instrument}
        for place, instrument in enumerate(instruments)
        for name, value in (("g1:2.1", 0.5 - place), ("g1:3.1", place - 0.5))
    )
    without_stance = {"tone": tone, "targets": small.targets().iloc[:0]}
    tables = small.all_tables() | without_stance
    made = stage.run(small.SETTINGS, tables.__getitem__, ignore)
    for name in ("instrument_agreement", "disagreement"):
        assert len(check(made[name], name)) == (len(instruments) - 1) * (2 if name == "disagreement" else 1)
    assert (
        made["disagreement"]["words"].tolist() == ["", "vader: lost \u22121.3"][: len(made["disagreement"])]
    )


def test_each_paragraph_keeps_its_vector_in_whatever_order_the_two_tables_stand() -> None:
    paragraphs = pd.DataFrame({"paragraph_id": ["a:1", "a:2", "b:1"], "analysed": [True, False, True]})
    vectors = pd.DataFrame({"paragraph_id": ["b:1", "a:1"], "vector": [np.array([2.0]), np.array([1.0])]})
    for rows in (paragraphs, paragraphs[::-1]):
        tables = {"paragraphs": rows, "vectors": vectors}
        own = rows.loc[rows["analysed"], "paragraph_id"].map({"a:1": 1.0, "b:1": 2.0})
        assert vector_array(tables.__getitem__).tolist() == [[number] for number in own]


def test_rows_are_read_article_by_article_and_each_in_its_order() -> None:
    table = pd.DataFrame({"article_id": ["b", "a", "b", "a"], "ordinal": [2, 9, 1, 3]}, index=[7, 5, 3, 1])
    read = as_read(table, "article_id")
    assert list(read.itertuples(index=False, name=None)) == [("b", 1), ("b", 2), ("a", 3), ("a", 9)]
    pd.testing.assert_frame_equal(as_read(read, "article_id"), read)
