import numpy as np
import pandas as pd
import pytest

from analysis.topics.order import canonical, content_hashes, sampled_rows, seats

PARAGRAPHS = pd.DataFrame(
    {
        "paragraph_id": ["a:0", "a:1", "b:0", "b:1"],
        "article_id": ["a", "a", "b", "b"],
        "outlet": "Gazette",
        "ordinal": [0, 1, 0, 1],
        "plain": ["Libya.", "Syria.", "Libya.", "France."],
    }
)
VECTORS = np.arange(8.0).reshape(4, 2)


def test_the_order_does_not_depend_on_the_rows() -> None:
    texts, vectors = canonical(PARAGRAPHS, VECTORS)
    shuffle = [2, 0, 3, 1]
    again, vectors_again = canonical(PARAGRAPHS.iloc[shuffle], VECTORS[shuffle])
    assert texts["paragraph_id"].tolist() == again["paragraph_id"].tolist()
    assert vectors.tolist() == vectors_again.tolist()


def test_every_vector_stays_with_its_paragraph() -> None:
    texts, vectors = canonical(PARAGRAPHS, VECTORS)
    kept = dict(zip(texts["paragraph_id"], vectors[:, 0], strict=True))
    assert kept == {"a:0": 0.0, "a:1": 2.0, "b:0": 4.0, "b:1": 6.0}


def test_the_order_does_not_depend_on_ids_or_on_how_ordinals_count() -> None:
    renamed = PARAGRAPHS.assign(
        paragraph_id=["z:3", "z:9", "y:3", "y:9"], article_id=["z", "z", "y", "y"], ordinal=[3, 9, 3, 9]
    )
    assert content_hashes(renamed) == content_hashes(PARAGRAPHS)
    assert canonical(renamed, VECTORS)[1].tolist() == canonical(PARAGRAPHS, VECTORS)[1].tolist()


def test_one_text_in_two_articles_has_two_hashes() -> None:
    assert len(set(content_hashes(PARAGRAPHS))) == 4


def test_the_ids_decide_between_two_copies_of_an_article() -> None:
    copy = PARAGRAPHS[:2].assign(article_id="c", paragraph_id=["c:0", "c:1"])
    twice = pd.concat([copy, PARAGRAPHS[:2]])
    texts, _ = canonical(twice, VECTORS)
    by_text = texts.groupby("plain")["paragraph_id"].agg(list).to_dict()
    assert by_text == {"Libya.": ["a:0", "c:0"], "Syria.": ["a:1", "c:1"]}


@pytest.mark.parametrize(
    ("paragraphs", "vectors", "complaint"),
    [
        (PARAGRAPHS.drop(columns="plain"), VECTORS, "lack the column 'plain'"),
        (PARAGRAPHS, VECTORS[:3], "4 paragraphs, but vectors of shape"),
        (PARAGRAPHS, VECTORS[:, 0], "4 paragraphs, but vectors of shape"),
        (PARAGRAPHS, np.full((4, 2), np.nan), "not finite"),
        (PARAGRAPHS, np.full((4, 2), -np.inf), "not finite"),
    ],
)
def test_input_that_does_not_fit_is_refused(
    paragraphs: pd.DataFrame, vectors: np.ndarray, complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        canonical(paragraphs, vectors)


def test_of_few_paragraphs_all_are_sampled() -> None:
    assert sampled_rows(pd.Series(["a", "b", "a"]), 3).tolist() == [0, 1, 2]


def test_each_outlet_has_its_share_of_a_sample_and_its_first_rows_are_in_it() -> None:
    outlets = pd.Series(["a", "a", "b", "a", "a", "b", "a", "a"])
    assert sampled_rows(outlets, 4).tolist() == [0, 1, 2, 3]
    assert sampled_rows(outlets[::-1].reset_index(drop=True), 4).tolist() == [0, 1, 2, 3]


def test_seats_go_by_share_and_the_last_ones_by_remainder() -> None:
    assert seats({"a": 60, "b": 30, "c": 10}, 10) == {"a": 6, "b": 3, "c": 1}
    assert seats({"a": 50, "b": 30, "c": 20}, 7) == {"a": 4, "b": 2, "c": 1}
    assert seats({"b": 1, "a": 1}, 1) == {"a": 1, "b": 0}
