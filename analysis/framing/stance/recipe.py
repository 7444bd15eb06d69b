"""The numbers of a training."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers of a training; what is shipped was made with the defaults.

    Attributes:
        epochs: times that every example is seen.
        batch: examples to a step.
        rate: the highest learning rate of the last layer; rises over the first tenth of the steps, then falls to 0.
        decay: what the rate of each layer below is multiplied by.
        head_rate: the highest learning rate of the head.
        weight_decay: of AdamW.
        layers: of the encoder that are trained, from the top.
        trust: share of a target that is the coded label; the rest is what teachers expect.
        half: steps are computed in bfloat16, much faster where the processor has it, and much slower where not.
        seed: of order, dropout and the head's first weights.
    """

    epochs: int = 3
    batch: int = 32
    rate: float = 1.5e-4
    decay: float = 0.9
    head_rate: float = 5e-4
    weight_decay: float = 0.01
    layers: int = 6
    trust: float = 0.5
    half: bool = True
    seed: int = 1
