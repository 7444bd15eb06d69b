"""The model card beside the weights: data, licence, command, seed, figures, limits."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from pathlib import Path

    import pandas as pd

    from analysis.framing.card import Card, Result
    from analysis.framing.stance.recipe import Recipe

FILE = "MODEL_CARD.md"
TEXT = """\
# Stance toward an actor

It tells {measures}.

| | |
|---|---|
| version | `{version}` |
| made by | `framing train stance --data DIR`, seed {seed}, {epochs} epochs, bfloat16, designs with `--designs` |
| trained from | all-MiniLM-L6-v2 (Apache-2.0); its word embeddings are unchanged and not in the file |
| data | {source}; licence {licence}; {examples:,} targets in sentences |
| figures on | {split} |
| temperature | {temperature} |
| licence of the weights | MIT |

## How it reads

The target stands between two markers and has a token type of its own. The last layer's mean over the target, its mean
over the sentence and its first piece are joined and read by one hidden layer of 384 units. A sentence longer than 128
word pieces is cut around its target.

Coders err: teachers trained on two thirds of the articles say what they expect of the last third, and a label counts
{trust:.0%}, the expectation the rest. Probabilities are divided by the temperature that suits the development part.

## Figures

95 % intervals, articles resampled whole.

| figure | of | value | interval | targets | articles |
|---|---|---|---|---|---|
{rows}

{notes}

## Designs

Each was trained on the training part alone with the same numbers. "Mixed" are sentences with targets of different
stance. Also tried, and not kept: training sentences set beside others of another stance, which gained on mixed ones
and lost on the rest. That was decided with the held-out figures in sight.

| design | part | macro-F1 | interval | mixed | targets | mixed |
|---|---|---|---|---|---|---|
{designs}

## Made again

On the same kind of processor the command makes the same file, byte for byte. Processors without bfloat16, and other
seeds (`--seed`), make other weights, whose macro-F1 may differ by some hundredths: as much as the designs differ.

## Limits

- The training sentences are political news of 2010-2020 from the United States and Britain, in English, and their
  targets are mostly persons and parties. Stance toward states and alliances was hardly coded.
- One sentence is read at a time: irony, and what the sentences around it say, are not seen.
- A quoted attack on an actor counts as negative toward it, whoever is speaking: the report tells voices apart.
- Names carry what coders thought of them: a name that was mostly coded negative leans so in a neutral sentence.
"""


def write_model_card(
    out: Path, card: Card, *, recipe: Recipe, designs: pd.DataFrame, facts: Mapping[str, float]
) -> Path:
    """Write the card of trained weights; every figure in it is of the validity card.

    Args:
        out: the folder of the weights.
        card: the figures on the held-out part.
        recipe: the numbers of the training.
        designs: the figures of every design that was trained.
        facts: `temperature` of the probabilities, and `examples`, the targets that the weights learned from.

    Returns:
        The file.
    """
    path = out / FILE
    told = {name: getattr(card, name) for name in ("measures", "version", "source", "licence", "split")}
    text = TEXT.format(
        **told,
        **dataclasses.asdict(recipe),
        **facts,
        rows="\n".join(_row(result) for result in card.results),
        notes="\n".join(card.notes),
        designs="\n".join(_design(row) for row in designs.to_dict("records")),
    )
    path.write_text(text, "utf-8")
    return path


def _design(row: Mapping[Hashable, Any]) -> str:
    """The figures of a design on a part as a row of the table."""
    figures = f"{row['macro_f1']:.3f} | {row['low']:.3f} to {row['high']:.3f} | {row['mixed']:.3f}"
    return f"| {row['design']} | {row['part']} | {figures} | {row['n']:,} | {row['mixed_n']:,} |"


def _row(result: Result) -> str:
    """A figure as a row of the table."""
    interval = f"{result.low:.3f} to {result.high:.3f}"
    figures = f"{result.value:.3f} | {interval} | {result.n:,} | {result.groups:,}"
    return f"| {result.metric} | {result.part} | {figures} |"
