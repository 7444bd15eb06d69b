"""From paragraphs to vectors, and from vectors to topics."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.stages.stage import Stage, analysed, modules, vector_array, workers

if TYPE_CHECKING:
    import numpy as np

    from analysis.embedding.encoder import Encoder
    from analysis.progress import Step
    from analysis.settings import Settings
    from analysis.stages.stage import Read, Tables


def encoder_fingerprint(settings: Settings) -> str:
    """What a vector depends on beside its text: the encoder's weights, configuration and tokenizer."""
    from analysis.embedding.model import find_model

    return find_model(settings.encoder, settings.folder).fingerprint


def cache_folder() -> Path:
    """Where what costs time and depends on nothing but its input is kept: FRAMING_CACHE, else the user's own place."""
    import platformdirs

    return Path(os.environ.get("FRAMING_CACHE") or platformdirs.user_cache_dir("framing-study"))


def embedded(texts: list[str], settings: Settings, step: Step) -> np.ndarray:
    """The vectors of texts from the study's encoder, shape (texts, dimensions), each embedded once."""
    from analysis.embedding.cache import VectorCache
    from analysis.embedding.model import find_model
    from analysis.embedding.vectors import embed

    model = find_model(settings.encoder, settings.folder)

    def load() -> Encoder:
        from analysis.embedding.transformer import TransformerEncoder

        return TransformerEncoder(model, workers=workers(), padded=settings.kernels == "compatible")

    own = "" if settings.kernels == "compatible" else f" {settings.kernels}"
    fingerprint = f"{model.fingerprint}{own}"
    cache = VectorCache(cache_folder() / "vectors", fingerprint)
    return embed(texts, load=load, cache=cache, progress=step)


def _vectors(settings: Settings, read: Read, step: Step) -> Tables:
    import pandas as pd

    paragraphs = analysed(read)
    vectors = embedded(paragraphs["plain"].tolist(), settings, step)
    return {"vectors": pd.DataFrame({"paragraph_id": paragraphs["paragraph_id"], "vector": list(vectors)})}


def _topics(settings: Settings, read: Read, step: Step) -> Tables:
    import pandas as pd

    from analysis.topics.find import find_topics

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
