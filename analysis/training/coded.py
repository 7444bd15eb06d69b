"""NewsMTSC's examples as a network reads them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.framing.stance.examples import FILE, read_examples
from analysis.framing.stance.fitting import CLASSES
from analysis.validation import gold
from analysis.validation.stance import SOURCE

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from analysis.framing.stance.examples import Example
    from analysis.framing.stance.inputs import Input

FOLDS = 3
"""Parts of the training examples, each judged by a teacher that was trained on the other two."""
PARTS = ("development", "held out")
"""What is not trained on."""


@dataclass(frozen=True, slots=True)
class Coded:
    """Examples as the network reads them; `labels` are their coded classes."""

    examples: tuple[Example, ...]
    inputs: tuple[Input, ...]
    labels: NDArray[np.int64]

    @property
    def targets(self) -> NDArray[np.float64]:
        """The labels as distributions, shape (examples, classes)."""
        return np.eye(CLASSES)[self.labels]

    @property
    def folds(self) -> NDArray[np.int64]:
        """The fold of each example: by the digest of its group, so that articles and copies stay together."""
        digests = [hashlib.sha256(f"fold {one.group}".encode()).hexdigest()[:8] for one in self.examples]
        return np.array([int(digest, 16) % FOLDS for digest in digests])

    def where(self, chosen: NDArray[np.bool_]) -> Coded:
        """The examples that are chosen."""
        rows = np.flatnonzero(chosen)
        examples, inputs = (tuple(kept[row] for row in rows) for kept in (self.examples, self.inputs))
        return Coded(examples, inputs, self.labels[rows])  # type: ignore[arg-type]

    def part(self, *names: str) -> Coded:
        """The examples of these parts."""
        return self.where(np.array([one.part in names for one in self.examples], dtype=bool))


def read_coded(data: Path, base: Path, *, pair: bool = False) -> Coded:
    """NewsMTSC's examples with their word pieces; with `pair` the target follows the sentence."""
    from analysis.framing.stance.inputs import Reader

    examples = read_examples(gold.find(data, "newsmtsc", FILE, source=SOURCE))
    reader = Reader(base)
    read = reader.read_pair if pair else reader.read
    inputs = tuple(read(one.text, one.start, one.end) for one in examples)
    return Coded(examples, inputs, np.array([one.label for one in examples]))
