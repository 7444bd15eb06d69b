"""From paragraphs to vectors, and from vectors to topics."""

from __future__ import annotations

import dataclasses
import gc
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.stages.stage import Stage, analysed, modules, vector_array, workers

if TYPE_CHECKING:
    import numpy as np

    from analysis.embedding.chosen import Chosen
    from analysis.embedding.encoder import Encoder
    from analysis.progress import Step
    from analysis.settings import Settings
    from analysis.stages.stage import Read, Tables


def encoder_fingerprint(settings: Settings) -> str:
    """What a vector depends on beside its text: the encoder's weights, configuration and tokenizer; its kernels."""
    return encoder(settings).fingerprint


def encoder(settings: Settings) -> Chosen:
    """The encoder that a study names, with the kernels that it asks for; not yet loaded.

    Raises:
        EncoderError: there is none of that name, or its weights are not the ones that are wanted.
    """
    from analysis.embedding.chosen import Chosen
    from analysis.embedding.model import find_model

    return Chosen(
        find_model(settings.encoder, settings.folder), settings.kernels, cache_folder() / "encoders"
    )


def cache_folder() -> Path:
    """Where what costs time and depends on nothing but its input is kept: FRAMING_CACHE, else the user's own place."""
    import platformdirs

    return Path(os.environ.get("FRAMING_CACHE") or platformdirs.user_cache_dir("framing-study"))


FORGET = "FRAMING_FORGET_VECTORS"
"""Set in a worker of a corpus in parts, whose shards keep the vectors: a cache beside them would hold all twice."""


def embedded(texts: list[str], settings: Settings, step: Step) -> np.ndarray:
    """The vectors of texts from the study's encoder, shape (texts, dimensions), each embedded once."""
    return embedded_by(encoder(settings), texts, step)


def embedded_by(chosen: Chosen, texts: list[str], step: Step) -> np.ndarray:
    """The vectors of texts from an encoder that was checked before, as `embedded` gives them."""
    from analysis.embedding.cache import VectorCache
    from analysis.embedding.vectors import embed

    cache = VectorCache(cache_folder() / "vectors", chosen.fingerprint)
    return embed(
        texts,
        load=lambda: loaded(chosen, workers()),
        cache=None if os.environ.get(FORGET) else cache,
        progress=step,
        at_once=chosen.texts_at_once,
    )


@lru_cache(maxsize=1)
def loaded(chosen: Chosen, threads: int) -> Encoder:
    """The encoder, loaded once in the life of a process, as long as no other is asked for."""
    return chosen.load(threads)


def _let_go() -> None:
    """Give back the memory of the encoder, which the workers of the next stage need; it is loaded again in a moment.

    The parts of a network refer to one another, so that they are freed by a collection alone.
    """
    loaded.cache_clear()
    gc.collect()


def _vectors(settings: Settings, read: Read, step: Step) -> Tables:
    import pandas as pd

    paragraphs = analysed(read)
    vectors = embedded(paragraphs["plain"].tolist(), settings, step)
    return {"vectors": pd.DataFrame({"paragraph_id": paragraphs["paragraph_id"], "vector": list(vectors)})}


def _topics(settings: Settings, read: Read, step: Step) -> Tables:
    import pandas as pd

    from analysis.topics.find import find_topics

    _let_go()
    found = find_topics(
        analysed(read), vector_array(read), settings=settings, workers=workers(), progress=step
    )
    reasons = [found.reason] if found.reason else []
    return {
        "topics": found.topics,
        "assignments": found.assignments,
        "exemplars": found.exemplars,
        "cut_profile": found.cut_profile,
        "no_topics": pd.DataFrame({"reason": pd.Series(reasons, dtype="str")}),
    }


VECTORS = Stage(
    name="vectors",
    title="Embedding paragraphs",
    inputs=("paragraphs",),
    code=("embedding", "models.py"),
    distributions=("numpy", "sentence-transformers", "tokenizers", "torch", "transformers"),
    settings=encoder_fingerprint,
    run=_vectors,
)

TOPICS = Stage(
    name="topics",
    title="Finding topics",
    inputs=("paragraphs", "vectors"),
    code=modules("topics", besides=("single.py",)),
    distributions=(
        "bertopic",
        "hdbscan",
        "numba",
        "numpy",
        "pandas",
        "scikit-learn",
        "scipy",
        "umap-learn",
    ),
    settings=lambda s: (dataclasses.asdict(s.topics), s.study.seed, dataclasses.asdict(s)["outlets"]),
    run=_topics,
)
