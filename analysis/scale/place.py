"""A part's paragraphs placed among the topics, and its phrases counted: what is summed before topics have numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.listing import TOTALS, bucket_of, phrase_totals
from analysis.compare.texts import Texts, gather
from analysis.compare.words import outlet_names
from analysis.scale.model import read_model
from analysis.scale.sample import part_vectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.scale.job import Job, Receipt
    from analysis.scale.shards import Shard

STEP = "placed"
CODE = ("compare", "scale/place.py", "scale/sample.py", "topics")
BUCKETS = 64
"""Pieces that phrases and terms are summed in, so that no machine holds all of a large corpus."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A part whose paragraphs are placed: the keys of its shards, and what the numbers of topics depend on.

    Attributes:
        receipt: of its texts.
        key: of the shard with its placed paragraphs.
        sizes: paragraphs of each topic, by the numbers of the consensus.
        first: content hash and id of each topic's first paragraph in canonical order.
    """

    receipt: Receipt
    key: str
    sizes: Mapping[int, int]
    first: Mapping[int, tuple[str, str]]


def place_part(job: Job, model: Shard, longest: float, receipt: Receipt) -> Placed:
    """Place a part's paragraphs and count its phrases, unless that was done before."""
    made_of = [receipt.key, model.key, longest, job.settings.compare.phrase]
    shard = job.shard(STEP, code=CODE, made_of=made_of)
    if not shard.holds():
        ids, vectors = part_vectors(job, longest, receipt)
        placed = read_model(model).place(ids, vectors)
        hashes = job.again("texts", receipt.key).table("hashes")[["paragraph_id", "content_hash"]]
        placed = placed.merge(hashes, on="paragraph_id", validate="one_to_one")
        assigned = placed.rename(columns={"nearest": "topic"})
        shard.write({"placed": placed, "phrases": _phrases(job, receipt, assigned)})
    placed = shard.table("placed", ["paragraph_id", "nearest", "content_hash"])
    ordered = placed.sort_values(["content_hash", "paragraph_id"], kind="stable").drop_duplicates("nearest")
    first = {
        int(topic): (str(digest), str(name))
        for name, topic, digest in ordered.itertuples(index=False, name=None)
    }
    return Placed(receipt, shard.key, dict(Counter(placed["nearest"].tolist())), first)


def numbering(parts: Iterable[Placed]) -> dict[int, int]:
    """The number of each topic that has a paragraph: by size, the largest 0; then by its first paragraph. -1 stays."""
    sizes: Counter[int] = Counter()
    first: dict[int, tuple[str, str]] = {}
    for part in parts:
        sizes.update(part.sizes)
        for topic, own in part.first.items():
            first[topic] = min(own, first.get(topic, own))
    order = sorted((topic for topic in sizes if topic >= 0), key=lambda topic: (-sizes[topic], first[topic]))
    return {-1: -1} | {topic: number for number, topic in enumerate(order)}


def part_texts(job: Job, receipt: Receipt, assigned: pd.DataFrame) -> Texts:
    """A part's texts as they are compared.

    Args:
        job: of the run.
        receipt: of the part.
        assigned: the topic of each analysed paragraph.
    """
    shard = job.again("texts", receipt.key)
    read = {name: shard.table(name) for name in ("articles", "paragraphs", "sentences", "tone")}
    return gather(**read, assignments=assigned[["paragraph_id", "topic"]])


def _phrases(job: Job, receipt: Receipt, assigned: pd.DataFrame) -> pd.DataFrame:
    """The words and phrases of each voice, with their counts and buckets, by bucket."""
    names = outlet_names(job.settings.outlets)
    totals = phrase_totals(
        part_texts(job, receipt, assigned), names=names, longest=job.settings.compare.phrase
    )
    if totals.empty:
        return pd.DataFrame(columns=[*TOTALS, "bucket"]).astype({**TOTALS, "bucket": "int64"})
    totals = totals.assign(bucket=bucket_of(totals["phrase"], BUCKETS))
    return totals.sort_values("bucket", kind="stable", ignore_index=True)
