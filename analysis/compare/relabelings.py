"""Other owners for the same articles: a study whose outlet labels mean nothing."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.assignments import assignments, is_exact
from analysis.compare.shares import MEASURE as TOPIC_SHARE
from analysis.settings import CompareSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.compare.arrays import Integers
    from analysis.compare.design import Design
    from analysis.compare.sums import Sums
    from analysis.compare.word_counts import VoiceCounts


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Relabelings:
    """Ways to deal the articles to the outlets, one a row; `every` says that these are all distinct ones."""

    labels: Integers
    every: bool

    @classmethod
    def of(cls, design: Design, *, most: int, rng: np.random.Generator) -> Relabelings:
        """All distinct ways where there are at most so many, else so many random ones.

        Outlets keep their numbers of articles, in each stratum where there are some.
        """
        settings = CompareSettings(permutations=most, exact_up_to=most)
        drawn = np.concatenate(list(assignments(design, settings=settings, rng=rng, rows=most)))
        return cls(drawn.astype(np.int64), every=is_exact(design, settings))


def relabelled_sums(sums: Sums, labels: Integers) -> Sums:
    """The sums under other labels, with the measures that the comparison would choose under them.

    Tone within a topic is compared where more than one outlet speaks in the topic, and which topics these are depends
    on the labels. The sums must hold the tone of every topic that could be shared.
    """
    design = dataclasses.replace(sums.design, labels=labels)
    shares = ((sums.keys["measure"] == TOPIC_SHARE) & (sums.keys["voice"] == "all")).to_numpy()
    speaking = (design.members() @ sums.total[:, shares] > 0).sum(axis=0)
    shared = set(sums.keys.loc[shares, "topic"][speaking > 1])
    within = (sums.keys["topic"] != "") & (sums.keys["measure"] != TOPIC_SHARE)
    kept = (~within | sums.keys["topic"].isin(shared)).to_numpy()
    return dataclasses.replace(
        sums,
        design=design,
        keys=sums.keys[kept].reset_index(drop=True),
        total=sums.total[:, kept],
        squares=sums.squares[:, kept],
        units=sums.units[:, kept],
        paragraphs=sums.paragraphs[:, kept],
    )


def relabelled_words(
    counts: Mapping[str, VoiceCounts], outlet_of: Mapping[str, str]
) -> dict[str, VoiceCounts]:
    """The word counts of each voice when the articles are these outlets'."""
    return {voice: dataclasses.replace(counted, outlet_of=outlet_of) for voice, counted in counts.items()}
