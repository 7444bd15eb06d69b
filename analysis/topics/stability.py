"""How much the topics owe to chance: the same corpus with other seeds, rows, noise and threads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from analysis import tables
from analysis.errors import EmptyGroupError
from analysis.topics.agreement import adjusted_rand_index
from analysis.topics.ensemble import Consensus, find_consensus
from analysis.topics.find import smallest_corpus
from analysis.topics.order import canonical
from analysis.topics.runs import Mapper, Progress, workers_map

if TYPE_CHECKING:
    import pandas as pd

    from analysis.settings import Settings
    from analysis.topics.arrays import Labels

OTHER_SEEDS = 3
NOISE_DRAWS = 5
NOISE = 1e-6
STEPS = 4 + OTHER_SEEDS + NOISE_DRAWS

Row = dict[str, str | float | int]


def measure_stability(
    paragraphs: pd.DataFrame,
    vectors: np.ndarray,
    *,
    settings: Settings,
    workers: int = 2,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Agreement of the consensus with itself under changes that should not matter, and of single runs with each other.

    Args:
        paragraphs: as for `find_topics`.
        vectors: row by row.
        settings: of the study.
        workers: processes that share the runs.
        progress: told after each consensus.

    Returns:
        The table `stability`: `ari` is the adjusted Rand index with the reference (-1 counts as a group), `topics` and
        `outliers` are those of the changed consensus. Rows of `what`: reference; other seeds; shuffled rows; noise of
        1e-6 on every number of the vectors; threads (one process with two threads against several with one); single
        run (mean over pairs of runs that differ in their seed only).

    Raises:
        EmptyGroupError: the corpus is too small to have topics.
    """
    needed = smallest_corpus(settings.topics)
    if len(paragraphs) < needed:
        raise EmptyGroupError(
            f"the stability of topics is not defined for {len(paragraphs)} paragraphs",
            remedy=f"add articles until there are {needed}",
        )
    rows: list[Row] = []
    with workers_map(max(workers, 2)) as mapper:
        for number, row in enumerate(_rows(paragraphs, vectors, settings, mapper), start=1):
            rows.append(row)
            if progress is not None:
                progress(number, STEPS)
    return tables.table("stability", rows)


def _rows(paragraphs: pd.DataFrame, vectors: np.ndarray, settings: Settings, mapper: Mapper) -> Iterator[Row]:
    """The rows of the table, one consensus after another."""
    from threadpoolctl import threadpool_limits

    seed = settings.study.seed
    generator = np.random.default_rng(seed)

    def consensus(
        rows: pd.DataFrame, numbers: np.ndarray, its_seed: int, using: Mapper = mapper
    ) -> Consensus:
        ordered, in_order = canonical(rows, numbers)
        return find_consensus(ordered, in_order, settings.topics, its_seed, mapper=using)

    reference = consensus(paragraphs, vectors, seed)
    yield _row("reference", f"seed {seed}", reference, reference.topics)
    for other in range(seed + 1, seed + 1 + OTHER_SEEDS):
        yield _row("other seeds", f"seed {other}", consensus(paragraphs, vectors, other), reference.topics)
    shuffle = generator.permutation(len(paragraphs))
    shuffled = consensus(paragraphs.iloc[shuffle], vectors[shuffle], seed)
    yield _row("shuffled rows", "random order", shuffled, reference.topics)
    for draw in range(1, NOISE_DRAWS + 1):
        noisy = consensus(paragraphs, vectors + generator.normal(0.0, NOISE, vectors.shape), seed)
        yield _row("noise", f"{NOISE:g}, draw {draw}", noisy, reference.topics)
    with threadpool_limits(2):
        alone = consensus(paragraphs, vectors, seed, map)
    yield _row("threads", "one process, two threads", alone, reference.topics)
    yield _single_run(reference, len(settings.topics.neighbours))


def _row(what: str, setting: str, changed: Consensus, reference: Labels) -> Row:
    """One comparison; both are in canonical order, so paragraphs need no matching."""
    ari = adjusted_rand_index(changed.topics, reference)
    return {
        "what": what, "setting": setting, "ari": round(ari, 6), "topics": changed.count, "outliers": changed.outliers,
    }  # fmt: skip


def _single_run(consensus: Consensus, sizes: int) -> Row:
    """Mean agreement of neighbouring runs of one setting: what a study with one seed would rest on."""
    first, second = consensus.runs[:-sizes], consensus.runs[sizes:]
    pairs = zip(first.reshape(-1, first.shape[-1]), second.reshape(-1, second.shape[-1]), strict=True)
    indices = [adjusted_rand_index(one, other) for one, other in pairs]
    return {
        "what": "single run",
        "setting": f"mean of {len(indices)} pairs",
        "ari": round(float(np.mean(indices)), 6),
        "topics": round(float(np.mean(consensus.runs.max(axis=-1) + 1))),
        "outliers": round(float(np.mean((consensus.runs < 0).sum(axis=-1)))),
    }
