"""Topic shares, worked by hand."""

from __future__ import annotations

import pytest

from analysis.compare.shares import topic_share_sums
from analysis.compare.sums import Sums
from tests.compare.studies import Study, random_study, study, values_by_measure

OURS = [("narration", 0.0, "We say.")]
THEIRS = [("direct", 0.0, "They say.")]


def _sums(made: Study) -> Sums:
    """The sums of a study's shares."""
    return topic_share_sums(made.covered(), made.texts().design)


def _shares(made: Study, voice: str) -> dict[tuple[str, str], float]:
    """Shares by topic and outlet."""
    return {
        (row["topic"], outlet): value
        for row, values in values_by_measure(_sums(made))
        for outlet, value in values.items()
        if row["voice"] == voice
    }


def test_shares_are_of_all_the_outlets_paragraphs_outliers_included() -> None:
    made = study(
        {
            "a1": ("Herald", [(0, OURS), (0, OURS), (1, OURS)]),
            "a2": ("Herald", [(-1, OURS)]),
            "b1": ("Gazette", [(1, OURS), (-1, OURS)]),
        }
    )
    assert _shares(made, "all") == {
        ("0", "Gazette"): 0.0,
        ("0", "Herald"): 0.5,
        ("1", "Gazette"): 0.5,
        ("1", "Herald"): 0.25,
    }


def test_narration_counts_paragraphs_that_have_at_least_one_sentence_of_it() -> None:
    made = study({"a": ("Herald", [(0, [*OURS, *THEIRS]), (0, THEIRS), (1, OURS), (1, OURS)])})
    assert _shares(made, "all") == {("0", "Herald"): 0.5, ("1", "Herald"): 0.5}
    assert _shares(made, "narration") == pytest.approx({("0", "Herald"): 1 / 3, ("1", "Herald"): 2 / 3})


def test_a_topic_that_the_narration_never_touches_has_a_share_of_none() -> None:
    made = study({"a": ("Herald", [(0, THEIRS), (1, OURS)])})
    assert _shares(made, "narration")["0", "Herald"] == 0.0


def test_without_outliers_the_shares_of_an_outlet_sum_to_one() -> None:
    made = random_study({"x": 3, "y": 2})
    inside = made.assignments[made.assignments["topic"] >= 0]
    assigned = made.paragraphs[made.paragraphs["paragraph_id"].isin(inside["paragraph_id"])]
    whole = _shares(Study(made.articles, assigned, made.sentences, inside, made.tone), "all")
    sums = {outlet: sum(share for (_, owner), share in whole.items() if owner == outlet) for outlet in "xy"}
    assert sums == pytest.approx({"x": 1.0, "y": 1.0})


def test_no_topics_give_no_shares() -> None:
    assert _sums(study({"a": ("Herald", [(-1, OURS)])})).keys.empty
