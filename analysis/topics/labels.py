"""A readable name for each topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.topics.words import Term, written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FEWEST_WORDS, MOST_WORDS = 2, 4
TERMS_IN_LABEL = 3


def topic_labels(terms: Mapping[int, Sequence[Term]], spellings: Mapping[str, str]) -> dict[int, str]:
    """Two to four words for each topic: its best terms, in capitals as a title; no two topics are called the same.

    Args:
        terms: of each topic, the best first.
        spellings: how the articles write a word (NATO, Libya, missile).

    Returns:
        Topic -> label, such as `Persian Gulf, Iran`. A topic without any term is called `Topic 3`; one whose label is
        taken gets its number.
    """
    labels: dict[int, str] = {}
    for topic, ranked in terms.items():
        label = ", ".join(titled(written(term, spellings)) for term in _few([term.text for term in ranked]))
        label = label or f"Topic {topic}"
        labels[topic] = f"{label} ({topic})" if label in labels.values() else label
    return labels


def titled(text: str) -> str:
    """Every word with a capital; those that have one keep their letters as they are."""
    return " ".join(word if not word.islower() else word[:1].upper() + word[1:] for word in text.split())


def _few(terms: Sequence[str]) -> list[str]:
    """The first terms that fit in a label."""
    chosen: list[str] = []
    for term in terms:
        words = sum(len(other.split()) for other in chosen)
        if len(chosen) < TERMS_IN_LABEL and words + len(term.split()) <= MOST_WORDS:
            chosen.append(term)
        if len(chosen) == TERMS_IN_LABEL or words + len(term.split()) >= MOST_WORDS:
            break
    return chosen
