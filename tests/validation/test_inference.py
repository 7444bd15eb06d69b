"""The figures of the engine over simulated corpora, on a few of them, and how they are kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.compare import simulated
from analysis.compare.clustering import intraclass_correlation
from analysis.report.inference import rare_shares
from analysis.validation import inference
from analysis.validation.corpora import Population, draw


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> pd.DataFrame:
    """The table over two small populations of 40 corpora."""
    monkeypatch.setattr(inference, "CORPORA", 40)
    chosen = [Population((6, 6), (0.3, 0.3)), Population((5, 5, 5), (0.1, 0.1, 0.6))]
    monkeypatch.setattr(inference, "populations", lambda: chosen)
    return inference.measure()


def test_every_question_is_answered_with_a_share_and_its_interval(few: pd.DataFrame) -> None:
    asked = set(zip(few["question"], few["method"], strict=True))
    assert {
        ("coverage", "bootstrap-t"),
        ("coverage", "BCa"),
        ("coverage of a difference", "bootstrap-t"),
    } <= asked
    assert {
        ("false alarms", "permutation"),
        ("power", "omnibus"),
        ("wrong equivalence", "bootstrap-t"),
    } <= asked
    assert (few["low"] <= few["rate"]).all()
    assert (few["rate"] <= few["high"]).all()
    power = few[(few["question"] == "power") & (few["method"] == "permutation")]
    assert power["rate"].item() > 0.5


def test_kept_figures_come_back_and_those_of_another_version_do_not(
    few: pd.DataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulated, "PATH", tmp_path / "inference.csv")
    assert simulated.simulated().empty
    inference.keep(few)
    back = simulated.simulated()
    assert len(back) == len(few)
    assert back["rate"].to_numpy() == pytest.approx(few["rate"].to_numpy(), abs=5e-5)
    monkeypatch.setattr(simulated, "VERSION", "0")
    assert simulated.simulated().empty


def test_the_kept_figures_of_the_project_are_current_and_within_their_bars() -> None:
    kept = simulated.simulated()
    used = kept[(kept["method"] == "bootstrap-t") & kept["question"].str.startswith("coverage")]
    ten = used[(used["articles"] == "10 and 10") & ~rare_shares(used)]
    assert len(ten) >= 24
    assert ten["low"].le(0.97).all()
    assert ten["high"].ge(0.93).all()
    alarms = kept[(kept["question"] == "false alarms") & (kept["method"] == "permutation")]
    assert alarms["rate"].le(0.06).all()


def test_simulated_tones_have_the_likeness_asked_for() -> None:
    sums = draw(Population((300,), (0.05,), "wording tone", 0.3), 10, np.random.default_rng(3))
    assert intraclass_correlation(sums).mean() == pytest.approx(0.3, abs=0.03)
    assert sums.estimates().mean() == pytest.approx(0.05, abs=0.02)
