"""What topics of any documents are worth on labelled sets, and what else was tried."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from analysis import jsonl
from analysis.documents import find
from analysis.documents.coherence import diversity, nearness
from analysis.documents.words import words_of
from analysis.errors import ArticleError
from analysis.validation import gold

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pandas as pd

    from analysis.progress import Progress, Step

    Embed = Callable[[list[str], Step], np.ndarray]

NAMED = 5
"""Labels of the BBC articles."""

COUNTS = (10, 20, 30, 40, 50)
"""Numbers of topics that OCTIS's figures are means over."""

MEASURES = ("nmi", "npmi", "diversity", "stability", "coverage")

WAYS = {
    "as framing topics": find.Plan(),
    "by meaning alone": find.Plan(weight=0.0),
    "by wording alone": find.Plan(weight=1.0),
    "both alike": find.Plan(weight=0.5),
    "words by c-TF-IDF alone": find.Plan(candidates=find.Plan().words),
}
"""What is compared: the first is what `framing topics` does, each of the others differs from it in one thing."""


def no_vectors(texts: list[str]) -> np.ndarray:
    """Vectors without dimensions, until texts are embedded."""
    return np.zeros((len(texts), 0))


@dataclass(frozen=True, slots=True)
class Labelled:
    """Texts with the labels that people gave them, which are used for measuring alone.

    Attributes:
        name: of the set.
        texts: one for each document.
        labels: one for each document.
        cut: into the words that coherence is computed over.
        vectors: of texts.
    """

    name: str
    texts: list[str]
    labels: list[str]
    cut: Callable[[str], list[str]]
    vectors: Callable[[list[str]], np.ndarray] = no_vectors


def validate_documents(data: Path, *, embed: Embed, workers: int, progress: Progress) -> pd.DataFrame:
    """Agreement with labels, coherence and diversity on the BBC articles, as they are and as OCTIS prepared them.

    Args:
        data: the folder of the sets `bbc_raw` and `octis_bbc_news`.
        embed: the sentence encoder.
        workers: threads that share the work.
        progress: shows how far it is.

    Returns:
        One row per way, set and number of topics; 0 topics stand for the mean over `COUNTS`. `nmi`: normalised mutual
        information with the labels (arithmetic mean, all documents); `npmi`: gensim's c_npmi over the set's own texts,
        ten words; `diversity`, `stability` and `coverage`: see `documents.find.Topics`.

    Raises:
        ArticleError: a file is missing or cannot be read.
    """
    import pandas as pd

    raw, prepared = (_embedded(it, embed, progress) for it in (_bbc(data), _octis(data)))
    rows: list[dict[str, str | float]] = []
    for way, plan in WAYS.items():
        measured = [
            _measured(prepared, replace(plan, topics=count, workers=workers), progress) for count in COUNTS
        ]
        means = {name: float(np.mean([row[name] for row in measured])) for name in MEASURES}
        named = _measured(raw, replace(plan, topics=NAMED, workers=workers), progress)
        rows += [{"way": way, "set": raw.name, **named}]
        rows += [{"way": way, "set": prepared.name, **row} for row in [*measured, {"topics": 0, **means}]]
    return pd.DataFrame(rows)


def _measured(documents: Labelled, plan: find.Plan, progress: Progress) -> dict[str, float]:
    """The measures of one set under one plan."""
    from sklearn.metrics import normalized_mutual_info_score

    found = find.find_topics(documents.texts, documents.vectors, plan=plan, progress=progress)
    near = nearness(
        [documents.cut(text) for text in documents.texts], {word for own in found.words for word in own}
    )
    return {
        "topics": len(found.words),
        "nmi": float(normalized_mutual_info_score(documents.labels, found.topic)),
        "npmi": near.mean(found.words),
        "diversity": diversity(found.words),
        "stability": found.stability,
        "coverage": found.coverage,
    }


def _embedded(documents: Labelled, embed: Embed, progress: Progress) -> Labelled:
    """The set with the vectors of its texts, each embedded once."""
    with progress.stage(f"Embedding {documents.name}") as step:
        texts = sorted(set(documents.texts))
        known = dict(zip(texts, embed(texts, step), strict=True))
    return replace(documents, vectors=lambda wanted: np.array([known[text] for text in wanted]))


def _bbc(data: Path) -> Labelled:
    """The BBC articles as published: title and paragraphs."""
    path = gold.find(
        data, "bbc_raw", "bbc.jsonl.gz", source="the BBC articles of Greene and Cunningham (2006)"
    )
    fields = {"label": str, "title": str, "paragraphs": list}
    rows = [row for _, row in jsonl.read(path, fields=fields)]
    texts = ["\n\n".join([row["title"], *row["paragraphs"]]) for row in rows]
    return Labelled("BBC", texts, [row["label"] for row in rows], words_of)


def _octis(data: Path) -> Labelled:
    """The same articles as OCTIS prepared them: lemmas without stop words."""
    texts, labels = (_lines(data, f"{name}.txt.gz") for name in ("corpus", "labels"))
    return Labelled("OCTIS BBC News", texts, labels, str.split)


def _lines(data: Path, file: str) -> list[str]:
    """The lines of a file of OCTIS."""
    path = gold.find(data, "octis_bbc_news", file, source="BBC News of OCTIS (Terragni et al., 2021)")
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return [line.rstrip("\n") for line in lines]
    except (OSError, EOFError) as error:
        raise ArticleError(f"cannot be read ({error})", where=path, remedy="fetch it again") from None
