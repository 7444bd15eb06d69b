"""Training: what is trained, by which numbers, and that a network learns at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from analysis.embedding.model import DEFAULT, find_model
from analysis.framing.stance import load
from analysis.framing.stance.calibration import temperature
from analysis.framing.stance.fitting import Job, fit
from analysis.framing.stance.inputs import Reader
from analysis.framing.stance.model import softmax
from analysis.framing.stance.network import StanceNetwork, collate, encoder
from analysis.framing.stance.recipe import Recipe
from analysis.framing.stance.training import parameter_groups, schedule
from analysis.framing.stance.weights import FROZEN, ship

BASE = find_model(DEFAULT).folder


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(BASE)


def job(reader: Reader, recipe: Recipe) -> Job:
    good = [f"{name} is a hero." for name in ("Ann", "Bob", "Cid", "Dan")]
    bad = [f"{name} is a crook." for name in ("Ann", "Bob", "Cid", "Dan")]
    inputs = [reader.read(text, 0, 3) for text in [*bad, *good]]
    judged = [reader.read(text, 0, 3) for text in ("Eve is a crook.", "Eve is a hero.")]
    return Job(inputs, np.eye(3)[[0] * 4 + [2] * 4], judged, recipe, BASE)


def test_a_network_learns_from_examples(reader: Reader) -> None:
    learned = fit(job(reader, Recipe(half=False, epochs=8, batch=4)))
    assert learned.logits.argmax(axis=1).tolist() == [0, 2]


def test_the_same_seed_gives_the_same_network_and_another_another(reader: Reader) -> None:
    first, again, other = (
        fit(job(reader, Recipe(half=False, epochs=1, batch=4, seed=seed))) for seed in (1, 1, 2)
    )
    assert (first.logits == again.logits).all()
    assert (first.logits != other.logits).any()


def test_word_embeddings_stay_and_the_rest_moves(reader: Reader) -> None:
    before = StanceNetwork(encoder(BASE)).state_dict()
    after = fit(job(reader, Recipe(half=False, epochs=1, batch=4))).weights
    assert (after[FROZEN] == before[FROZEN].numpy()).all()
    moved = "encoder.encoder.layer.0.output.dense.weight"
    assert (after[moved] != before[moved].numpy()).any()


def test_only_the_wanted_layers_are_trained(reader: Reader) -> None:
    before = StanceNetwork(encoder(BASE)).state_dict()
    after = fit(job(reader, Recipe(half=False, epochs=1, batch=4, layers=3))).weights
    for layer, moves in ((0, False), (2, False), (3, True), (5, True)):
        name = f"encoder.encoder.layer.{layer}.output.dense.weight"
        assert bool((after[name] != before[name].numpy()).any()) is moves
    token_types = "encoder.embeddings.token_type_embeddings.weight"
    assert (after[token_types] == before[token_types].numpy()).all()


def test_lower_layers_learn_more_slowly() -> None:
    groups = parameter_groups(StanceNetwork(encoder(BASE)), Recipe(rate=1.0, decay=0.5, head_rate=2.0))
    assert [group["lr"] for group in groups] == [2, 1, 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625]


def test_the_rate_rises_over_a_tenth_and_falls_to_nothing() -> None:
    assert [schedule(done) for done in (0, 0.05, 0.1, 0.55, 1)] == pytest.approx([0, 0.5, 1, 0.5, 0])


def test_padding_changes_no_prediction(reader: Reader) -> None:
    network = StanceNetwork(encoder(BASE)).eval()
    one = reader.read("We trust NATO now.", 9, 13)
    with torch.inference_mode():
        short, long = (network(*collate([one], length))[0].numpy() for length in (len(one.pieces), 64))
    assert np.allclose(short, long, atol=1e-5)


def test_the_temperature_makes_certainty_what_it_is_worth() -> None:
    # Two classes that matter: logits of 2 are right three times in four, so p must be 3/4: 2 / T = ln 3.
    logits = np.array([[2.0, 0.0, -60.0]] * 4)
    found = temperature(logits, np.array([0, 0, 0, 1]))
    assert found == pytest.approx(2 / np.log(3), abs=1e-3)
    assert softmax(logits / found)[0, 0] == pytest.approx(0.75, abs=1e-3)


def test_what_is_shipped_reads_as_what_was_trained(reader: Reader, tmp_path: Path) -> None:
    made = fit(job(reader, Recipe(half=False, epochs=8, batch=4)))
    version = ship(made.weights, tmp_path / "w.safetensors", temperature=1.5)
    model = load(BASE, file=tmp_path / "w.safetensors")
    found = model.probabilities(["Eve is a crook.", "Eve is a hero."], [(0, 3), (0, 3)])
    assert np.allclose(found, softmax(made.logits / 1.5), atol=5e-3)  # float16
    assert model.version == version
    assert ship(made.weights, tmp_path / "again.safetensors", temperature=1.5) == version
    assert (tmp_path / "w.safetensors").read_bytes() == (tmp_path / "again.safetensors").read_bytes()
    assert ship(made.weights, tmp_path / "other.safetensors", temperature=1.6) != version
