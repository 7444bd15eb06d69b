"""The topics of a corpus in parts: found in a sample of all of them."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

import numpy as np

from analysis.scale.model import fit
from analysis.scale.sample import Candidates, chosen_vectors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pandas as pd

    from analysis.scale.job import Job, Receipt
    from analysis.scale.shards import Shard
    from analysis.scale.steps import Steps
    from analysis.topics.arrays import Floats, Labels
    from analysis.topics.runs import Mapper, Task


def find_topics(job: Job, receipts: Sequence[Receipt], longest: float, steps: Steps) -> Shard:
    """The shard of the topics, found in a sample of the parts' paragraphs.

    Args:
        job: of the run.
        receipts: of the parts that hold paragraphs.
        longest: the largest absolute coordinate of all vectors.
        steps: of the run.
    """
    size = job.settings.topics.sample
    # In as many groups as each has parts, so that neither a worker nor this process holds what all parts could give.
    each = math.isqrt(len(receipts) - 1) + 1
    groups = [receipts[first : first + each] for first in range(0, len(receipts), each)]
    found = steps.over("Choosing the sample", functools.partial(Candidates.of, job), groups)
    sampled = Candidates.merged(found, size).sampled(size)
    vectors = _vectors(job, receipts, longest, sampled=sampled, steps=steps)
    return fit(job, sampled, vectors, mapper=_mapper(steps))


def _vectors(
    job: Job, receipts: Sequence[Receipt], longest: float, *, sampled: pd.DataFrame, steps: Steps
) -> Floats:
    """The vectors of the sample, in its order; each part gives its own."""
    by_number = {receipt.part.number: receipt for receipt in receipts}
    numbers = sampled["part"].to_numpy()
    wanted = [
        (by_number[number], tuple(sampled.loc[numbers == number, "paragraph_id"]))
        for number in np.unique(numbers).tolist()
    ]
    task = functools.partial(chosen_vectors, job, longest)
    pieces = steps.over("Fetching the sample", task, wanted)
    vectors = np.zeros((len(sampled), pieces[0].shape[1]))
    for (receipt, _), piece in zip(wanted, pieces, strict=True):
        vectors[numbers == receipt.part.number] = piece
    return vectors


def _mapper(steps: Steps) -> Mapper:
    """Has the crew do the runs of an ensemble."""

    def mapped(function: Callable[[Task], Labels], tasks: Iterable[Task]) -> Iterator[Labels]:
        yield from steps.over("Finding topics", function, list(tasks))

    return mapped
