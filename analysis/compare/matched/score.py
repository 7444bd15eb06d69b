"""How likely two paragraphs report the same fact, and what kind of match they are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from analysis.choices import DEFAULT_ENCODER
from analysis.compare.matched.wording import copied, shared_quotation

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats
    from analysis.compare.matched.wording import Wording

NAME = "matched paragraphs"
VERSION = "1"
MEASURES = (
    "which paragraphs of two outlets report the same fact or print the same quotation: mutual nearest neighbours of "
    "their vectors, within three days, with words in common"
)

INTERCEPT, SIMILARITY, OVERLAP = -4.0, 3.2, 6.9
"""A logistic model of one reader's judgement of 112 candidate pairs from half of BASIL's events; `framing validate
matches` fits it again, and measures it on the other half. Names and numbers in common, the length of the longest
common run of words and tf-idf were tried beside these two and did not order the pairs better."""

THRESHOLD = 0.7
"""From here on a pair is taken for the same fact: nine in ten were, in cross-validation within the calibration half."""

ABSENT = 0.2
"""Below here it is taken for a different one: one in eighteen was the same fact after all."""

QUOTED = 5
"""Words in a row inside quotation marks in both paragraphs that make a quotation the same."""

COPIED = 0.6
"""The share of common three-word runs from which on a paragraph is a copy; the same as for `reuse`."""

KINDS = COPY, QUOTATION, REPORT = "copy", "quotation", "report"


def version(encoder: str) -> str:
    """The version whose validity is known; another one for another encoder, which spreads its cosines differently."""
    return VERSION if encoder == DEFAULT_ENCODER else f"{VERSION}, on another encoder"


def probability(similarity: Floats, overlap: Floats) -> Floats:
    """How likely a reader calls two paragraphs reports of the same fact, 0 to 1, to four decimals.

    p = 1 / (1 + exp(4.0 - 3.2 similarity - 6.9 overlap))

    Args:
        similarity: cosine of the vectors.
        overlap: share of common content words (see `wording.overlap`).
    """
    odds = np.exp(INTERCEPT + SIMILARITY * similarity + OVERLAP * overlap)
    likely: Floats = (odds / (1 + odds)).round(4)
    return likely


def kind_of(one: Wording, other: Wording) -> str:
    """What two paragraphs share: "quotation", "copy", or at most a "report".

    quotation: both print the same five words or more in a row inside quotation marks. copy: at least .6 of their runs
    of three words are common, and a shared quotation, if any, is not the greater part of the shorter paragraph.
    """
    said = len(shared_quotation(one, other))
    is_mostly_quoted = said >= QUOTED and said >= math.ceil(min(len(one.words), len(other.words)) / 2)
    if copied(one, other) >= COPIED and not is_mostly_quoted:
        return COPY
    return QUOTATION if said >= QUOTED else REPORT
