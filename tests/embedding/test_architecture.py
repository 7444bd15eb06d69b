"""Encoders that the fast kernels know, and those that only torch can run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analysis.embedding.architecture import Architecture, architecture
from analysis.embedding.fast import FastEncoder
from analysis.embedding.model import DEFAULT, Model, find_model
from analysis.errors import EncoderError

TEXTS = ["Libya's government in Tripoli", "A vaccine against the coronavirus, said Dr. Smith on Monday."]


@pytest.fixture
def copied(tmp_path: Path) -> Model:
    """The default encoder in a folder of its own, so that its files may be changed."""
    folder = tmp_path / "encoder"
    shutil.copytree(find_model(DEFAULT).folder, folder)
    return Model("mine", folder)


def change(model: Model, file: str, edit: Callable[[Any], Any]) -> None:
    path = model.folder / file
    path.write_text(json.dumps(edit(json.loads(path.read_text()))))


def test_the_default_is_a_bert_of_six_layers_with_a_normalised_mean() -> None:
    assert architecture(find_model(DEFAULT)) == Architecture(
        layers=6, heads=12, width=384, epsilon=1e-12, longest=256, pooling="mean", normalised=True
    )


CHANGES: dict[str, tuple[str, Callable[[Any], Any], str]] = {
    "another kind": ("config.json", lambda c: {**c, "model_type": "mpnet"}, "model_type is 'mpnet', not 'bert'"),
    "another activation": ("config.json", lambda c: {**c, "hidden_act": "relu"}, "hidden_act is 'relu'"),
    "a part more": (
        "modules.json",
        lambda m: [*m, {"path": "3_Dense", "type": "sentence_transformers.models.Dense"}],
        "its parts are Transformer, Pooling, Normalize, Dense",
    ),
    "two ways of pooling": (
        "1_Pooling/config.json",
        lambda c: {**c, "pooling_mode_max_tokens": True},
        "it pools by pooling_mode_mean_tokens, pooling_mode_max_tokens",
    ),
    "its own lower case": (
        "sentence_bert_config.json", lambda c: {**c, "do_lower_case": True}, "it makes texts lower-case"
    ),
    "a number missing": (
        "config.json", lambda c: {k: v for k, v in c.items() if k != "hidden_size"}, "has no 'hidden_size'"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "edit", "problem"), CHANGES.values(), ids=CHANGES.keys())
def test_what_the_graph_does_not_compute_is_refused_with_the_remedy(
    copied: Model, file: str, edit: Callable[[Any], Any], problem: str
) -> None:
    change(copied, file, edit)
    with pytest.raises(EncoderError, match=problem) as raised:
        FastEncoder(copied, kernels="float32")
    assert 'choose kernels = "native"' in str(raised.value)


@pytest.mark.parametrize("file", ["config.json", "modules.json", "tokenizer.json", "model.safetensors"])
def test_a_file_that_is_missing_or_no_such_file_is_named(copied: Model, file: str) -> None:
    (copied.folder / file).write_text("{")
    with pytest.raises(EncoderError, match="cannot be read"):
        FastEncoder(copied, kernels="float32")
    (copied.folder / file).unlink()
    with pytest.raises(EncoderError, match="cannot be read"):
        FastEncoder(copied, kernels="float32")


@pytest.mark.slow
def test_a_model_that_takes_its_first_piece_and_does_not_normalise_has_the_vectors_of_sentence_transformers(
    copied: Model,
) -> None:
    from sentence_transformers import SentenceTransformer

    pooling = {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}
    change(copied, "1_Pooling/config.json", lambda c: {**c, **pooling})
    change(copied, "modules.json", lambda m: m[:2])
    theirs = SentenceTransformer(str(copied.folder), device="cpu").encode(
        TEXTS, show_progress_bar=False, normalize_embeddings=True
    )
    np.testing.assert_allclose(FastEncoder(copied, kernels="float32").encode(TEXTS), theirs, atol=1e-5)
