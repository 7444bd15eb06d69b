"""Sentences set beside others of another stance, so that the network learns to look at the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.framing.stance.inputs import LONGEST, Input

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

TRIES = 5


def distracted(
    inputs: Sequence[Input], labels: NDArray[np.int64], *, share: float, generator: np.random.Generator
) -> list[Input]:
    """The sentences, a share of them with another one before or after them.

    Few sentences have targets of different stance, so a network may learn to judge the sentence instead of the target.
    The added sentence has another label than the sentence's own, which is kept: what is said there is not about this
    target. Where five draws find none that fits into the longest input, a sentence stays alone.

    Args:
        inputs: the sentences.
        labels: the class of each.
        share: of the sentences that get a distraction, 0 to 1.
        generator: what is drawn from.
    """
    return [
        _beside_another(row, inputs, labels, generator) if generator.random() < share else inputs[row]
        for row in range(len(inputs))
    ]


def _beside_another(
    row: int, inputs: Sequence[Input], labels: NDArray[np.int64], generator: np.random.Generator
) -> Input:
    """The sentence of a row with one of another label beside it, or alone where none was found."""
    for other in generator.integers(0, len(inputs), size=TRIES):
        added = inputs[other].words
        if labels[other] != labels[row] and len(inputs[row].pieces) + len(added) <= LONGEST:
            return beside(inputs[row], added, before=bool(generator.random() < 1 / 2))
    return inputs[row]


def beside(one: Input, added: tuple[int, ...], *, before: bool) -> Input:
    """A sentence with other word pieces before or after it, between the same start and end."""
    if before:
        shift = len(added)
        return Input((one.pieces[0], *added, *one.pieces[1:]), one.first + shift, one.end + shift)
    return Input((*one.pieces[:-1], *added, one.pieces[-1]), one.first, one.end)
