"""Two views of documents, joined in whole numbers."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.documents import views
from analysis.documents.views import joined
from analysis.topics.context import SCALE

MEANING = np.array([[1.0, 0.0], [0.6, 0.8], [0.0, 0.0]], dtype=np.float32)
WORDING = np.array([[0.0, 1.0], [0.0, 1.0], [1.0, 0.0]])


def cosine(rows: np.ndarray, one: int, other: int) -> float:
    exact = rows.astype(np.float64)
    return float(exact[one] @ exact[other]) / SCALE**2


@pytest.mark.parametrize(("weight", "expected"), [(0.0, 0.6), (0.25, 0.75 * 0.6 + 0.25), (1.0, 1.0)])
def test_the_cosine_of_rows_is_the_mean_of_both_views_by_weight(weight: float, expected: float) -> None:
    rows = joined(MEANING, WORDING, weight)
    assert rows.dtype == np.int32
    assert cosine(rows, 0, 1) == pytest.approx(expected, abs=1e-5)
    assert cosine(rows, 0, 0) == pytest.approx(1, abs=1e-5)


def test_a_document_without_one_view_is_compared_by_the_other() -> None:
    rows = joined(MEANING, WORDING, 0.25)
    assert cosine(rows, 2, 2) == pytest.approx(1, abs=1e-5)
    assert cosine(rows, 0, 2) == 0


def test_parts_and_workers_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(1)
    meaning, wording = generator.normal(size=(50, 8)), generator.normal(size=(50, 3))
    whole = joined(meaning, wording, 0.3)
    monkeypatch.setattr(views, "AT_ONCE", 7)
    assert np.array_equal(joined(meaning, wording, 0.3, workers=3), whole)
