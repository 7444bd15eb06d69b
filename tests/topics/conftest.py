"""A small corpus whose topics are known, and the vectors of the bundled one."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from analysis.settings import TopicSettings

if TYPE_CHECKING:
    from analysis.corpus import Corpus
    from analysis.settings import Settings
    from analysis.topics.arrays import Floats

SUBJECTS = {
    "libya": "Rebels in Libya shelled Tripoli airport on day {}.",
    "vaccine": "The coronavirus vaccine reached clinic number {}.",
    "shield": "A missile shield site {} would guard NATO in Europe.",
    "media": "RT journalists lost accreditation in court {} of Paris.",
    "gulf": "Tankers crossed the Persian Gulf near Iran in convoy {}.",
    "monument": "A wartime monument to soldiers in Prague, number {}, fell.",
}
EACH = 6

QUICK = TopicSettings(
    layouts=30, neighbours=(5, 8), epochs=60, cluster_sizes=(3, 4), core_sizes=(1, 2), context=0.0
)


@dataclasses.dataclass(frozen=True)
class Example:
    """Paragraphs with their vectors, and the subject that each was made from."""

    paragraphs: pd.DataFrame
    vectors: Floats
    subjects: list[str]


@pytest.fixture(scope="session")
def example() -> Example:
    """Six subjects, six paragraphs each, told by two outlets in four articles."""
    generator = np.random.default_rng(1)
    rows, vectors, subjects = [], [], []
    for number, (subject, text) in enumerate(SUBJECTS.items()):
        for copy in range(EACH):
            article = f"{'gazette' if copy % 2 else 'herald'}-{copy % 4}"
            outlet = "Gazette" if copy % 2 else "Herald"
            rows.append((article, outlet, text.format("abcdef"[copy])))
            vectors.append(np.eye(12)[number] + generator.normal(0, 0.08, 12))
            subjects.append(subject)
    frame = pd.DataFrame(rows, columns=["article_id", "outlet", "plain"])
    frame["ordinal"] = frame.groupby("article_id").cumcount()
    frame["paragraph_id"] = frame["article_id"] + ":" + frame["ordinal"].astype(str)
    return Example(frame, np.array(vectors), subjects)


@pytest.fixture(scope="session")
def quick(bundled: Settings) -> Settings:
    """The bundled study's settings with an ensemble that takes a second."""
    return dataclasses.replace(bundled, topics=QUICK)


@pytest.fixture(scope="session")
def analysed(corpus: Corpus) -> pd.DataFrame:
    """The analysed paragraphs of the bundled articles."""
    return corpus.paragraphs[corpus.paragraphs["analysed"]].reset_index(drop=True)


@pytest.fixture(scope="session")
def vectors(analysed: pd.DataFrame) -> Floats:
    """Their vectors."""
    from analysis.embedding.model import DEFAULT, find_model
    from analysis.embedding.transformer import TransformerEncoder

    encoder = TransformerEncoder(find_model(DEFAULT), workers=2)
    return encoder.encode(analysed["plain"].tolist()).astype(np.float64)
