"""What is told about topics on the command line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.documents.agreement import DIVISIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.documents.find import Topics


def told(found: Topics) -> str:
    """Each topic's number, size, NPMI and words; then the measures of all together."""
    return "\n".join([*_topics(found), "", *_measures(found)])


def _topics(found: Topics) -> Iterator[str]:
    """A line for each topic."""
    yield f"{'topic':>5}  {'documents':>9}  {'NPMI':>6}  words"
    for topic, (size, npmi, words) in enumerate(zip(found.sizes, found.npmi, found.words, strict=True)):
        yield f"{topic:>5}  {size:>9,}  {npmi:>6.3f}  {' '.join(words)}"


def _measures(found: Topics) -> Iterator[str]:
    """A line for each measure of all topics."""
    with_topic = sum(found.sizes)
    yield f"topics     {len(found.sizes)}"
    without = sum(map(math.isnan, found.npmi))
    left_out = f"; {without} without two common words are left out" if without else ""
    yield f"NPMI       {found.coherence:.3f}  mean over topics (c_npmi: -1 to 1, 0 as chance gives){left_out}"
    yield f"diversity  {found.diversity:.3f}  distinct words among all words of the topics"
    yield f"stability  {found.stability:.3f}  adjusted Rand index of the halves of the ensemble (1: the same topics)"
    yield f"wording    {found.weight:.3f}  its weight beside the meaning, by how well halves of documents are matched"
    yield f"sample     {found.sampled:,} of the different texts were divided {DIVISIONS} times; all are assigned"
    yield f"coverage   {found.coverage:.3f}  {with_topic:,} of {len(found.topic):,} documents have a topic"
