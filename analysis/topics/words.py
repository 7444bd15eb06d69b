"""The words of each topic, by BERTopic's class-based tf-idf."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.topics.terms import Vocabulary, alike

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.topics.arrays import Floats, Labels

PAIR_BEFORE_WORD = 0.5
"""A pair stands for each of its words when it scores at least this share of the word: Persian Gulf, not gulf."""

CANDIDATES = 60
DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a topic and its c-TF-IDF score; higher tells the topic apart better."""

    text: str
    score: float


def topic_terms(
    texts: Sequence[str], vectors: Floats, topics: Labels, vocabulary: Vocabulary
) -> dict[int, list[Term]]:
    """The best terms of every topic, the best first, none repeating another.

    c-TF-IDF (Grootendorst 2022) = sqrt(the term's share of the topic's terms) * log(1 + mean terms of a topic / count
    of the term in all topics)

    BERTopic computes it over topics that are already known: its own dimension reduction and clustering are replaced by
    empty ones. Paragraphs without a topic count as a topic of their own, whose terms are not returned.

    Args:
        texts: one per paragraph, in canonical order.
        vectors: row by row; BERTopic averages them, the terms do not depend on them.
        topics: of each paragraph; -1 for none.
        vocabulary: cuts texts into terms.

    Returns:
        Topic -> terms. Equal scores (to nine decimals, as logarithms differ between processors) go by the alphabet.
        Empty when no text holds a term.
    """
    if not any(vocabulary.terms(text) for text in texts):
        return {topic: [] for topic in range(int(topics.max(initial=-1)) + 1)}
    model = _fitted(texts, vectors, topics, vocabulary)
    names, scores = model.vectorizer_model.get_feature_names_out(), model.c_tf_idf_
    # BERTopic numbers the topics anew; its rows are sorted by that number, -1 first.
    theirs = sorted(set(model.topics_))
    row_of = {int(ours): theirs.index(number) for ours, number in zip(topics, model.topics_, strict=True)}
    spread = _spread(texts, topics, vocabulary)
    return {
        topic: _ranked(dict(zip(names[scores[row].indices], scores[row].data, strict=True)), spread[topic])
        for topic, row in sorted(row_of.items())
        if topic >= 0
    }


def _fitted(texts: Sequence[str], vectors: Floats, topics: Labels, vocabulary: Vocabulary) -> Any:  # noqa: ANN401 - untyped
    """A BERTopic model over topics that are already known."""
    from bertopic import BERTopic
    from bertopic.cluster import BaseCluster
    from bertopic.dimensionality import BaseDimensionalityReduction
    from bertopic.vectorizers import ClassTfidfTransformer
    from sklearn.feature_extraction.text import CountVectorizer

    model = BERTopic(
        # As "english" BERTopic strips all punctuation, and with it the borders of sentences and possessives.
        language="multilingual",
        umap_model=BaseDimensionalityReduction(),
        hdbscan_model=BaseCluster(),
        vectorizer_model=CountVectorizer(analyzer=vocabulary.terms),
        ctfidf_model=ClassTfidfTransformer(reduce_frequent_words=True),
    )
    return model.fit(list(texts), embeddings=vectors, y=topics)


def _spread(texts: Sequence[str], topics: Labels, vocabulary: Vocabulary) -> dict[int, Counter[str]]:
    """In how many paragraphs of each topic every term occurs."""
    spread: dict[int, Counter[str]] = {}
    for text, topic in zip(texts, topics.tolist(), strict=True):
        spread.setdefault(topic, Counter()).update(set(vocabulary.terms(text)))
    return spread


def _ranked(scores: Mapping[str, float], spread: Mapping[str, int]) -> list[Term]:
    """Terms of one topic, the best first, without those that repeat a better one.

    Terms of two paragraphs or more come before those of one, which may be a slip of the tongue; a pair of words that
    met in one paragraph only is no term at all.
    """
    terms = [Term(str(text), round(float(score), DECIMALS)) for text, score in scores.items()]
    terms = [term for term in terms if " " not in term.text or spread[term.text] > 1]
    terms.sort(key=lambda term: (spread[term.text] == 1, -term.score, term.text))
    return _distinct(terms[:CANDIDATES])


def _distinct(ranked: list[Term]) -> list[Term]:
    """Terms that repeat no better one; a pair takes the place of a word that it contains."""
    pairs = [term for term in ranked if " " in term.text]
    kept: list[Term] = []
    for term in ranked:
        fuller = next((pair for pair in pairs if _stands_for(pair, term)), term)
        if not any(alike(fuller.text, other.text) for other in kept):
            kept.append(fuller)
    return kept


def _stands_for(pair: Term, word: Term) -> bool:
    """Whether a pair contains the word and scores enough to be shown in its place."""
    return word.text in pair.text.split() and pair.score >= PAIR_BEFORE_WORD * word.score


def written(term: str, spellings: Mapping[str, str]) -> str:
    """A term as the articles write it."""
    return " ".join(spellings.get(word, word) for word in term.split())
