"""Whether the words that distinguish an outlet are those of the data or of the prior."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.keyness import outlet_log_odds, ranks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.compare.word_counts import VoiceCounts, WordCounts

PRIORS = (50.0, 500.0, 5000.0)
TOP = 15

COLUMNS = {
    "voice": "str", "outlet": "str", "word": "str", "length": "int64", "prior_words": "float64", "rank": "int64",
    "log_odds": "float64", "z": "float64", "in_top": "bool", "stays": "bool",
}  # fmt: skip


def prior_sensitivity(counts: Mapping[str, VoiceCounts], *, prior_words: float) -> pd.DataFrame:
    """Rank and z of each outlet's top words and phrases under weak and strong priors.

    The priors are worth 50, 500 and 5,000 words, and `prior_words`, the study's own. A word or phrase is
    listed for an outlet when it is among the first 15 with z above 0 under any of them. Only the ranking
    hangs on the prior: `p_article`, and with it every verdict, rests on shares of content words alone.

    Returns:
        One row per voice, outlet, word and prior, in that order; `rank` among all listed words and
        phrases of the outlet (1: largest z; ties by the word), `log_odds` and `z` (any sign) under that prior; `in_top`
        under that prior; `stays`: in the top under every prior. A word that does not stay is a finding of
        the prior.
    """
    priors = sorted({*PRIORS, prior_words})
    rows = [
        row
        for voice, counted in ((voice, own.of()) for voice, own in counts.items())
        if counted.comparable
        for row in _rows(voice, counted, priors)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _rows(voice: str, counted: WordCounts, priors: list[float]) -> Iterator[tuple[object, ...]]:
    """The rows of one voice."""
    odds = [outlet_log_odds(counted, prior_words=words) for words in priors]
    ratios, z = np.stack([found.ratio for found in odds]), np.stack([found.z for found in odds])
    places = np.stack([ranks(found.z) for found in odds])
    top = (places <= TOP) & (z > 0)
    for outlet, word in np.argwhere(top.any(axis=0)):
        for prior, words in enumerate(priors):
            cell = prior, outlet, word
            names = voice, counted.design.outlets[outlet], counted.words[word], counted.lengths[word]
            yield *names, words, places[cell], ratios[cell], z[cell], top[cell], top[:, outlet, word].all()
