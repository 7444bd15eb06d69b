"""Coherence and diversity, against gensim and by hand."""

from __future__ import annotations

import math
import random

import pytest

from analysis.documents.coherence import diversity, nearness

TOPICS = [["a", "b", "c"], ["c", "d", "e"]]


def _texts() -> list[list[str]]:
    """Texts of all lengths about a window, with words repeated within one."""
    draw = random.Random(7)  # noqa: S311 - no secret
    return [[draw.choice("abcdefgh") for _ in range(length)] for length in (0, 1, 3, 9, 10, 11, 25, 60)]


def test_the_coherence_is_gensims_also_where_words_are_repeated_in_a_window() -> None:
    from gensim.corpora import Dictionary
    from gensim.models import CoherenceModel

    texts = _texts()
    theirs = CoherenceModel(
        topics=TOPICS, texts=texts, dictionary=Dictionary(texts), coherence="c_npmi", processes=1
    ).get_coherence_per_topic()
    near = nearness(texts, "abcde")
    assert [near.npmi(topic) for topic in TOPICS] == pytest.approx(theirs, abs=1e-12)


def test_words_that_are_always_together_reach_one_and_words_that_never_are_stay_below() -> None:
    near = nearness([["a", "b"], ["c"], ["d"], ["e"]], "abc")
    assert near.npmi(["a", "b"]) == pytest.approx(1, abs=1e-9)
    assert near.npmi(["a", "c"]) == pytest.approx(math.log(1e-12 * 16) / -math.log(1e-12))


def test_one_known_word_has_no_coherence() -> None:
    assert math.isnan(nearness([["a"]], "ax").npmi(["a", "x"]))
    assert math.isnan(nearness([], "a").mean([["a"]]))


def test_counting_in_stretches_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [nearness(_texts(), "abcde").npmi(topic) for topic in TOPICS]
    monkeypatch.setattr("analysis.documents.coherence.TEXTS_AT_ONCE", 3)
    assert [nearness(_texts(), "abcde").npmi(topic) for topic in TOPICS] == whole


def test_diversity_is_the_share_of_words_that_are_distinct() -> None:
    assert diversity(TOPICS) == pytest.approx(5 / 6)
    assert math.isnan(diversity([]))
