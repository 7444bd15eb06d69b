"""Sentences beside others: the target stays the target."""

from __future__ import annotations

import numpy as np

from analysis.framing.stance.distraction import beside, distracted
from analysis.framing.stance.inputs import LONGEST, Input

ONE = Input((101, 7, 2, 8, 9, 3, 10, 102), 3, 5)  # start, 7, marker, target 8 9, marker, 10, end


def target(one: Input) -> tuple[int, ...]:
    return one.pieces[one.first : one.end]


def test_the_words_are_the_pieces_without_their_marks() -> None:
    assert ONE.words == (7, 8, 9, 10)


def test_a_sentence_before_or_after_leaves_the_target_where_it_was_marked() -> None:
    for before in (True, False):
        both = beside(ONE, (50, 51), before=before)
        assert target(both) == target(ONE)
        assert (both.pieces[both.first - 1], both.pieces[both.end]) == (2, 3)
        assert (both.pieces[0], both.pieces[-1]) == (101, 102)
    assert beside(ONE, (50, 51), before=True).pieces == (101, 50, 51, 7, 2, 8, 9, 3, 10, 102)
    assert beside(ONE, (50, 51), before=False).pieces == (101, 7, 2, 8, 9, 3, 10, 50, 51, 102)


def test_only_sentences_of_another_label_distract() -> None:
    inputs = [Input((101, row + 10, 2, 4, 3, 102), 3, 4) for row in range(40)]
    labels = np.array([row % 2 for row in range(40)])
    found = distracted(inputs, labels, share=1.0, generator=np.random.default_rng(0))
    for row, one in enumerate(found):
        added = set(one.words) - set(inputs[row].words)
        assert len(added) <= 1
        assert all((piece - 10) % 2 != row % 2 for piece in added)
    assert sum(len(one.pieces) > 6 for one in found) > 30


def test_no_share_changes_nothing_and_no_sentence_grows_too_long() -> None:
    long = Input((101, *range(200, 200 + LONGEST - 6), 2, 4, 3, 102), LONGEST - 3, LONGEST - 2)
    inputs, labels = [ONE, long], np.array([0, 1])
    generator = np.random.default_rng(0)
    assert distracted(inputs, labels, share=0.0, generator=generator) == inputs
    assert distracted(inputs, labels, share=1.0, generator=generator) == inputs
