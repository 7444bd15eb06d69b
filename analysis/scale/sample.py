"""The paragraphs that topics are found in: each outlet's share of a sample, chosen by content hash over all parts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.topics.context import contextual
from analysis.topics.order import seats

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.scale.job import Job, Receipt
    from analysis.topics.arrays import Floats

ORDER = ["content_hash", "paragraph_id"]
COLUMNS = [*ORDER, "outlet", "part"]


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """How many paragraphs each outlet has, and those of each that may be in a sample: its first by content hash."""

    sizes: Counter[str]
    rows: pd.DataFrame

    @classmethod
    def of(cls, job: Job, receipts: Iterable[Receipt]) -> Candidates:
        """Those of some parts."""
        size = job.settings.topics.sample
        return cls.merged((cls._of_one(job, receipt) for receipt in receipts), size)

    @classmethod
    def _of_one(cls, job: Job, receipt: Receipt) -> Candidates:
        """Those of one part, and perhaps more."""
        hashes = job.again("texts", receipt.key).table("hashes")
        return cls(Counter(hashes["outlet"]), hashes.assign(part=receipt.part.number)[COLUMNS])

    @classmethod
    def merged(cls, parts: Iterable[Candidates], size: int) -> Candidates:
        """Those of several parts; never more than `size` of an outlet are held."""
        sizes: Counter[str] = Counter()
        rows = pd.DataFrame({name: pd.Series(dtype="int64" if name == "part" else "str") for name in COLUMNS})
        for part in parts:
            sizes.update(part.sizes)
            rows = first_of_each(pd.concat([rows, part.rows], ignore_index=True), size)
        return cls(sizes, rows)

    def sampled(self, size: int) -> pd.DataFrame:
        """The sample in canonical order: all paragraphs where there are no more than `size`."""
        rows = self.rows.sort_values(ORDER, kind="stable", ignore_index=True)
        if sum(self.sizes.values()) <= size:
            return rows
        given = seats(self.sizes, size)
        rank = rows.groupby("outlet", sort=False).cumcount()
        return rows[rank < rows["outlet"].map(given)].reset_index(drop=True)


def first_of_each(rows: pd.DataFrame, size: int) -> pd.DataFrame:
    """The first `size` rows of each outlet by content hash."""
    return rows.sort_values(ORDER, kind="stable").groupby("outlet", sort=False).head(size)


def part_vectors(job: Job, longest: float, receipt: Receipt) -> tuple[list[str], Floats]:
    """The ids of a part's analysed paragraphs, and their vectors in context and in fixed point.

    Args:
        job: of the run.
        longest: the largest absolute coordinate of the whole corpus.
        receipt: of the part.
    """
    shard, wanted = job.again("texts", receipt.key), job.settings.topics
    paragraphs = shard.table("paragraphs", ["paragraph_id", "article_id", "ordinal", "analysed"])
    paragraphs = paragraphs[paragraphs["analysed"]].reset_index(drop=True)
    vectors = shard.table("vectors").set_index("paragraph_id")["vector"]
    numbers = np.stack(vectors.loc[paragraphs["paragraph_id"]].tolist()).astype(np.float64)
    in_context = contextual(numbers, paragraphs, share=wanted.context, reach=wanted.reach, longest=longest)
    return paragraphs["paragraph_id"].tolist(), in_context


def chosen_vectors(job: Job, longest: float, item: tuple[Receipt, tuple[str, ...]]) -> Floats:
    """The vectors of some of a part's paragraphs, in the order of their ids as given."""
    receipt, wanted = item
    ids, vectors = part_vectors(job, longest, receipt)
    places = {name: place for place, name in enumerate(ids)}
    chosen: Floats = vectors[[places[name] for name in wanted]]
    return chosen
