"""From vectors, names and quotations to what outlets report alike."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from analysis.stages.stage import Stage, vector_array

if TYPE_CHECKING:
    from analysis.progress import Step
    from analysis.settings import Settings
    from analysis.stages.stage import Read, Tables

READ = ("articles", "paragraphs", "sentences", "quotes", "names", "mentions", "tone", "targets")


def _matching(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001
    import numpy as np

    from analysis.compare.matched import match

    found = match(
        **{name: read(name) for name in READ},
        vectors=vector_array(read),
        settings=settings.compare,
        rng=np.random.default_rng(settings.study.seed),
    )
    return {
        "matches": found.matches,
        "nearest": found.nearest,
        "omissions": found.omissions,
        "paired_events": found.paired_events,
        "paired": found.paired,
    }


MATCHING = Stage(
    name="matching",
    title="Matching paragraphs",
    inputs=(*READ, "vectors"),
    code=("compare",),
    distributions=("numpy", "pandas", "scikit-learn", "scipy"),
    settings=lambda s: (dataclasses.asdict(s.compare), s.study.seed),
    run=_matching,
)
