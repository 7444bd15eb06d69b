import numpy as np

from analysis.topics.term_counts import TermCounts
from analysis.topics.terms import Vocabulary
from analysis.topics.words import Term, _distinct, topic_terms, written

TEXTS = [
    "The missile shield worries Moscow.",
    "A missile shield in Poland, Moscow fears.",
    "Moscow opposes the missile shield.",
    "A vaccine reached Africa, Moscow hopes.",
    "The vaccine for Africa left Moscow.",
    "Moscow weather stays unsettled.",
]
TOPICS = np.array([1, 1, 1, 0, 0, -1])


def best(texts: list[str], topics: np.ndarray, count: int = 2) -> dict[int, list[str]]:
    found = topic_terms(TermCounts.of(texts, topics, Vocabulary()))
    return {topic: [term.text for term in terms[:count]] for topic, terms in found.items()}


def test_each_topic_is_told_by_its_own_words_and_pairs_stand_for_their_words() -> None:
    assert best(TEXTS, TOPICS) == {0: ["africa", "vaccine"], 1: ["missile shield", "moscow"]}


def test_the_order_of_the_paragraphs_does_not_matter() -> None:
    order = [5, 3, 0, 4, 2, 1]
    assert best([TEXTS[i] for i in order], TOPICS[order], 9) == best(TEXTS, TOPICS, 9)


def test_a_word_of_one_paragraph_comes_after_those_of_several() -> None:
    terms = best(TEXTS, TOPICS, 9)[1]
    assert terms.index("moscow") < terms.index("poland")


def test_texts_without_terms_have_none() -> None:
    assert best(["He said so.", "They did.", "2014"], np.array([0, 0, 1])) == {}


def test_a_pair_replaces_its_words_only_when_it_scores_half_as_much() -> None:
    near = [Term("gulf", 1.0), Term("persian gulf", 0.6), Term("persian", 0.5)]
    assert [term.text for term in _distinct(near)] == ["persian gulf"]
    far = [Term("nato", 1.0), Term("nato force", 0.3)]
    assert [term.text for term in _distinct(far)] == ["nato"]


def test_a_term_is_written_as_the_articles_do() -> None:
    assert written("persian gulf", {"persian": "Persian", "gulf": "Gulf"}) == "Persian Gulf"
    assert written("US", {}) == "US"
