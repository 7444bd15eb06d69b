"""Whether word lists agree on the order of outlets, worked by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from analysis.figures.list_agreement import agreement, comparable, pairs

LISTS = ("vader", "afinn", "mean")


def tones(values: Mapping[str, tuple[float, ...]], paragraphs: int = 3) -> pd.DataFrame:
    """What the figure of the instruments shows, from {outlet: its tone under each}."""
    rows = [
        (name, "all", outlet, tone, paragraphs)
        for outlet, own in values.items()
        for name, tone in zip(LISTS, own, strict=False)
    ]
    return pd.DataFrame(rows, columns=["instrument", "voice", "outlet", "tone", "paragraphs"])


THREE = {"A": (-0.05, -0.11, -0.08), "B": (0.16, -0.12, 0.03), "C": (0.10, 0.03, 0.07)}


def test_a_pair_stands_alike_is_turned_round_or_is_nearly_alike() -> None:
    # A and B differ by .21, -.01, .11; A and C by .15, .14, .15; B and C by -.06, .15, .04.
    assert pairs(comparable(tones(THREE), "all")) == {
        "same": [("A", "C")], "turned": [("B", "C")], "close": [("A", "B")],
    }  # fmt: skip


def test_disagreement_is_told_with_its_pairs() -> None:
    assert agreement(tones(THREE), "all") == (
        "Over all text the word lists do not put the outlets in the same order: of the three pairs of outlets one is "
        "the same way round in all, one is turned round (B and C) and one is nearly alike (under 0.05) by some of them "
        "(A and B). The most negative is A by VADER, B by AFINN and A by the mean of both."
    )


def test_agreement_is_told_with_the_order() -> None:
    same = {"A": (0.1, 0.2), "B": (-0.1, -0.2), "C": (0.3, 0.9)}
    assert agreement(tones(same), "all") == (
        "Over all text the word lists put the outlets in the same order, the most negative first: B, A and C."
    )


def test_two_outlets_are_told_without_counting_pairs() -> None:
    assert "same order: A and B are nearly alike (under 0.05) by some of them." in agreement(
        tones({"A": (0.1, 0.2), "B": (0.12, 0.1)}), "all"
    )


def test_a_gap_of_just_the_limit_counts_as_a_gap() -> None:
    assert pairs(comparable(tones({"A": (0.2, 0.35), "B": (0.25, 0.3)}), "all"))["turned"] == [("A", "B")]


@pytest.mark.parametrize(
    "data",
    [tones(THREE, paragraphs=2), tones({"A": (0.1, 0.2)}), tones({"A": (0.1,), "B": (0.2,)}), tones({})],
    ids=["too few paragraphs", "one outlet", "one list", "nothing"],
)
def test_where_nothing_can_differ_nothing_is_said(data: pd.DataFrame) -> None:
    assert comparable(data, "all").empty
    assert agreement(data, "all") == ""
