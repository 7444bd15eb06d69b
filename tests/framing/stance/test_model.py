"""The shipped classifier: what it gives, and that nothing but sentence and target can change it."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import torch

from analysis.embedding.model import DEFAULT, find_model
from analysis.errors import EncoderError
from analysis.framing.stance import StanceModel, load, weights
from analysis.framing.stance.inputs import Reader
from analysis.framing.stance.model import softmax
from analysis.framing.stance.network import StanceNetwork, collate, encoder
from analysis.framing.stance.parts import Weights
from analysis.framing.stance.reading import Reading, shape
from analysis.framing.stance.weights import FILE

PRAISE = "The senator praised Ann Smith for her courage and honesty."
BLAME = "The senator accused Ann Smith of lies and corruption."
PLAIN = "Ann Smith arrived in Geneva on Monday for talks."
BOTH = "While Bob Brown lied and stole, Ann Smith saved the whole town."


def span(text: str, name: str = "Ann Smith") -> tuple[int, int]:
    return text.index(name), text.index(name) + len(name)


@pytest.fixture(scope="module")
def model() -> StanceModel:
    return load(find_model(DEFAULT).folder, workers=2)


def test_praise_is_positive_blame_negative_and_news_neutral(model: StanceModel) -> None:
    texts = [BLAME, PLAIN, PRAISE]
    found = model.probabilities(texts, [span(text) for text in texts])
    assert found.argmax(axis=1).tolist() == [0, 1, 2]
    assert np.allclose(found.sum(axis=1), 1)
    assert (found >= 0).all()


def test_one_sentence_says_different_things_of_two_targets(model: StanceModel) -> None:
    ann, bob = model.probabilities([BOTH, BOTH], [span(BOTH), span(BOTH, "Bob Brown")])
    assert ann[2] > ann[0]
    assert bob[0] > bob[2]


def test_no_bit_depends_on_order_batch_or_workers(model: StanceModel) -> None:
    texts = [BLAME, PLAIN, PRAISE, BOTH, PLAIN + " " + BLAME] * 15
    spans = [span(text) for text in texts]
    together = model.probabilities(texts, spans)
    turned = model.probabilities(texts[::-1], spans[::-1])[::-1]
    alone = load(find_model(DEFAULT).folder, workers=1).probabilities(texts[:5], spans[:5])
    assert (together == turned).all()
    assert (together[:5] == alone).all()


def test_the_reading_says_what_the_trained_network_says() -> None:
    base = find_model(DEFAULT).folder
    shipped = weights.tensors() | weights.frozen(base)
    network, reader = StanceNetwork(encoder(base)).eval(), Reader(base)
    network.load_state_dict({name: torch.from_numpy(tensor) for name, tensor in shipped.items()})
    reading = Reading(Weights(shipped), shape(base))
    for text in (BLAME, PLAIN, PRAISE, BOTH, " ".join([PLAIN, BLAME] * 12)):
        one = reader.read(text, *span(text))
        with torch.inference_mode():
            expected = network(*collate([one], len(one.pieces)))[0].numpy()
        assert np.allclose(reading.logits(one), expected, atol=1e-5)


def test_a_target_that_has_no_word_pieces_gets_numbers_too(model: StanceModel) -> None:
    found = model.probabilities(["Peace \u200b now."], [(6, 7)])
    assert found.sum() == pytest.approx(1)


def test_a_weight_too_many_is_another_network(tmp_path: Path) -> None:
    base, file = find_model(DEFAULT).folder, tmp_path / "w.safetensors"
    weights.ship({**weights.tensors(), "pooler": np.zeros(2, np.float32)}, file, temperature=1.0)
    with pytest.raises(EncoderError, match="of another network"):
        load(base, file=file)


def test_a_folder_without_encoder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="holds no BERT encoder"):
        load(tmp_path)


def test_progress_is_told_to_the_end(model: StanceModel) -> None:
    told: list[tuple[int, int]] = []
    model.probabilities([PLAIN] * 70, [span(PLAIN)] * 70, progress=lambda done, of: told.append((done, of)))
    assert told == [(64, 70), (70, 70)]


def test_nothing_in_gives_nothing_out(model: StanceModel) -> None:
    assert model.probabilities([], []).shape == (0, 3)


@pytest.mark.parametrize("bad", [(0, 0), (5, 3), (-1, 4), (0, 500)])
def test_a_target_outside_its_text_is_refused(model: StanceModel, bad: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="lies outside its text"):
        model.probabilities([PLAIN], [bad])


def test_probabilities_of_a_lower_temperature_are_surer() -> None:
    assert softmax(np.array([1.0, 0.0, 0.0]))[0] == pytest.approx(math.e / (math.e + 2))
    assert softmax(np.array([1.0, 0.0, 0.0]) / 0.5)[0] == pytest.approx(math.e**2 / (math.e**2 + 2))
    assert np.isfinite(softmax(np.array([1000.0, 0.0, 0.0]))).all()


def test_the_weights_that_ship_are_small_enough() -> None:
    assert FILE.stat().st_size <= 25e6
    assert (FILE.parent / "MODEL_CARD.md").is_file()


def test_missing_and_foreign_weights_are_named(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    base = find_model(DEFAULT).folder
    with pytest.raises(EncoderError, match=r"none\.safetensors: cannot be read"):
        load(base, file=tmp_path / "none.safetensors")
    (tmp_path / "bad.safetensors").write_bytes(b"no tensors here")
    with pytest.raises(EncoderError, match="cannot be read"):
        load(base, file=tmp_path / "bad.safetensors")
    save_file(
        {"x": np.zeros(2)},
        str(tmp_path / "other.safetensors"),
        metadata={"stance": '{"temperature": 1, "version": "1"}'},
    )
    with pytest.raises(EncoderError, match="of another network"):
        load(base, file=tmp_path / "other.safetensors")
