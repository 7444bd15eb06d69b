"""Models that a study names: found, refused, and their scores."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.errors import ModelError
from analysis.framing import hub, labels
from analysis.framing.chosen import frame_model, stance_model, tone_model
from analysis.framing.classifier import Classifier
from analysis.progress import ignore
from analysis.settings import ModelSettings, Settings, StudySettings
from tests.framing.small_models import make_model

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def study(folder: Path, models: ModelSettings) -> Settings:
    return Settings(folder, StudySettings(title="A study"), outlets=(), articles=(), models=models)


def sentences(*texts: str) -> pd.DataFrame:
    return pd.DataFrame({"sentence_id": [f"a:0.{place}" for place in range(len(texts))], "text": texts})


def tones(settings: Settings, *texts: str) -> list[float]:
    model = tone_model(settings)
    assert model is not None
    return model.score(sentences(*texts), progress=ignore)["tone"].tolist()


def test_a_study_that_names_no_model_has_none(tmp_path: Path) -> None:
    settings = study(tmp_path, ModelSettings())
    assert (tone_model(settings), stance_model(settings), frame_model(settings, ["conflict"])) == (None,) * 3
    assert hub.fingerprint("tone", settings) == ""


def test_tone_is_the_probability_of_positive_less_that_of_negative(tmp_path: Path) -> None:
    make_model(tmp_path / "mine")
    settings = study(tmp_path, ModelSettings(tone="mine"))
    found = hub.find("tone", settings)
    assert found is not None
    negative, neutral, positive = np.exp(Classifier(found).logits(["good peace"], None, ignore)[0])
    (tone,) = tones(settings, "good peace")
    assert tone == round((positive - negative) / (negative + neutral + positive), 4)
    assert tone != 0


def test_labels_in_another_order_give_the_same_tone_turned_round(tmp_path: Path) -> None:
    make_model(tmp_path / "mine")
    make_model(tmp_path / "turned", ("positive", "neutral", "negative"))
    (one,) = tones(study(tmp_path, ModelSettings(tone="mine")), "bad war")
    assert tones(study(tmp_path, ModelSettings(tone="turned")), "bad war") == [-one]


def test_a_score_depends_on_its_text_alone(tmp_path: Path) -> None:
    make_model(tmp_path / "mine")
    settings = study(tmp_path, ModelSettings(tone="mine"))
    texts = ["good", "bad war " * 20, "", "the war is bad"]
    together = tones(settings, *texts)
    assert together == [tones(settings, text)[0] for text in texts]
    assert len(set(together)) == 4


def test_the_end_of_a_text_longer_than_the_model_reads_counts_too(tmp_path: Path) -> None:
    make_model(tmp_path / "mine", positions=32)
    one, other = tones(
        study(tmp_path, ModelSettings(tone="mine")), "good " * 100 + "war", "good " * 100 + "peace"
    )
    assert one != other


def test_stance_is_three_probabilities_that_change_with_the_target(tmp_path: Path) -> None:
    make_model(tmp_path / "mine")
    model = stance_model(study(tmp_path, ModelSettings(stance="mine")))
    assert model is not None
    text = "nato is good the war is bad"
    given = model.probabilities([text, text], [(0, 4), (17, 20)], progress=ignore)
    assert text[17:20] == "war"
    assert given.shape == (2, 3)
    assert given.sum(axis=1) == pytest.approx([1, 1])
    assert given[0].tolist() != given[1].tolist()
    assert model.probabilities([], [], progress=ignore).shape == (0, 3)


def test_frames_hold_independently_and_carry_the_codebook_s_names(tmp_path: Path) -> None:
    make_model(tmp_path / "mine", ("Human_Interest", "conflict"))
    settings = study(tmp_path, ModelSettings(frames="mine"))
    model = frame_model(settings, ["conflict", "human interest", "morality"])
    assert model is not None
    assert model.frames == ["human interest", "conflict"]
    given = model.probabilities(["war", "peace"], progress=ignore)
    assert given.shape == (2, 2)
    assert ((given > 0) & (given < 1)).all()
    assert given.sum(axis=1).tolist() != pytest.approx([1, 1])


@pytest.mark.parametrize(
    "found", [("1 star", "2 stars", "3 stars"), ("neg", "pos"), ("neg", "neu", "pos", "x")]
)
def test_labels_that_are_no_poles_are_named(found: tuple[str, ...]) -> None:
    with pytest.raises(ModelError, match=f"labels {', '.join(map(repr, found))}, not negative"):
        labels.poles(found, model="mine")


@pytest.mark.parametrize(
    ("found", "problem"),
    [
        (("conflict", "weather"), "'weather' is no frame"),
        (("Conflict", "conflict"), "two labels mean 'conflict'"),
    ],
)
def test_labels_that_are_no_frames_are_named(found: tuple[str, ...], problem: str) -> None:
    with pytest.raises(ModelError, match=problem):
        labels.frames(found, ["conflict", "morality"], model="mine")


def test_a_pickle_is_refused(tmp_path: Path) -> None:
    (make_model(tmp_path / "mine") / "model.safetensors").rename(tmp_path / "mine" / "pytorch_model.bin")
    with pytest.raises(ModelError, match=r"models\.tone: .* refused: pytorch_model\.bin is a pickle"):
        tone_model(study(tmp_path, ModelSettings(tone="mine")))


@pytest.mark.parametrize("file", ["config.json", "tokenizer_config.json"])
def test_a_model_with_code_of_its_own_is_refused(tmp_path: Path, file: str) -> None:
    path = make_model(tmp_path / "mine") / file
    path.write_text(json.dumps(json.loads(path.read_text()) | {"auto_map": {"AutoConfig": "own.Config"}}))
    with pytest.raises(ModelError, match=rf"refused: {file} asks for code of its own \(auto_map\)"):
        tone_model(study(tmp_path, ModelSettings(tone="mine")))


@pytest.mark.parametrize("revision", ["", "main", COMMIT[:7], COMMIT.upper()])
def test_a_hub_model_without_its_commit_is_refused(tmp_path: Path, revision: str) -> None:
    settings = study(tmp_path, ModelSettings(stance="nobody/no-model", stance_revision=revision))
    with pytest.raises(ModelError, match="not pinned to a commit - name a folder, or the commit's 40 digits"):
        stance_model(settings)


def test_a_model_that_was_not_fetched_is_asked_for_with_the_command(tmp_path: Path) -> None:
    settings = study(tmp_path, ModelSettings(tone="nobody/no-model", tone_revision=COMMIT))
    with pytest.raises(ModelError, match=f"hf download nobody/no-model --revision {COMMIT}"):
        tone_model(settings)


def test_a_model_without_a_trained_classifier_is_refused(tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    path = make_model(tmp_path / "mine") / "model.safetensors"
    kept = {name: part for name, part in load_file(path).items() if not name.startswith("classifier")}
    save_file(kept, path, metadata={"format": "pt"})
    with pytest.raises(ModelError, match=r"holds no trained classifier \(without classifier\."):
        tone_model(study(tmp_path, ModelSettings(tone="mine")))


def test_a_folder_that_transformers_does_not_know_is_one_sentence(tmp_path: Path) -> None:
    (make_model(tmp_path / "mine") / "config.json").write_text('{"model_type": "no such kind"}')
    with pytest.raises(ModelError, match=r"cannot be loaded \(.*\) - use a transformers model"):
        tone_model(study(tmp_path, ModelSettings(tone="mine")))


def test_the_version_is_of_the_files_and_not_of_the_place(tmp_path: Path) -> None:
    make_model(tmp_path / "one")
    make_model(tmp_path / "same")
    make_model(tmp_path / "other", positions=32)
    versions = [
        hub.fingerprint("tone", study(tmp_path, ModelSettings(tone=name)))
        for name in ("one", "same", "other")
    ]
    assert versions[0] == versions[1] != versions[2]


def test_a_fetched_hub_model_is_found_at_its_commit_and_at_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    make_model(tmp_path / "models--somebody--mine" / "snapshots" / COMMIT)
    settings = study(tmp_path, ModelSettings(tone="somebody/mine", tone_revision=COMMIT))
    assert len(tones(settings, "good peace")) == 1
    other = ModelSettings(tone="somebody/mine", tone_revision="f" * 40)
    with pytest.raises(ModelError, match="is neither a folder nor fetched"):
        tone_model(study(tmp_path, other))
