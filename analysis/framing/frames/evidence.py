"""Evidence for a frame: how much nearer a text is to the frame's seeds than to what counts against it."""

from __future__ import annotations

from functools import cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from analysis.framing.frames.codebook import Codebook

    Floats = npt.NDArray[np.float64]

WIDTH = 0.07
"""How far a seed reaches, in cosine; chosen on the development half of GVFC's headlines (see the card)."""


def evidence(vectors: npt.NDArray[np.float32], seeds: npt.NDArray[np.float32], *, book: Codebook) -> Floats:
    """The evidence of every text for every frame, shape (texts, frames).

    evidence(x, f) = h (ln mean over own seeds of exp(cos(x, s) / h) - ln mean over other seeds of exp(cos(x, s) / h))

    h: `WIDTH`. The two terms are the logarithms of kernel densities (von Mises-Fisher) around the frame's seeds and
    around those that count against it: the seeds of all frames but its kin, and plain reporting. Because every frame
    has one seed for each issue, what a text is about raises both terms alike and cancels. Above 0 the text is nearer
    to the frame; roughly -0.6 to 0.6. No score depends on which other texts are scored.

    Source: Parzen (1962), On estimation of a probability density function and mode, Annals of Mathematical
    Statistics 33, as a classifier.

    Args:
        vectors: of the texts, of length 1.
        seeds: of `book.sentences`, of length 1.
        book: whose frames they are.
    """
    near = _unit(vectors) @ _unit(seeds).T / WIDTH
    owners = np.array(book.owners)
    columns = []
    for frame in book.frames:
        own = owners == frame.name
        against = ~own & ~np.isin(owners, frame.kin)
        columns.append(WIDTH * (_log_mean(near[:, own]) - _log_mean(near[:, against])))
    return np.stack(columns, axis=1)


def pooled(
    sentences: Floats, owners: Sequence[str], *, spread: Floats
) -> tuple[list[str], Floats, npt.NDArray[np.int64]]:
    """The evidence of whole texts from that of their sentences.

    evidence(text) = mean of its strongest third of sentences - spread gain(n)

    The mean of all sentences would lose a frame that one of many carries; the strongest alone would grow with the
    length of the text. So would the third, which is why `gain` is taken off: without it news paragraphs of six
    sentences and more had a mean rank of .68, single sentences of .42.

    Args:
        sentences: shape (sentences, frames).
        owners: the text of each sentence.
        spread: for each frame the standard deviation of sentences within a text.

    Returns:
        The texts in the order of their first sentence; their evidence, shape (texts, frames); and for each which
        sentence is the strongest, as its row, the first of several.
    """
    names = list(dict.fromkeys(owners))
    places: dict[str, list[int]] = {name: [] for name in names}
    for row, name in enumerate(owners):
        places[name].append(row)
    values = np.zeros((len(names), sentences.shape[1]))
    best = np.zeros((len(names), sentences.shape[1]), dtype=np.int64)
    for number, rows in enumerate(places.values()):
        own = sentences[rows]
        values[number] = np.sort(own, axis=0)[-strongest(len(rows)) :].mean(axis=0) - spread * gain(len(rows))
        best[number] = np.array(rows)[own.argmax(axis=0)]
    return names, values, best


def strongest(sentences: int) -> int:
    """How many sentences the score of a text of so many rests on: a third, rounded up."""
    return -(-sentences // 3)


@cache
def gain(sentences: int) -> float:
    """What the mean of the strongest third of so many sentences gains by chance, in standard deviations.

    gain(n) = mean over the ceil(n / 3) highest ranks i of Q((i - 3/8) / (n + 1/4))

    Q: the normal quantile function. 0 for one sentence, .59 for two, toward 1.09 for many. Source: Blom (1958),
    Statistical estimates and transformed beta-variables, for the expected order statistics.
    """
    normal = NormalDist()
    ranks = range(sentences - strongest(sentences) + 1, sentences + 1)
    scores = [normal.inv_cdf((rank - 0.375) / (sentences + 0.25)) for rank in ranks]
    return sum(scores) / len(scores)


def spread_of(sentences: Floats, owners: Sequence[str]) -> Floats:
    """The standard deviation of sentences within texts, for each frame; texts of one sentence tell nothing.

    spread^2 = sum of squared distances from the text's mean / (sentences - texts)
    """
    codes = np.unique(np.asarray(owners, dtype=object).astype(str), return_inverse=True)[1]
    sizes = np.bincount(codes)
    sums = np.zeros((len(sizes), sentences.shape[1]))
    np.add.at(sums, codes, sentences)
    away = sentences - (sums / sizes[:, None])[codes]
    return np.asarray(np.sqrt((away**2).sum(axis=0) / max(len(codes) - len(sizes), 1)), dtype=np.float64)


def _unit(vectors: npt.NDArray[np.float32]) -> Floats:
    """Vectors of length 1; one of length 0 stays."""
    wide = vectors.astype(np.float64)
    lengths = np.sqrt((wide * wide).sum(axis=1, keepdims=True))
    return np.asarray(wide / np.where(lengths > 0, lengths, 1), dtype=np.float64)


def _log_mean(rows: Floats) -> Floats:
    """The logarithm of the mean of the exponentials of each row, without overflow."""
    most = rows.max(axis=1, keepdims=True)
    return np.asarray(most[:, 0] + np.log(np.exp(rows - most).mean(axis=1)), dtype=np.float64)
