"""The rule by which headline contrasts are chosen, worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.compare.design import Design
from analysis.multiverse.contrast import (
    FRAME,
    Contrast,
    both_ends,
    widest_of,
    widest_shares,
    widest_topic_tones,
)
from analysis.multiverse.effects import Sums

DESIGN = Design.of({"a": "Gazette", "b": "Herald", "c": "Tribune"})


def sums(values: list[float], held: tuple[int, int, int] = (5, 5, 5)) -> Sums:
    """One article an outlet, ten units each."""
    return Sums(np.array(values) * 10, np.full(3, 10.0), np.array(held, dtype=np.float64))


def told(found: list[Contrast]) -> list[tuple[str, str, float]]:
    """Topic, outlet and difference of each contrast."""
    return [(each.topic, each.outlet, each.reference) for each in found]


def test_each_of_the_widest_topics_stands_with_the_outlet_that_is_furthest_from_the_rest() -> None:
    shares = {"0": sums([0.8, 0.1, 0.1]), "1": sums([0.1, 0.2, 0.7]), "2": sums([0.1, 0.7, 0.2])}
    assert told(widest_shares(shares.__getitem__, list(shares), DESIGN)) == [
        ("0", "Gazette", 0.7), ("1", "Tribune", pytest.approx(0.55)), ("2", "Herald", pytest.approx(0.55)),
    ]  # fmt: skip


def test_the_topic_that_the_page_tells_first_is_always_among_them() -> None:
    # Six topics set an outlet apart from the rest by .6; a seventh by less, though it has the widest span.
    shares = {str(number): sums([0.0, 0.5, 0.7]) for number in range(6)} | {"6": sums([0.71, 0.0, 0.71])}
    found = widest_shares(shares.__getitem__, list(shares), DESIGN)
    assert ("6", "Gazette") in [(each.topic, each.outlet) for each in found]


def test_a_topic_of_which_all_write_as_much_is_no_headline() -> None:
    assert widest_shares({"0": sums([0.3, 0.3, 0.3])}.__getitem__, ["0"], DESIGN) == []


def test_tone_in_a_topic_is_compared_between_outlets_with_three_paragraphs() -> None:
    tones = {"0": sums([0.9, -0.9, 0.1], held=(2, 5, 5)), "1": sums([0.2, 0.3, 0.1])}
    found = widest_topic_tones(tones.__getitem__, list(tones), DESIGN)
    assert [(each.topic, each.outlet) for each in found] == [
        ("0", "Herald"), ("0", "Tribune"), ("1", "Tribune"), ("1", "Herald"),
    ]  # fmt: skip


def test_where_no_topic_is_shared_so_firmly_any_will_do() -> None:
    tones = {"0": sums([0.9, -0.9, 0.0], held=(2, 2, 1))}
    found = widest_topic_tones(tones.__getitem__, list(tones), DESIGN)
    assert [each.outlet for each in found] == ["Herald", "Gazette"]


def test_the_ends_of_tone_are_each_held_against_the_rest() -> None:
    found = both_ends(sums([0.4, -0.2, 0.1]), DESIGN)
    assert [each.outlet for each in found] == ["Herald", "Gazette"]
    assert [each.reference for each in found] == pytest.approx([-0.45, 0.45])
    assert both_ends(sums([0.1, 0.1, 0.1]), DESIGN) == []


def test_a_frame_of_one_paragraph_is_no_headline() -> None:
    few = (Contrast(FRAME, "", frame="x"), sums([0.9, 0.1, 0.1], held=(1, 1, 5)))
    many = (Contrast(FRAME, "", frame="y"), sums([0.4, 0.1, 0.1]))
    (found,) = widest_of([few, many], DESIGN)
    assert found.name == "frame:y:Gazette"
