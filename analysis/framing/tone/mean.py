"""The mean of the word lists, each in units of its own spread."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from analysis.framing.tone.lexicon import DECIMALS

NAME = "mean"
MEASURES = "The mean of the z-scores of VADER's and AFINN's tone, stretched to -1 to 1; no stance."
SPREADS = MappingProxyType({"vader": 0.4241, "afinn": 0.4423})
"""Standard deviations over a sample of AllSides' news sentences, as `framing validate tone-reference` prints them."""
VERSION = "mean of " + " and ".join(f"{name} / {spread}" for name, spread in SPREADS.items())


def mean(tones: Mapping[str, float]) -> float:
    """The mean of z-scores of a sentence, stretched so that it stays between -1 and 1, to four decimals.

    mean = sum(tone_i / sd_i) / sum(1 / sd_i)

    tone_i: the tone by word list i; sd_i: the standard deviation of that tone over news sentences that stand outside
    the study (a fixed sample of AllSides' articles, Baly et al. 2020; `analysis.validation.reference`). With z-scores
    z_i = (tone_i - m_i) / sd_i the formula is a (mean of z_i) + b, a and b the same for all sentences: it orders and
    correlates exactly as the mean of z-scores does. a keeps it within -1 to 1 whatever the sentence. b keeps 0 where no
    list knows a word; with z-scores a sentence without toned words would be as positive as news are negative. Because
    sd_i are constants and not taken from the corpus, a sentence's score depends on its text alone: no other article
    moves it. The price is that in a corpus of another kind the lists do not weigh exactly alike.

    Only the bundled lists count: a list of the user's own has no known spread, and stands beside.

    Why a mean: the lists were made independently, so part of their errors cancel. How much that brings is measured on
    hand-coded news (`framing validate tone`).

    Args:
        tones: instrument -> tone; those of `SPREADS` have to be there.
    """
    weighed = sum(tones[name] / spread for name, spread in SPREADS.items())
    return round(weighed / sum(1 / spread for spread in SPREADS.values()), DECIMALS)
