"""A part's texts read: who speaks, what it means as a vector, how it is worded."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from analysis import environment
from analysis.errors import ScaleError
from analysis.framing.microframes.projection import axis_totals
from analysis.progress import ignore
from analysis.scale.articles import articles_of
from analysis.scale.job import Job, Receipt, rows_digest
from analysis.stages import FRAMES, MENTIONS, TARGETS, TONE, VECTORS, file_hash
from analysis.stages.texts import voices_of
from analysis.stages.topics import FORGET
from analysis.voices.by_article import article_cues

if TYPE_CHECKING:
    from analysis.scale.parts import Part
    from analysis.scale.shards import Shard

STEP = "texts"
CODE = (
    "choices.py", "corpus", "embedding", "framing", "models.py", "records.py", "scale/articles.py", "scale/texts.py",
    "stages", "tables.py", "topics/context.py", "topics/order.py", "voices",
)  # fmt: skip
INSTRUMENTS = (VECTORS, TONE, MENTIONS, TARGETS, FRAMES)
"""The stages of a small study that look at one article at a time; here they run on a part."""

FACTS = ("articles", "paragraphs", "rejected", "longest")


def read_part(job: Job, part: Part) -> Receipt:
    """Read a part's articles and run the instruments on them, unless that was done before.

    Raises:
        StudyError: the part cannot be read, its shard cannot be written, or this process computes with other kernels.
    """
    # Before the shard is named: its name tells the processor's instructions as the kernels may use them.
    if not environment.choose(job.settings.kernels):
        raise ScaleError(
            f"torch or openvino was loaded before the study chose its kernels ({job.settings.kernels})",
            remedy="start the workers anew",
        )
    rows = part.read()
    shard = text_shard(job, part, rows)
    was_there = shard.holds()
    if not was_there:
        with _forgetting_vectors():
            shard.write(_tables(job, part, rows))
    facts = shard.table("facts").iloc[0]
    counts = {name: int(facts[name]) for name in FACTS[:-1]}
    return Receipt(part, shard.key, **counts, longest=float(facts["longest"]), was_made=not was_there)


@contextlib.contextmanager
def _forgetting_vectors() -> Iterator[None]:
    """Keep no vectors beside the shards."""
    before = os.environ.get(FORGET)
    os.environ[FORGET] = "1"
    try:
        yield
    finally:
        os.environ.pop(FORGET) if before is None else os.environ.update({FORGET: before})


def text_shard(job: Job, part: Part, rows: pd.DataFrame) -> Shard:
    """The shard of a part: named by what the rows hold, where they stand, and everything that reads them."""
    settings = job.settings
    chosen = {
        name: value
        for name, value in dataclasses.asdict(settings).items()
        if name in {"outlets", "people", "actors", "lexicons", "models", "quotes", "encoder"}
    }
    depends = [stage.settings(settings) for stage in INSTRUMENTS]
    listed = settings.corpus.boilerplate_file
    boilerplate = file_hash(settings.folder / listed) if listed else ""
    place = [part.file, part.first]
    return job.shard(STEP, code=CODE, made_of=[rows_digest(rows), place, chosen, boilerplate, depends])


def _tables(job: Job, part: Part, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Everything that is read off a part's rows."""
    from analysis.topics.context import longest_coordinate
    from analysis.topics.order import content_hashes

    made = articles_of(part, rows, job.settings)
    analysed = made["paragraphs"][made["paragraphs"]["analysed"]].reset_index(drop=True)
    facts = {
        "articles": [len(made["articles"])],
        "paragraphs": [len(analysed)],
        "rejected": [len(made["rejected"])],
        "longest": [0.0],
    }
    if analysed.empty:
        return made | {"facts": pd.DataFrame(facts)}
    made |= voices_of(made["paragraphs"], job.settings)
    for stage in INSTRUMENTS:
        made |= stage.run(job.settings, made.__getitem__, ignore)
    made.pop("frame_validity", None)
    vectors = made["vectors"]["vector"].tolist()
    facts["longest"] = [max(longest_coordinate(vector) for vector in vectors)]
    hashed = analysed[["paragraph_id", "article_id", "outlet"]].assign(content_hash=content_hashes(analysed))
    return made | {
        "hashes": hashed,
        "cues": article_cues(made["quotes"], made["paragraphs"]),
        "axis_totals": axis_totals(made["microframes"]),
        "facts": pd.DataFrame(facts),
    }
