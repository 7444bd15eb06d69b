"""Labels weighed against what teachers expect, and folds that keep articles together."""

from __future__ import annotations

import numpy as np

from analysis.framing.stance.examples import Example
from analysis.framing.stance.fitting import Fit
from analysis.framing.stance.inputs import Input
from analysis.training.coded import FOLDS, Coded
from analysis.training.designs import OTHERS, SHIPPED, design_table
from analysis.training.stance import doubt

TEXTS = ("Ann spoke ill.", "Ann spoke well.")


def coded(count: int = 60, part: str = "training") -> Coded:
    examples = tuple(
        Example(TEXTS[row % 2], 0, 3, row % 2 * 2, f"a{row // 3}", f"g{row // 3}", part, row % 5 == 0)
        for row in range(count)
    )
    return Coded(examples, (Input((1, 2), 0, 1),) * count, np.array([one.label for one in examples]))


def test_a_group_lies_in_one_fold() -> None:
    own = coded()
    folds = {group: {f for one, f in zip(own.examples, own.folds.tolist(), strict=True) if one.group == group}
             for group in {one.group for one in own.examples}}  # fmt: skip
    assert all(len(found) == 1 for found in folds.values())
    assert set(own.folds.tolist()) == set(range(FOLDS))


def test_a_label_is_weighed_against_its_own_folds_teacher() -> None:
    own = coded()
    teaching = [
        Fit({}, np.log(np.tile(np.eye(3)[fold] * 0.97 + 0.01, ((own.folds == fold).sum(), 1))))
        for fold in range(FOLDS)
    ]
    targets = doubt(own, teaching, 0.6)
    expected = 0.6 * np.eye(3)[own.labels] + 0.4 * (np.eye(3)[own.folds] * 0.97 + 0.01)
    assert np.allclose(targets, expected)
    assert np.allclose(targets.sum(axis=1), 1)
    assert (doubt(own, teaching, 1.0) == own.targets).all()


def test_a_part_keeps_its_examples_inputs_and_labels_together() -> None:
    both = coded(6)
    chosen = both.where(both.labels == 2)
    assert [one.label for one in chosen.examples] == [2, 2, 2]
    assert chosen.labels.tolist() == [2, 2, 2]
    assert both.part("held out").examples == ()


def test_every_design_has_a_row_for_each_part_and_a_name_of_its_own() -> None:
    parts = [coded(30, part) for part in ("training", "development", "held out")]
    whole = Coded(
        tuple(one for part in parts for one in part.examples),
        tuple(one for part in parts for one in part.inputs),
        np.concatenate([part.labels for part in parts]),
    )
    right = np.eye(3)[np.concatenate([part.labels for part in parts[1:]])]
    table = design_table(whole, {"right": Fit({}, right), "wrong": Fit({}, np.roll(right, 1, axis=1))})
    figures = table.set_index(["design", "part"])["macro_f1"]
    assert figures["right", "held out"] == 1
    assert figures["wrong", "development"] == 0
    assert figures["TF-IDF and logistic regression", "held out"] == 1
    assert table["n"].tolist() == [30] * 6
    assert len({design.name for design in (SHIPPED, *OTHERS)}) == 1 + len(OTHERS)
