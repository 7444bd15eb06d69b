"""What finding topics in a sample and assigning the rest costs: its agreement with topics found in all."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pandas as pd

from analysis.bench_scale.outcome import information
from analysis.documents.find import Plan, find_topics
from analysis.progress import Silent
from analysis.topics.agreement import adjusted_rand_index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np

    Embed = Callable[[list[str]], np.ndarray]

ALL, SAMPLE = 3_000, 1_000


def agreement(texts: Sequence[str], embed: Embed, *, sample: int = SAMPLE, workers: int = 1) -> pd.DataFrame:
    """How far topics found in a sample agree with those found in all texts, beside what another seed changes.

    Args:
        texts: few enough for a full fit.
        embed: the encoder.
        sample: size of the sample.
        workers: threads.

    Returns:
        Columns `other` (sample, or seed: the full fit under another one), `texts`, `sample`, `topics`, `ari` (adjusted
        Rand index with the full fit, about 0 by chance, 1 the same) and `nmi` (normalised mutual information with it).
    """
    full = Plan(sample=len(texts), workers=workers)
    wanted = find_topics(texts, embed, plan=full, progress=Silent())
    full = dataclasses.replace(full, topics=len(wanted.words))
    others = {
        "sample": dataclasses.replace(full, sample=sample),
        "seed": dataclasses.replace(full, seed=full.seed + 1),
    }
    rows = []
    for name, plan in others.items():
        found = find_topics(texts, embed, plan=plan, progress=Silent())
        alike = adjusted_rand_index(wanted.topic, found.topic), information(found.topic, wanted.topic)
        rows.append((name, len(texts), plan.sample, len(found.words), *alike))
    return pd.DataFrame(rows, columns=["other", "texts", "sample", "topics", "ari", "nmi"])
