"""The headline contrasts: what the report is most likely to be quoted for, chosen before any other choice is tried."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from analysis.multiverse.effects import rounded
from analysis.multiverse.specification import WEIGHTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from analysis.compare.design import Design
    from analysis.multiverse.effects import Sums

SHARE, TOPIC_TONE, TONE = "topic share", "wording tone in topic", "wording tone"
FRAME, STANCE, WORD = "frame", "stance", "word"

MOST_SHARES = 5
MOST_TONE_TOPICS = 2
WORDS_EACH = 1
FEWEST = 3
"""A mean over fewer paragraphs is hardly one, and makes no headline."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """One outlet against the rest in one measure.

    `subject` is what a reader calls it: the topic's label, the frame's title, the actor or the word; "" for tone over
    all. `reference` is the difference under the study's own choices.
    """

    kind: str
    outlet: str
    topic: str = ""
    target: str = ""
    frame: str = ""
    word: str = ""
    subject: str = ""
    reference: float = np.nan

    @property
    def name(self) -> str:
        """Its id in the tables."""
        return ":".join(
            filter(None, [self.kind, self.topic, self.target, self.frame, self.word, self.outlet])
        )


def widest_shares(sums_of: Callable[[str], Sums], topics: Sequence[str], design: Design) -> list[Contrast]:
    """The five topics whose share sets one outlet furthest apart from the rest, each with that outlet.

    And the topic with the widest span of shares between two outlets, with the outlet that has most, if it is not among
    them: that one is told first on the page.
    """
    found, spans = [], []
    for topic in topics:
        ratios = sums_of(topic).ratios(design)
        found.extend(_against_rest(sums_of(topic), design, Contrast(SHARE, "", topic=topic)))
        if np.isfinite(ratios).any():
            spans.append((np.nanmax(ratios) - np.nanmin(ratios), topic, int(np.nanargmax(ratios))))
    chosen = _one_each(found)[:MOST_SHARES]
    if spans:
        _, topic, outlet = max(spans, key=lambda span: span[0])
        told = [each for each in found if (each.topic, each.outlet) == (topic, design.outlets[outlet])]
        chosen = [*told, *(each for each in chosen if each not in told)]
    return chosen


def widest_topic_tones(
    sums_of: Callable[[str], Sums], topics: Sequence[str], design: Design
) -> list[Contrast]:
    """The two ends, against the rest, of the two topics in which the outlets' tones are furthest apart.

    Only outlets with three paragraphs or more in a topic count, where any topic has two such outlets.
    """
    every = {topic: sums_of(topic) for topic in topics}
    firm = {
        topic: np.where(sums.paragraphs(design) >= FEWEST, sums.ratios(design), np.nan)
        for topic, sums in every.items()
    }
    loose = {topic: sums.ratios(design) for topic, sums in every.items()}
    spans = [
        (float(np.nanmax(ratios) - np.nanmin(ratios)), topic, ratios)
        for topic, ratios in (firm if any(_two(each) for each in firm.values()) else loose).items()
        if _two(ratios)
    ]
    spans.sort(key=lambda span: -span[0])
    chosen = []
    for _, topic, ratios in spans[:MOST_TONE_TOPICS]:
        told = {
            each.outlet: each
            for each in _against_rest(every[topic], design, Contrast(TOPIC_TONE, "", topic=topic))
        }
        ends = [design.outlets[int(end(ratios))] for end in (np.nanargmin, np.nanargmax)]
        chosen += [told[outlet] for outlet in ends if outlet in told]
    return chosen


def both_ends(sums: Sums, design: Design) -> list[Contrast]:
    """The outlets with the lowest and the highest tone, each against the rest."""
    ratios = sums.ratios(design)
    told = {each.outlet: each for each in _against_rest(sums, design, Contrast(TONE, ""))}
    if not _two(ratios):
        return []
    ends = dict.fromkeys(design.outlets[int(end(ratios))] for end in (np.nanargmin, np.nanargmax))
    return [told[outlet] for outlet in ends if outlet in told]


def widest_of(kinds: Iterable[tuple[Contrast, Sums]], design: Design) -> list[Contrast]:
    """The one contrast of a kind that is furthest from the rest, where both have three paragraphs or more."""
    found = [
        each for contrast, sums in kinds for each in _against_rest(sums, design, contrast, fewest=FEWEST)
    ]
    return sorted(found, key=_size)[:1]


def _against_rest(sums: Sums, design: Design, contrast: Contrast, fewest: int = 0) -> list[Contrast]:
    """The contrast of every outlet that has a difference from the rest, both with so many paragraphs."""
    held = sums.paragraphs(design) if fewest else np.zeros(len(design.outlets))
    told = []
    for place, outlet in enumerate(design.outlets):
        difference = rounded(sums.difference(design, place, WEIGHTED))
        enough = min(held[place], held.sum() - held[place]) >= fewest
        if np.isfinite(difference) and difference and enough:
            told.append(replace(contrast, outlet=outlet, reference=difference))
    return told


def _one_each(found: list[Contrast]) -> list[Contrast]:
    """The widest contrast of each topic, the widest topic first."""
    best: dict[str, Contrast] = {}
    for each in sorted(found, key=_size):
        best.setdefault(each.topic, each)
    return list(best.values())


def _size(contrast: Contrast) -> tuple[float, int, str]:
    """Widest first; ties by topic, then by name."""
    return -abs(contrast.reference), int(contrast.topic or -1), contrast.name


def _two(ratios: np.ndarray) -> bool:
    """Whether two outlets have a value, and these differ."""
    known = ratios[np.isfinite(ratios)]
    return len(known) > 1 and bool(np.ptp(known) > 0)
