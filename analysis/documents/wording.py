"""Documents by their words, and how far that can be relied on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.documents.division import nearest
from analysis.documents.views import fixed
from analysis.documents.words import Counts

if TYPE_CHECKING:
    from analysis.topics.arrays import Floats

DIMENSIONS = 100


@dataclass(frozen=True, slots=True)
class Wording:
    """Vectors of documents by their words.

    Attributes:
        vectors: latent semantic analysis (Deerwester et al. 1990) of `Counts.tfidf`; shape (documents, dimensions). A
            document without a counted word is a row of zeros.
        reliability: how well documents are told apart by their words: 2 r / (1 + r), where r is the share of the
            sampled documents of which one half of the words is nearer to their other half than to that of any other
            document. The formula (Spearman and Brown 1910) makes up for halves being half as long. 0 to 1; no label
            is needed. It is high for articles, and low for sentences, which have few words.
    """

    vectors: Floats
    reliability: float

    @property
    def weight(self) -> float:
        """Share of the wording where it is joined with the meaning: reliability / (1 + reliability), at most a half."""
        return self.reliability / (1 + self.reliability)


def wording(counts: Counts, *, sample: int, seed: int) -> Wording:
    """The wording of documents.

    Args:
        counts: of their words.
        sample: the first so many documents say what the dimensions are, and are judged by; all are placed.
        seed: of the decomposition.
    """
    space = _space(counts, sample, seed)
    if space is None:
        return Wording(np.zeros((counts.counts.shape[0], 1)), 0.0)
    one, other = (fixed(space.transform(half.tfidf())) for half in _halves(counts, sample))
    found = nearest(one, other) == np.arange(len(one))
    matched = float(found.mean())
    return Wording(space.transform(counts.tfidf()), 2 * matched / (1 + matched))


def _space(counts: Counts, sample: int, seed: int) -> Any:  # noqa: ANN401 - untyped
    """The dimensions, fitted; None where there are not words or documents enough for one."""
    from sklearn.decomposition import TruncatedSVD

    weights = counts.tfidf()
    dimensions = min(DIMENSIONS, min(sample, *weights.shape) - 1)
    return TruncatedSVD(dimensions, random_state=seed).fit(weights[:sample]) if dimensions > 0 else None


def _halves(counts: Counts, sample: int) -> tuple[Counts, Counts]:
    """The sampled documents with every other of their words, and with the rest."""
    from scipy.sparse import csr_array

    own = csr_array(counts.counts[:sample])
    ranks = np.arange(own.nnz) - np.repeat(own.indptr[:-1], np.diff(own.indptr))
    first, second = (
        csr_array((own.data * (ranks % 2 == parity), own.indices, own.indptr), shape=own.shape, copy=True)
        for parity in (0, 1)
    )
    for half in (first, second):
        half.eliminate_zeros()
    return Counts(counts.words, first), Counts(counts.words, second)
