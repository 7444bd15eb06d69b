"""The shipped classifier: what it gives, and that nothing but sentence and target can change it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from analysis.embedding.model import DEFAULT, find_model
from analysis.errors import EncoderError
from analysis.framing.stance import StanceModel, load
from analysis.framing.stance.model import softmax
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
    assert softmax(np.array([1.0, 0.0, 0.0]))[0] == pytest.approx(np.e / (np.e + 2))
    assert softmax(np.array([1.0, 0.0, 0.0]) / 0.5)[0] == pytest.approx(np.e**2 / (np.e**2 + 2))
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
