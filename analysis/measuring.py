"""Measurements of a study's topics that take minutes: how stable they are, and what more or less context would give."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analysis.stages import analysed, vector_array, workers

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import pandas as pd

    from analysis.progress import Step
    from analysis.settings import Settings
    from analysis.stages.stage import Read, Tables


def measure_topics(
    settings: Settings, read: Read, stage: Callable[[str], AbstractContextManager[Step]]
) -> Tables:
    """The tables `stability`, `context_tradeoff` and `topics_without_article`.

    Raises:
        EmptyGroupError: the corpus is too small to have topics.
    """
    from analysis.topics.stability import measure_stability
    from analysis.topics.tradeoff import context_tradeoff
    from analysis.topics.without_article import topics_without_article

    paragraphs, vectors = analysed(read), vector_array(read)
    with stage("Stability of topics") as step:
        stability = measure_stability(
            paragraphs, vectors, settings=settings, workers=workers(), progress=step
        )
    with stage("Trade-off of context") as step:
        tradeoff = context_tradeoff(
            paragraphs,
            vectors,
            settings=settings,
            blocks=question_blocks(paragraphs),
            workers=workers(),
            progress=step,
        )
    with stage("Topics without an article") as step:
        without = topics_without_article(
            paragraphs,
            vectors,
            read("assignments").set_index("paragraph_id")["topic"],
            settings=settings,
            workers=workers(),
            progress=step,
        )
    return {"stability": stability, "context_tradeoff": tradeoff, "topics_without_article": without}


def question_blocks(paragraphs: pd.DataFrame) -> dict[str, int]:
    """Which question of an interview each of its turns belongs to, by paragraph id; for judging topics only."""
    turns = paragraphs[paragraphs["kind"].isin(["question", "answer"])]
    blocks = (turns["kind"] == "question").cumsum()
    return dict(zip(turns["paragraph_id"], blocks.astype(int), strict=True))
