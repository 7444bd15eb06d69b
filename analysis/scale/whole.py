"""Sums over all parts: of phrases and terms bucket by bucket, of everything else at once."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.aggregates import Aggregates
from analysis.compare.listing import Listing, candidates, listing, summed
from analysis.compare.merging import merged
from analysis.scale.count import AGGREGATE, EXEMPLARS, Counted
from analysis.scale.place import BUCKETS, Placed
from analysis.topics.exemplars import exemplar_rows
from analysis.topics.result import DECIMALS
from analysis.topics.term_counts import TermCounts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.scale.job import Job
    from analysis.scale.shards import Shard
    from analysis.scale.steps import Steps

PARTS_AT_ONCE = 2
"""Parts whose phrases one worker sums without parting them into buckets."""

Span = tuple[int, int]


def spans(parts: int) -> list[Span]:
    """The buckets parted among tasks: in more pieces the more parts there are, as a task holds its buckets of all."""
    pieces = min(BUCKETS, 1 + parts // PARTS_AT_ONCE)
    ends = [BUCKETS * piece // pieces for piece in range(pieces + 1)]
    return list(itertools.pairwise(ends))


def in_buckets(shard: Shard, table: str, span: Span) -> pd.DataFrame:
    """The rows of a table whose buckets are in a span, without the column that says so."""
    within = [("bucket", ">=", span[0]), ("bucket", "<", span[1])]
    return shard.table(table, within=within).drop(columns="bucket")


def listed(job: Job, parts: Sequence[Placed], steps: Steps) -> Listing:
    """The words and phrases that are counted, over all parts."""
    shards = [job.again("placed", part.key) for part in parts]
    return listing(steps.over("Summing phrases", functools.partial(_phrases, shards), spans(len(parts))))


def terms(job: Job, parts: Sequence[Counted], steps: Steps) -> TermCounts:
    """How often each topic uses each term, over all parts."""
    shards = [job.again("counted", part.key) for part in parts]
    return TermCounts.merged(
        steps.over("Summing terms", functools.partial(_terms, shards), spans(len(parts)))
    )


def _phrases(shards: Sequence[Shard], span: Span) -> pd.DataFrame:
    """The phrases of some buckets that may be counted, over all parts."""
    return candidates(summed(in_buckets(shard, "phrases", span) for shard in shards))


def _terms(shards: Sequence[Shard], span: Span) -> TermCounts:
    """The terms of some buckets, over all parts."""
    whole = TermCounts.merged(
        TermCounts(in_buckets(shard, "terms", span), in_buckets(shard, "spellings", span)) for shard in shards
    )
    return whole.pruned()


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """What is summed over all parts: what outlets are compared on, whose words there are, and the best exemplars."""

    aggregates: Aggregates
    voices: pd.DataFrame
    exemplars: pd.DataFrame

    @classmethod
    def of(cls, job: Job, parts: Sequence[Counted]) -> Whole:
        """The sums of some parts."""
        shards = [job.again("counted", part.key) for part in parts]
        found = pd.concat([shard.table("exemplars") for shard in shards], ignore_index=True)
        return cls(
            merged(_aggregates(shard) for shard in shards),
            pd.concat([shard.table("voices") for shard in shards], ignore_index=True),
            best_exemplars(found, job.settings.topics.exemplars),
        )


def _aggregates(shard: Shard) -> Aggregates:
    """The aggregates of a part."""
    names = [
        name
        for name in (file.removesuffix(".parquet") for file in shard.files())
        if name.startswith(AGGREGATE)
    ]
    return Aggregates.of_tables({name.removeprefix(AGGREGATE): shard.table(name) for name in names})


def best_exemplars(found: pd.DataFrame, count: int) -> pd.DataFrame:
    """The table `exemplars` from the best of each part: the most confident of each topic, no text twice."""
    rows = found.sort_values(["content_hash", "paragraph_id"], kind="stable", ignore_index=True)[EXEMPLARS]
    chosen = exemplar_rows(
        rows["plain"].tolist(), rows["topic"].to_numpy(), rows["confidence"].to_numpy(), count
    )
    places = [(topic, rank, row) for topic, own in chosen.items() for rank, row in enumerate(own.tolist())]
    best = rows.loc[[row for *_, row in places]].reset_index(drop=True)
    ranks = pd.Series([rank for _, rank, _ in places], dtype="int64")
    best = best.assign(rank=ranks, confidence=best["confidence"].round(DECIMALS))
    return best[["topic", "rank", "paragraph_id", "confidence"]]
