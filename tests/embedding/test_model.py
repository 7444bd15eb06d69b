import shutil
from pathlib import Path

import pytest

from analysis.embedding import model as models
from analysis.embedding.model import DEFAULT, DEFAULT_SHA256, Model, find_model
from analysis.errors import EncoderError


def make_model(folder: Path, weights: bytes = b"numbers", name: str = "model.safetensors") -> Path:
    folder.mkdir()
    (folder / name).write_bytes(weights)
    (folder / "config.json").write_text("{}")
    return folder


def test_the_default_is_found_in_its_package_with_the_pinned_weights() -> None:
    assert find_model(DEFAULT).weights_sha256 == DEFAULT_SHA256


def test_a_default_with_other_weights_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = make_model(tmp_path / "model", b"other numbers")
    monkeypatch.setattr(models, "_default_folder", lambda: other)
    with pytest.raises(EncoderError, match=f"not {DEFAULT_SHA256} - install {DEFAULT} again"):
        find_model(DEFAULT)


def test_a_default_that_is_not_installed_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "DEFAULT_PACKAGE", "no_such_package")
    with pytest.raises(EncoderError, match=f"is not installed - run: pip install {DEFAULT}"):
        find_model(DEFAULT)


def test_a_folder_is_found_beside_the_study(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "mine")
    assert find_model("mine", tmp_path).folder == folder
    assert find_model(str(folder)).folder == folder


@pytest.mark.parametrize("name", ["pytorch_model.bin", "model.pt", "weights.ckpt"])
def test_a_pickle_is_refused(tmp_path: Path, name: str) -> None:
    make_model(tmp_path / "mine", name=name)
    with pytest.raises(EncoderError, match=f"refused: {name} is a pickle"):
        find_model("mine", tmp_path)


def test_a_folder_without_weights_is_refused(tmp_path: Path) -> None:
    make_model(tmp_path / "mine", name="README.md")
    with pytest.raises(EncoderError, match=r"has no model\.safetensors"):
        find_model("mine", tmp_path)


@pytest.mark.parametrize("name", ["nobody/no-such-model", "not a name", "../outside/../../x"])
def test_an_unknown_model_is_an_error_with_a_remedy_and_nothing_is_fetched(tmp_path: Path, name: str) -> None:
    with pytest.raises(EncoderError, match=r"neither a folder nor a fetched model - name a folder"):
        find_model(name, tmp_path)


def test_the_fingerprint_follows_the_contents_and_not_the_place(tmp_path: Path) -> None:
    first = Model("a", make_model(tmp_path / "first")).fingerprint
    second = tmp_path / "second"
    shutil.copytree(tmp_path / "first", second)
    assert Model("b", second).fingerprint == first
    (second / "config.json").write_text('{"cased": true}')
    assert Model("b", second).fingerprint != first


def test_the_fingerprint_covers_every_file_of_the_weights(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "mine", name="model-00001-of-00002.safetensors")
    (folder / "model-00002-of-00002.safetensors").write_bytes(b"one")
    before = Model("a", folder).fingerprint
    (folder / "model-00002-of-00002.safetensors").write_bytes(b"two")
    assert Model("a", folder).fingerprint != before
