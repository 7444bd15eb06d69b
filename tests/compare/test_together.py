"""One correction over values, contrasts and words, against Benjamini-Hochberg and by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.compare.together import Together, together

NAN = float("nan")


def _together(values: list[float], pairs: list[float], words: list[float]) -> Together:
    """The tables with one test to a family, of these p."""
    estimates = pd.DataFrame(
        {
            "family": [f"f{place}" for place in range(len(values))], "outlet": ["x", "y", "x", "y"][: len(values)],
            "estimate": 0.5, "difference": 0.1, "p": values, "p_equivalence": NAN,
        }
    )  # fmt: skip
    contrasts = pd.DataFrame(
        {
            "family": "f0",
            "kind": ["omnibus", "pair"],
            "p": pairs,
            "p_equivalence": [NAN, 0.01],
            "verdict": "not estimable",
        }
    )
    keyness = pd.DataFrame({"voice": "all", "topic": "", "other": ["", "y"], "p_article": words})
    return together(estimates, contrasts, keyness, alpha=0.05)


def test_with_one_test_to_a_family_q_is_benjamini_hochberg_over_all_tables() -> None:
    found = _together([0.001, 0.02], [0.03, 0.5], [0.004, 0.2])
    expected = stats.false_discovery_control(np.array([0.001, 0.02, 0.03, 0.5, 0.004, 0.2]))
    assert np.concatenate([table["q"] for table in found]).tolist() == pytest.approx(expected.tolist())


def test_verdicts_follow_the_correction_over_everything() -> None:
    # .02 alone would stand; over six families it is .02 * 6 / 2 = .06.
    found = _together([0.001, 0.02], [0.9, 0.8], [0.7, 0.6])
    assert found.estimates["verdict"].tolist() == ["supported", "not supported"]
    assert found.contrasts["verdict"].tolist() == ["not supported", "equivalent"]
    assert found.keyness["verdict"].tolist() == ["not supported", "not supported"]


def test_what_was_not_tested_keeps_its_verdict_and_counts_for_nothing() -> None:
    found = _together([0.04, NAN], [NAN, NAN], [NAN, NAN])
    assert found.estimates["q"].tolist()[0] == pytest.approx(0.04)
    assert found.estimates["verdict"].tolist() == ["supported", "descriptive only"]
    assert set(found.contrasts["verdict"]) == {"not estimable"}
    assert set(found.keyness["verdict"]) == {"descriptive only"}


def test_two_outlets_are_one_question_of_equivalence_and_not_two() -> None:
    estimates = pd.DataFrame(
        {
            "family": "f", "outlet": ["x", "y"] * 2, "estimate": 0.5, "difference": 0.1, "p": 0.5,
            "p_equivalence": [0.02, 0.02, 0.04, 0.04],
        }
    )  # fmt: skip
    nothing = pd.DataFrame({"family": [], "kind": [], "p": [], "p_equivalence": [], "verdict": []})
    empty = pd.DataFrame({"voice": [], "topic": [], "other": [], "p_article": []})
    found = together(
        estimates, nothing.astype({"family": "str", "kind": "str"}), empty.astype("str"), alpha=0.05
    )
    # Holm over two questions: .02 * 2 and .04.
    assert found.estimates["q_equivalence"].tolist() == pytest.approx([0.04] * 4)
    assert set(found.estimates["verdict"]) == {"equivalent"}
