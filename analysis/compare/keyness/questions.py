"""What is asked of the words of a study: in which voice and topic, and which outlet against which."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analysis.compare.word_counts import VoiceCounts, WordCounts

REST = "rest"
PAIR = "pair"
MOST_FOR_REST = 2
"""With two outlets the rest is the other one, and the pair is the same question."""


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Counts of the outlets that are compared: each with all others ("rest"), or two with one another ("pair").

    Comparisons of one `family` (voice, topic and kind) answer one question and are corrected together.
    """

    voice: str
    topic: str
    kind: str
    counted: WordCounts

    @property
    def family(self) -> tuple[str, str, str]:
        """The question: voice, topic and kind of comparison."""
        return self.voice, self.topic, self.kind


def comparisons(voices: Mapping[str, VoiceCounts], topics: Sequence[int]) -> Iterator[Comparison]:
    """Every comparison that has two outlets with words and a word to list.

    For each voice, over all topics ("") and within each topic: each outlet against all others; over all topics,
    where there are more than two outlets, each pair too. Pairs within topics would be thousands of questions in a
    study of a few dozen topics, each with a handful of articles.

    Args:
        voices: the counts of each voice.
        topics: those to look into.
    """
    for voice, counted in voices.items():
        places = [("", counted), *((str(topic), counted.within(topic)) for topic in topics)]
        for topic, inside in places:
            asked = [Comparison(voice, topic, REST, inside.of())]
            if not topic and len(inside.outlets) > MOST_FOR_REST:
                pairs = itertools.combinations(inside.outlets, 2)
                asked += [Comparison(voice, topic, PAIR, inside.of(pair)) for pair in pairs]
            yield from (each for each in asked if each.counted.comparable)
