import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.topics.context import SCALE, contextual, similarities, unit

ONE_ARTICLE = pd.DataFrame({"article_id": ["a"] * 4, "ordinal": [0, 1, 2, 3]})
AXES = np.eye(4)


def test_rows_become_whole_numbers_of_one_length() -> None:
    assert unit(np.array([[3.0, 4.0], [0.0, 0.0]]) * SCALE).tolist() == [
        [np.rint(0.6 * SCALE), np.rint(0.8 * SCALE)],
        [0.0, 0.0],
    ]


def test_without_context_a_paragraph_keeps_its_own_vector() -> None:
    assert contextual(AXES, ONE_ARTICLE, share=0.0, reach=2).tolist() == (AXES * SCALE).tolist()
    assert contextual(AXES, ONE_ARTICLE, share=0.5, reach=0).tolist() == (AXES * SCALE).tolist()


def test_neighbours_share_their_part_equally() -> None:
    blended = contextual(AXES, ONE_ARTICLE, share=0.2, reach=1)
    expected = np.array([[0.8, 0.2, 0.0, 0.0], [0.1, 0.8, 0.1, 0.0]])
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    assert np.allclose(blended[:2] / SCALE, expected, atol=2 / SCALE)


def test_reach_counts_paragraphs_and_not_ordinals() -> None:
    gaps = pd.DataFrame({"article_id": ["a"] * 4, "ordinal": [0, 5, 6, 90]})
    near = contextual(AXES, ONE_ARTICLE, share=0.3, reach=2)
    assert contextual(AXES, gaps, share=0.3, reach=2).tolist() == near.tolist()
    assert near[0, 2] > 0 == near[0, 3]


def test_another_article_lends_nothing() -> None:
    two = pd.DataFrame({"article_id": ["a", "a", "b", "b"], "ordinal": [0, 1, 0, 1]})
    blended = contextual(AXES, two, share=0.3, reach=3)
    assert blended[0, 1] > 0
    assert blended[1, 2:].tolist() == [0, 0]


def test_a_paragraph_alone_in_its_article_keeps_its_vector() -> None:
    alone = pd.DataFrame({"article_id": ["a", "b", "c", "d"], "ordinal": 0})
    assert contextual(AXES, alone, share=0.3, reach=2).tolist() == (AXES * SCALE).tolist()


def test_the_length_of_the_vectors_does_not_matter_much() -> None:
    vectors = np.random.default_rng(0).normal(size=(4, 8))
    long, short = (contextual(vectors * size, ONE_ARTICLE, share=0.15, reach=2) for size in (1e6, 1e-3))
    assert abs(long - short).max() <= 3


@given(st.permutations(range(6)))
def test_the_order_of_the_rows_does_not_matter(order: list[int]) -> None:
    rows = pd.DataFrame({"article_id": ["a", "a", "a", "b", "b", "c"], "ordinal": [0, 1, 2, 0, 1, 0]})
    vectors = np.random.default_rng(0).normal(size=(6, 8))
    blended = contextual(vectors, rows, share=0.15, reach=2)
    assert (
        contextual(vectors[order], rows.iloc[order], share=0.15, reach=2).tolist() == blended[order].tolist()
    )


@pytest.mark.parametrize("width", [1, 7, 64])
def test_cosines_are_exact_whatever_the_order_of_summation(width: int) -> None:
    vectors = unit(np.random.default_rng(width).normal(size=(20, 384)) * SCALE)
    shuffled = np.random.default_rng(0).permutation(384)
    whole = vectors.astype(object)
    exact = (whole @ whole.T).astype(float) / SCALE**2
    assert (similarities(vectors, vectors) == exact).all()
    assert (similarities(vectors[:width, shuffled], vectors[:, shuffled]) == exact[:width]).all()
