"""The words that topics are told by: their scores by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.sparse import csr_array

from analysis.documents.naming import class_tfidf


def test_scores_are_those_of_the_formula() -> None:
    """Two topics of four words each (3 a, 1 b; 2 b, 2 c); a document without a topic counts nowhere."""
    counts = csr_array(np.array([[2, 1, 0], [1, 0, 0], [0, 2, 2], [5, 0, 9]]))
    scores = class_tfidf(counts, np.array([0, 0, 1, -1]))
    by_hand = [
        [math.sqrt(3 / 4) * math.log(1 + 4 / 3), math.sqrt(1 / 4) * math.log(1 + 4 / 3), 0.0],
        [0.0, math.sqrt(2 / 4) * math.log(1 + 4 / 3), math.sqrt(2 / 4) * math.log(1 + 4 / 2)],
    ]
    assert scores.toarray() == pytest.approx(np.array(by_hand), abs=1e-9)
