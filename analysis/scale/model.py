"""The topics of a sample, kept so that any worker can place any paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.topics.ensemble import Agreement, agree, mean_overlaps
from analysis.topics.find import too_small
from analysis.topics.map import between, sampled_points
from analysis.topics.membership import Centres, Known
from analysis.topics.result import cut_profile

if TYPE_CHECKING:
    from analysis.scale.job import Job
    from analysis.scale.shards import Shard
    from analysis.topics.arrays import Floats, Labels
    from analysis.topics.runs import Mapper

STEP = "model"
CODE = ("scale/model.py", "scale/sample.py", "topics")
NOT_APART = "Topics are not estimable: no two groups of paragraphs stand apart."


@dataclass(frozen=True, slots=True, eq=False)
class TopicModel:
    """What places paragraphs. Topics have the numbers of the consensus' cut, as sizes are not known yet.

    Attributes:
        ids: of the sampled paragraphs.
        centres: of the topics.
        known: vectors, topics and confidence of the sampled paragraphs.
        points: of the sampled paragraphs on the map.
        overlaps: how well halves of the ensemble, and single runs, find each topic again.
        profile: the table `cut_profile`.
        reason: why there are no topics, or "".
    """

    ids: tuple[str, ...]
    centres: Centres
    known: Known
    points: Floats
    overlaps: pd.DataFrame
    profile: pd.DataFrame
    reason: str = ""

    def place(self, ids: list[str], vectors: Floats) -> pd.DataFrame:
        """The nearest topic of each paragraph, how sure that is, and where it stands on the map.

        Args:
            ids: of the paragraphs.
            vectors: theirs, in context and in fixed point.
        """
        if self.reason:
            nothing = {"nearest": -1, "confidence": 0.0, "x": 0.0, "y": 0.0}
            return pd.DataFrame({"paragraph_id": ids}).assign(**nothing)
        nearest = self.centres.nearest(vectors)
        sure, places = (
            self.known.confidence_of(vectors, nearest),
            between(vectors, self.known.vectors, self.points),
        )
        sampled = {name: row for row, name in enumerate(self.ids)}
        rows = np.array([row for row, name in enumerate(ids) if name in sampled], dtype=np.int64)
        own = np.array([sampled[ids[row]] for row in rows], dtype=np.int64)
        sure[rows], places[rows] = self.known.confidence[own], self.points[own]
        return pd.DataFrame(
            {
                "paragraph_id": ids,
                "nearest": nearest,
                "confidence": sure,
                "x": places[:, 0],
                "y": places[:, 1],
            }
        )


def model_shard(job: Job, sampled: pd.DataFrame, vectors: Floats) -> Shard:
    """The shard of the topics of a sample: named by the sampled texts and their vectors."""
    import dataclasses
    import hashlib

    digest = hashlib.sha256(np.ascontiguousarray(vectors, dtype="<f8").tobytes()).hexdigest()
    chosen = [dataclasses.asdict(job.settings.topics), job.settings.study.seed]
    return job.shard(
        STEP,
        code=CODE,
        made_of=[sampled["content_hash"].tolist(), sampled["paragraph_id"].tolist(), digest, chosen],
    )


def fit(job: Job, sampled: pd.DataFrame, vectors: Floats, *, mapper: Mapper) -> Shard:
    """Find the topics of a sample, unless that was done before.

    Args:
        job: of the run.
        sampled: the sampled paragraphs in canonical order.
        vectors: theirs, in context and in fixed point.
        mapper: does the runs of the ensemble.
    """
    shard = model_shard(job, sampled, vectors)
    if not shard.holds():
        shard.write(_tables(job, sampled, vectors, mapper=mapper))
    return shard


@lru_cache(maxsize=1)
def read_model(shard: Shard) -> TopicModel:
    """The topics of a shard; a worker reads them once."""
    sampled, centres = shard.table("sampled"), shard.table("centres")
    vectors = np.stack(sampled["vector"].tolist()) if len(sampled) else np.zeros((0, 0))
    rows = np.stack(centres["vector"].tolist()) if len(centres) else np.zeros((0, 0))
    return TopicModel(
        tuple(sampled["paragraph_id"]),
        Centres(rows[:-1], rows[-1:]),
        Known(vectors, sampled["topic"].to_numpy(), sampled["confidence"].to_numpy()),
        sampled[["x", "y"]].to_numpy(),
        shard.table("overlaps"),
        shard.table("cut_profile"),
        " ".join(shard.table("no_topics")["reason"]),
    )


def _tables(job: Job, sampled: pd.DataFrame, vectors: Floats, *, mapper: Mapper) -> dict[str, pd.DataFrame]:
    """The topics of a sample as tables."""
    wanted, seed = job.settings.topics, job.settings.study.seed
    reason = too_small(len(sampled), wanted)
    agreed = None if reason else agree(vectors, wanted, seed, mapper=mapper)
    if agreed is None or agreed.known is None or agreed.centres is None:
        return _nothing(sampled[:0], reason or NOT_APART)
    points = sampled_points(vectors, wanted, seed)
    known = agreed.known
    return {
        "sampled": pd.DataFrame(
            {
                "paragraph_id": sampled["paragraph_id"], "vector": list(vectors), "topic": known.topics,
                "confidence": known.confidence, "x": points[:, 0], "y": points[:, 1],
            }
        ),
        "centres": pd.DataFrame({"vector": [*agreed.centres.topics, *agreed.centres.corpus]}),
        "overlaps": _overlaps(agreed, known.topics),
        "cut_profile": cut_profile(agreed.candidates, agreed.cut, len(sampled)),
        "no_topics": pd.DataFrame({"reason": pd.Series([], dtype="str")}),
    }  # fmt: skip


def _overlaps(agreed: Agreement, topics: Labels) -> pd.DataFrame:
    """How well each topic is found again."""
    count = len(agreed.centres.topics) if agreed.centres is not None else 0
    halves = agreed.cut.halves if agreed.cut is not None else ()
    runs = agreed.runs.reshape(-1, agreed.runs.shape[-1])
    return pd.DataFrame(
        {"halves": mean_overlaps(topics, halves, count), "runs": mean_overlaps(topics, runs, count)}
    )


def _nothing(rows: pd.DataFrame, reason: str) -> dict[str, pd.DataFrame]:
    """The tables where there are no topics: as `without_topics` has them."""
    floats = {name: pd.Series(dtype="float64") for name in ("confidence", "x", "y")}
    return {
        "sampled": pd.DataFrame(
            {"paragraph_id": rows["paragraph_id"], "vector": [], "topic": pd.Series(dtype="int64"), **floats}
        ),
        "centres": pd.DataFrame({"vector": []}),
        "overlaps": pd.DataFrame({"halves": [], "runs": []}, dtype="float64"),
        "cut_profile": cut_profile((), None, 0),
        "no_topics": pd.DataFrame({"reason": pd.Series([reason], dtype="str")}),
    }
