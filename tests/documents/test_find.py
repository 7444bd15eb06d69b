"""Topics of documents that were written so that their topics are known."""

from __future__ import annotations

import dataclasses
import math
import random

import numpy as np
import pytest

from analysis.documents.find import Plan, find_topics, suggested
from analysis.errors import DocumentsError
from analysis.progress import Silent

SUBJECTS = {
    "sea": ["ship", "harbour", "sailor", "anchor", "captain", "voyage", "mast", "tide"],
    "farm": ["barn", "tractor", "harvest", "wheat", "farmer", "plough", "meadow", "cattle"],
    "court": ["judge", "lawyer", "verdict", "trial", "jury", "witness", "appeal", "prosecutor"],
}


def _documents(each: int = 20) -> tuple[list[str], list[str]]:
    """Texts and their subjects."""
    draw = random.Random(3)  # noqa: S311 - no secret
    rows = [(" ".join(draw.sample(words, 5)), name) for name, words in SUBJECTS.items() for _ in range(each)]
    return [f"{text} {number}" for number, (text, _) in enumerate(rows)], [name for _, name in rows]


def _embed(texts: list[str]) -> np.ndarray:
    """How many words of each subject a text has, and how long it is."""
    rows = [
        [sum(word in text for word in words) for words in SUBJECTS.values()] + [len(text) / 100]
        for text in texts
    ]
    return np.array(rows, dtype=np.float32)


def _find(texts: list[str], **plan: int) -> tuple[list[int], list[float], tuple[tuple[str, ...], ...]]:
    found = find_topics(texts, _embed, plan=Plan(**plan), progress=Silent())
    return found.topic.tolist(), found.confidence.tolist(), found.words


def test_documents_of_one_subject_share_a_topic_and_its_words_are_the_subjects() -> None:
    texts, subjects = _documents()
    topics, _, words = _find(texts, topics=3)
    assert len(set(zip(topics, subjects, strict=True))) == 3
    for topic, name in set(zip(topics, subjects, strict=True)):
        assert set(words[topic]) == set(SUBJECTS[name])


def test_the_order_of_the_documents_and_the_number_of_workers_change_nothing() -> None:
    texts, _ = _documents()
    order = random.Random(1).sample(range(len(texts)), len(texts))  # noqa: S311 - no secret
    topics, sure, words = _find(texts, topics=4)
    again, surely, same = _find([texts[row] for row in order], topics=4, workers=3)
    assert again == [topics[row] for row in order]
    assert surely == [sure[row] for row in order]
    assert same == words


def test_a_document_without_text_has_no_topic_and_every_other_has_one() -> None:
    texts, _ = _documents()
    found = find_topics(["", *texts, " \n"], _embed, plan=Plan(topics=3), progress=Silent())
    assert found.topic[[0, -1]].tolist() == [-1, -1]
    assert found.confidence[[0, -1]].tolist() == [0, 0]
    assert (found.topic[1:-1] >= 0).all()
    assert found.coverage == pytest.approx(60 / 62)
    assert sum(found.sizes) == 60


def test_copies_of_a_document_share_its_topic_and_count_in_the_sizes() -> None:
    texts, _ = _documents()
    plain = find_topics(texts, _embed, plan=Plan(topics=3), progress=Silent())
    found = find_topics([*texts, *[texts[-1]] * 9], _embed, plan=Plan(topics=3), progress=Silent())
    assert set(found.topic[-10:].tolist()) == {0}
    assert found.sizes == (29, 20, 20)
    assert found.words[0] == plain.words[plain.topic[-1]]


def test_documents_beyond_the_sample_take_the_topic_of_their_subject_too() -> None:
    texts, subjects = _documents(60)
    found = find_topics(texts, _embed, plan=Plan(topics=3, sample=45), progress=Silent())
    assert found.sampled == 45
    assert len(set(zip(found.topic.tolist(), subjects, strict=True))) == 3
    assert (found.confidence > 0).all()


def test_documents_that_keep_to_their_subjects_are_found_alike_by_both_halves() -> None:
    found = find_topics(_documents()[0], _embed, plan=Plan(topics=3), progress=Silent())
    assert found.stability == 1
    assert found.diversity == 1


def test_more_topics_than_different_texts_are_refused() -> None:
    with pytest.raises(DocumentsError, match="2 different texts cannot have 3 topics - ask for fewer"):
        find_topics(["ship", "barn", "ship", ""], _embed, plan=Plan(topics=3), progress=Silent())
    with pytest.raises(DocumentsError, match="0 different texts"):
        find_topics([], _embed, plan=Plan(), progress=Silent())


def test_texts_without_any_word_still_have_topics_by_their_meaning() -> None:
    found = find_topics(
        ["1", "22", "333", "4444"],
        lambda texts: np.eye(4)[: len(texts)],
        plan=Plan(topics=2),
        progress=Silent(),
    )
    assert set(found.topic.tolist()) == {0, 1}
    assert found.weight == 0


@pytest.mark.parametrize(
    ("texts", "topics"), [(3, 2), (50, 5), (800, 40), (20_000, 200), (120_000, 490), (10**7, 600)]
)
def test_the_number_of_topics_grows_with_the_root_of_the_documents(texts: int, topics: int) -> None:
    assert suggested(texts, 6_000) == topics


def test_the_coherence_is_the_mean_over_the_topics_that_have_one() -> None:
    found = find_topics(_documents()[0], _embed, plan=Plan(topics=3), progress=Silent())
    assert dataclasses.replace(found, npmi=(0.5, math.nan, 0.25)).coherence == 0.375
    assert math.isnan(dataclasses.replace(found, npmi=(math.nan,) * 3).coherence)
