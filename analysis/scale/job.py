"""What every task of a run is told, and what it answers: little, as all else is on the disk."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import provenance
from analysis.errors import ScaleError
from analysis.scale.shards import Shard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.scale.parts import Part
    from analysis.settings import Settings

SHARDS = "shards"


@dataclass(frozen=True, slots=True)
class Job:
    """Where a run keeps its shards, and what the study chose."""

    root: Path
    settings: Settings

    def shard(self, step: str, *, code: tuple[str, ...], made_of: Any) -> Shard:  # noqa: ANN401 - whatever it depends on
        """The shard of a step.

        Args:
            step: its name.
            code: sub-packages and modules that make it.
            made_of: all else that it depends on, as plain values.
        """
        key = provenance.fingerprint(
            {
                "code": provenance.code_hash(code),
                "versions": provenance.versions(DISTRIBUTIONS),
                "kernels": self.settings.kernels,
                "made_of": made_of,
            }
        )
        return Shard(self.root, step, key)

    def again(self, step: str, key: str) -> Shard:
        """The shard of a step that was made before, by its key."""
        return Shard(self.root, step, key)


DISTRIBUTIONS = (
    "afinn", "bertopic", "hdbscan", "numba", "numpy", "pandas", "pyarrow", "scikit-learn", "scipy",
    "sentence-transformers", "syntok", "tokenizers", "torch", "transformers", "umap-learn", "vaderSentiment",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Receipt:
    """A part that was read: the key of its shard, and how much is in it.

    Attributes:
        part: which.
        key: of the shard with its tables.
        articles: that are in the study.
        paragraphs: that are analysed.
        rejected: rows that could not be used.
        longest: the largest absolute coordinate of its vectors.
        was_made: whether it was made now; False for one that was there.
    """

    part: Part
    key: str
    articles: int
    paragraphs: int
    rejected: int
    longest: float
    was_made: bool


def rows_digest(rows: pd.DataFrame) -> str:
    """SHA-256 of some rows' values, in their order."""
    digest = hashlib.sha256()
    for row in rows.itertuples(index=False, name=None):
        digest.update(json.dumps(row, ensure_ascii=True).encode())
    return digest.hexdigest()


def together(job: Job, receipts: Iterable[Receipt], table: str) -> pd.DataFrame:
    """A table of all parts, in their order."""
    return pd.concat(
        [job.again("texts", receipt.key).table(table) for receipt in receipts], ignore_index=True
    )


def check_names(articles: pd.DataFrame) -> None:
    """Complain about a name that two articles have.

    Raises:
        ScaleError: two articles of different parts have one name.
    """
    twice = articles[articles["article_id"].duplicated(keep=False)]
    if len(twice):
        name = twice["article_id"].iloc[0]
        first, second = twice.loc[twice["article_id"] == name, "source_path"].iloc[:2]
        raise one_name(name, first, second)


def one_name(name: str, first: str, second: str) -> ScaleError:
    """The complaint about two articles, by their places, that have one name."""
    remedy = "give each a name of its own in the column article_id, or leave that column out"
    return ScaleError(f"two articles are called {name!r}", where=f"{first} and {second}", remedy=remedy)
