"""A part counted: its topics' terms, whose voices they are, and the sums by article that outlets are compared on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis import provenance
from analysis.compare.aggregates import aggregate
from analysis.compare.listing import Listing, bucket_of
from analysis.compare.words import outlet_names
from analysis.scale.place import BUCKETS, Placed, part_texts
from analysis.topics.exemplars import exemplar_rows
from analysis.topics.result import DECIMALS
from analysis.topics.term_counts import TermCounts
from analysis.topics.terms import Vocabulary
from analysis.voices.by_article import article_voices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.scale.job import Job
    from analysis.scale.shards import Shard

STEP = "counted"
CODE = ("compare", "scale/count.py", "topics", "voices")
EXEMPLARS = ["topic", "confidence", "content_hash", "paragraph_id", "plain"]
AGGREGATE = "aggregate_"
"""What the names of the tables of aggregates begin with in a shard."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A part that is counted: what it was placed as, and the key of the shard with its counts."""

    placed: Placed
    key: str


def listing_shard(job: Job, listing: Listing) -> Shard:
    """The phrases that are counted in the whole corpus, where every worker finds them."""
    rows = listing.listed
    digest = provenance.fingerprint(rows.to_csv(index=False))
    shard = job.shard("listing", code=CODE, made_of=digest)
    if not shard.holds():
        shard.write({"listed": rows})
    return shard


@dataclass(frozen=True, slots=True)
class Known:
    """What counting needs to know of the whole corpus.

    Attributes:
        listing: the shard of the phrases that are counted.
        numbers: of the topics, by those of the consensus.
        baselines: of the axes of the microframes.
    """

    listing: Shard
    numbers: Mapping[int, int]
    baselines: Mapping[str, float]


def count_part(job: Job, known: Known, placed: Placed) -> Counted:
    """Count a part, unless that was done before."""
    made_of = [
        placed.receipt.key, placed.key, known.listing.key, sorted(known.numbers.items()),
        sorted(known.baselines.items()), job.settings.topics.exemplars,
    ]  # fmt: skip
    shard = job.shard(STEP, code=CODE, made_of=made_of)
    if not shard.holds():
        shard.write(_tables(job, known, placed))
    return Counted(placed, shard.key)


def _tables(job: Job, known: Known, placed: Placed) -> dict[str, pd.DataFrame]:
    """The counts of a part."""
    settings, shard = job.settings, job.again("texts", placed.receipt.key)
    rows = job.again("placed", placed.key).table("placed")
    rows = rows.assign(topic=rows["nearest"].map(dict(known.numbers)).astype("int64"))
    paragraphs = shard.table("paragraphs")
    texts = paragraphs[paragraphs["analysed"]].merge(rows, on="paragraph_id", validate="one_to_one")
    leaning = shard.table("microframes")
    leaning = leaning.assign(baseline=leaning["axis"].map(dict(known.baselines)).astype("float64"))
    made = aggregate(
        part_texts(job, placed.receipt, rows),
        names=outlet_names(settings.outlets),
        phrases=Listing(known.listing.table("listed")),
        targets=shard.table("targets"),
        frames=shard.table("frames"),
        microframes=leaning,
    )
    names = tuple(name for outlet in settings.outlets for name in (outlet.name, *outlet.aliases))
    terms = TermCounts.of(texts["plain"].tolist(), texts["topic"].to_numpy(), Vocabulary(names))
    return {
        "assignments": _assignments(paragraphs, rows),
        "microframes": leaning,
        "terms": _bucketed(terms.counts, "term"),
        "spellings": _bucketed(terms.spellings, "word"),
        "exemplars": _exemplars(texts, settings.topics.exemplars),
        "voices": article_voices(shard.table("word_voices"), rows[["paragraph_id", "topic"]]),
        **{f"{AGGREGATE}{name}": table for name, table in made.to_tables().items()},
    }


def _assignments(paragraphs: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The table `assignments` of a part, in the order of its paragraphs."""
    ordered = paragraphs[["paragraph_id"]].merge(rows, on="paragraph_id")
    ordered["confidence"] = ordered["confidence"].round(DECIMALS)
    return ordered[["paragraph_id", "topic", "confidence", "x", "y"]]


def _bucketed(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows with the bucket of what they count, by bucket."""
    buckets = bucket_of(rows[column], BUCKETS) if len(rows) else pd.Series(dtype="int64")
    return rows.assign(bucket=buckets).sort_values("bucket", kind="stable", ignore_index=True)


def _exemplars(texts: pd.DataFrame, count: int) -> pd.DataFrame:
    """What of a part may be an exemplar of the whole: the most confident paragraphs of each topic, no text twice."""
    ordered = texts.sort_values(["content_hash", "paragraph_id"], kind="stable", ignore_index=True)
    chosen = exemplar_rows(
        ordered["plain"].tolist(), ordered["topic"].to_numpy(), ordered["confidence"].to_numpy(), count
    )
    rows = [row for own in chosen.values() for row in own.tolist()]
    return ordered.loc[rows, EXEMPLARS].reset_index(drop=True)
