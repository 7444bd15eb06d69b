"""From the tables of a study to its multiverse."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from analysis.stages import Stage, embedded, workers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.multiverse.headlines import Embed, Headlines
    from analysis.multiverse.shards import Rows, Shards
    from analysis.multiverse.topical import Task
    from analysis.progress import Step
    from analysis.settings import Settings
    from analysis.stages.stage import Read, Tables


def measure_multiverse(
    settings: Settings,
    read: Read,
    step: Step,
    *,
    shards: Shards | None = None,
    processes: int = 0,
    embed: Embed | None = None,
) -> Tables:
    """The tables `multiverse` and `multiverse_summary`.

    1. The headline contrasts are chosen from the study's own results (`headlines`).
    2. Each is computed under every specification of its kind (`specification`); those that rest on topics in one
       UMAP and HDBSCAN run each, the topics aligned to the study's own (`alignment`).
    3. They are counted by what becomes of the sign (`summary`).

    Of a large corpus `topics.sample` paragraphs (or sentences), chosen by content hash, are clustered, and all others
    take the cluster of the nearest of them; the estimates rest on all texts.

    Args:
        settings: of the study.
        read: reads its tables.
        step: told how many layouts are done, and of how many.
        shards: where finished layouts are kept, so that a run that was stopped goes on; nothing is kept without.
        processes: how many share the layouts; as many as there are processors where 0.
        embed: the vectors of sentences; by the study's encoder where None.
    """
    from analysis import tables
    from analysis.multiverse.headlines import headlines
    from analysis.multiverse.specification import CHOICES
    from analysis.multiverse.summary import summary
    from analysis.multiverse.topical import tasks

    found = headlines(settings, read, embed or (lambda texts: embedded(texts, settings, step)))
    planned = tasks(found.topical())
    rows = found.plain_rows(settings)
    count = min(processes or workers(), len(planned))
    for number, own in enumerate(_topical(planned, found, settings, shards, workers=count), start=1):
        rows += own
        step(number, len(planned))
    places = found.places()
    rows.sort(key=lambda row: places[row["contrast"], *(row[name] for name in CHOICES)])
    multiverse = tables.table("multiverse", map(_typed, rows))
    return {
        "multiverse": multiverse,
        "multiverse_summary": summary(multiverse, found.contrasts, alpha=settings.compare.alpha),
    }


def _topical(
    planned: Sequence[Task], found: Headlines, settings: Settings, shards: Shards | None, *, workers: int
) -> Iterator[Rows]:
    """The rows of each task: those that are kept first, then the others as they are finished."""
    from analysis.multiverse.workers import finished

    kept = [(task, shards.find(task) if shards else None) for task in planned]
    yield from (rows for _, rows in kept if rows is not None)
    missing = [task for task, rows in kept if rows is None]
    done = finished(
        missing, found.materials, settings=settings.compare, seed=settings.study.seed, workers=workers
    )
    for task, rows in zip(missing, done, strict=True):
        if shards:
            shards.keep(task, rows)
        yield rows


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    """A row as it comes back from a shard and as it comes from a worker: the same types."""
    return {**row, **{name: float(row[name]) for name in ("difference", "jaccard", "p")}}


MULTIVERSE = Stage(
    name="multiverse",
    title="Multiverse",
    inputs=(
        "articles", "paragraphs", "sentences", "reuse", "vectors", "topics", "assignments", "tone", "targets", "frames",
        "frame_validity",
    ),
    code=(
        "multiverse", "topics/context.py", "topics/density.py", "topics/layout.py", "topics/order.py",
        "topics/single.py", "compare/arrays.py", "compare/assignments.py", "compare/contrast.py", "compare/design.py",
        "compare/floors.py", "compare/log_odds.py", "compare/permutation.py", "compare/texts.py",
        "compare/word_counts.py", "compare/words.py", "voices/reuse.py",
    ),
    distributions=("hdbscan", "numba", "numpy", "pandas", "scikit-learn", "scipy", "umap-learn"),
    settings=lambda s: (
        dataclasses.asdict(s.topics),
        dataclasses.asdict(s.compare),
        s.reuse.policy,
        s.study.seed,
        dataclasses.asdict(s)["outlets"],
    ),
    run=measure_multiverse,
)  # fmt: skip
"""What the multiverse depends on; it takes minutes, so that it is kept beside the study and is no stage of a report."""
