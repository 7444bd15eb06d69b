"""The codebook, and evidence, pooling and ranks on vectors whose cosines are known."""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.errors import SettingsError, StoreError
from analysis.framing.frames import Frames, codebook
from analysis.framing.frames.codebook import Codebook, Frame, check
from analysis.framing.frames.evidence import WIDTH, evidence, gain, pooled, spread_of, strongest
from analysis.framing.frames.scale import RANKS, Logistic, Scale, knots_of, read

FEWEST_SEEDS = 25


def _frame(name: str, seeds: tuple[str, ...], kin: tuple[str, ...] = ()) -> Frame:
    issues = tuple(f"issue {number}" for number in range(len(seeds)))
    return Frame(
        name, name.title(), "generic", "What it is.", ("Is it?",), ("Not that.",), kin, issues, seeds
    )


TINY = Codebook((_frame("east", ("e",)), _frame("north", ("n",))), ("w",), ())
SEEDS = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]], dtype=np.float32)


@pytest.mark.parametrize("frame", codebook().frames, ids=lambda frame: frame.name)
def test_every_entry_is_whole(frame: Frame) -> None:
    assert frame.title
    assert frame.definition.endswith(".")
    assert all(question.endswith("?") for question in frame.questions)
    assert frame.excludes
    assert len(frame.seeds) >= FEWEST_SEEDS
    assert all(seed.strip() for seed in frame.seeds)


def test_the_codebook_holds_the_five_generic_frames_and_the_fifteen_policy_dimensions() -> None:
    names = codebook().names
    assert names[:5] == ("conflict", "responsibility", "human_interest", "economic", "morality")
    assert len(names) == len(set(names)) == 20
    assert all(name.startswith("pfc_") for name in names[5:])


def test_no_seed_stands_in_two_frames_or_in_plain_reporting() -> None:
    assert len(set(codebook().sentences)) == len(codebook().sentences)


def test_every_frame_has_a_seed_for_every_issue_and_none_is_guns() -> None:
    assert len({frame.issues for frame in codebook().frames}) == 1
    assert not any("gun " in f"{seed.lower()} " for seed in codebook().sentences)


@pytest.mark.parametrize(
    "broken",
    [
        Codebook((_frame("a", ("x",)), _frame("b", ("x",))), (), ()),
        Codebook((_frame("a", ("x",)),), ("x",), ()),
        Codebook((_frame("a", ("x",)), _frame("b", ("y", "z"))), (), ()),
        Codebook((_frame("a", ("x",), kin=("nobody",)),), (), ()),
        Codebook((dataclasses.replace(_frame("a", ("x",)), definition=""),), (), ()),
        Codebook((dataclasses.replace(_frame("a", ("x",)), excludes=()),), (), ()),
    ],
)
def test_a_codebook_that_is_not_whole_is_refused(broken: Codebook) -> None:
    with pytest.raises(SettingsError):
        check(broken)


def test_evidence_is_the_log_ratio_of_the_two_densities_worked_by_hand() -> None:
    # A text at the seed of "east": cosines 1 (east), 0 (north), -1 (plain).
    found = evidence(np.array([[1.0, 0.0]], dtype=np.float32), SEEDS, book=TINY)
    others = WIDTH * math.log((math.exp(0) + math.exp(-1 / WIDTH)) / 2)
    assert found[0, 0] == pytest.approx(1 - others)
    others = WIDTH * math.log((math.exp(1 / WIDTH) + math.exp(-1 / WIDTH)) / 2)
    assert found[0, 1] == pytest.approx(0 - others)


def test_the_seeds_of_kin_do_not_count_against_a_frame() -> None:
    kin = Codebook((_frame("east", ("e",), kin=("north",)), _frame("north", ("n",))), ("w",), ())
    text = np.array([[0.6, 0.8]], dtype=np.float32)
    assert evidence(text, SEEDS, book=kin)[0, 0] > evidence(text, SEEDS, book=TINY)[0, 0]
    assert evidence(text, SEEDS, book=kin)[0, 1] == evidence(text, SEEDS, book=TINY)[0, 1]


def test_the_length_of_a_vector_does_not_matter() -> None:
    text = np.array([[0.3, 0.4]], dtype=np.float32)
    assert evidence(text, SEEDS, book=TINY) == pytest.approx(evidence(2 * text, SEEDS, book=TINY), abs=1e-6)


def test_a_text_rests_on_its_strongest_third() -> None:
    assert [strongest(n) for n in (1, 2, 3, 4, 6, 7)] == [1, 1, 1, 2, 2, 3]
    sentences = np.array([[0.1], [0.5], [0.3], [0.2], [0.9]])
    names, values, best = pooled(sentences, ["a", "a", "a", "a", "b"], spread=np.zeros(1))
    assert names == ["a", "b"]
    assert values[:, 0].tolist() == pytest.approx([0.4, 0.9])
    assert best[:, 0].tolist() == [1, 4]


def test_what_a_text_gains_by_its_length_is_taken_off() -> None:
    # Two of a standard normal: Blom's larger one is Q(1.625 / 2.25) = Q(.7222) = .5895.
    assert gain(1) == pytest.approx(0)
    assert gain(2) == pytest.approx(0.5895, abs=1e-4)
    assert gain(2) < gain(3)
    assert gain(300) == pytest.approx(1.09, abs=0.01)
    _, values, _ = pooled(np.array([[0.0], [1.0]]), ["a", "a"], spread=np.array([0.5]))
    assert values[0, 0] == pytest.approx(1 - 0.5 * gain(2))


def test_the_spread_is_that_within_texts_alone() -> None:
    # Text a: 0 and 2 about 1; text b: a single sentence far away. 2 / (3 - 2) = 2.
    assert spread_of(np.array([[0.0], [2.0], [9.0]]), ["a", "a", "b"])[0] == pytest.approx(math.sqrt(2))


def test_random_sentences_have_no_more_evidence_in_a_long_text_than_in_a_short_one() -> None:
    drawn = np.random.default_rng(1).normal(size=(30_000, 1))
    owners = [str(n // 10) for n in range(20_000)] + [f"short {n // 2}" for n in range(10_000)]
    names, values, _ = pooled(drawn, owners, spread=np.ones(1))
    short = np.array([name.startswith("short") for name in names])
    assert values[short].mean() == pytest.approx(values[~short].mean(), abs=0.03)


def test_a_rank_rises_with_evidence_and_never_ties() -> None:
    knots = knots_of(np.linspace(-0.5, 0.5, 101))
    scale = Scale("here", "there", {"east": 0.1}, {"east": knots}, {})
    ranks = scale.rank(np.array([-1.0, -0.5, 0.0, 0.5, 0.9, 1.2]), "east")
    assert ranks[2] == pytest.approx(0.5, abs=1e-6)
    assert (np.diff(ranks) > 0).all()
    assert 0 < ranks[0] < ranks[-1] < 1
    assert len(knots) == len(RANKS)


def test_a_probability_is_the_curve_and_undefined_where_nobody_coded() -> None:
    scale = Scale("here", "there", {}, {}, {"east": Logistic(-1.0, 2.0)})
    assert scale.probability(np.array([0.5, 1.0]), "east").tolist() == pytest.approx(
        [0.5, 1 / (1 + math.exp(-1))]
    )
    assert np.isnan(scale.probability(np.array([0.5]), "north")).all()


def test_the_packaged_scale_knows_every_frame() -> None:
    scale = read()
    assert set(scale.knots) == set(scale.spread) == set(codebook().names)
    assert set(scale.logistic) < set(codebook().names)


def test_a_broken_scale_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "scale.json").write_text("{}")
    with pytest.raises(StoreError, match="--fit"):
        read(tmp_path / "scale.json")


def _by_letters(texts: list[str]) -> np.ndarray:
    """A stand-in for the encoder: a vector from a text's letters, a function of the text alone."""
    rows = [[text.lower().count(letter) + 0.01 for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts]
    return np.array(rows, dtype=np.float32).reshape(len(texts), 26)


def _sentences(*rows: tuple[str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["paragraph_id", "voice", "text"])
    return frame.assign(sentence_id=[f"s{place}" for place in range(len(rows))])


def test_scores_do_not_depend_on_the_other_texts() -> None:
    instrument = Frames.of(_by_letters)
    one = instrument.score(_sentences(("p1", "narration", "War came.")))
    two = instrument.score(_sentences(("p0", "narration", "Rain fell."), ("p1", "narration", "War came.")))
    kept = two[two["paragraph_id"] == "p1"].reset_index(drop=True)
    pd.testing.assert_frame_equal(one.drop(columns="sentence_id"), kept.drop(columns="sentence_id"))


def test_a_paragraph_without_narration_has_no_score_of_it() -> None:
    instrument = Frames.of(_by_letters)
    table = instrument.by_voice(
        _sentences(("p1", "narration", "War came."), ("p2", "direct", "“Rain,” he said."))
    )
    narrated = table.groupby("paragraph_id")["narration"].apply(lambda values: values.notna().all())
    assert narrated.to_dict() == {"p1": True, "p2": False}
    own = table[table["paragraph_id"] == "p1"]
    assert own["narration"].tolist() == own["score"].tolist()
    assert len(table) == 2 * len(codebook().frames)


def test_no_sentences_give_an_empty_table() -> None:
    empty = _sentences(("p", "narration", "x")).iloc[:0]
    assert Frames.of(_by_letters).by_voice(empty).empty
